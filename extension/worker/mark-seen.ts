import type { TouchpointEvent } from "../../shared/event"
import { latestPerson, type SiteJourney, takeEvent } from "./site-journey"
import type { Worker } from "./worker"

/** The source of evidence that the person gave by hand. */
export const BY_HAND = "person"

export interface SeenStep {
  scenario: string
  step: string
  channel: string
}

/**
 * "I have seen it": evidence of this step for the visitor that the overlay shows. It came some time from `from` to `to`,
 * ms UTC: who names a minute does not say the second.
 */
export async function markSeen(
  worker: Worker,
  site: string,
  seen: SeenStep,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await worker.withSite(site, async (loaded, journal) => {
    const person = latestPerson(loaded)
    if (person === null) return
    const at = placeSeen(loaded, { person, seen, from, to })
    const { scenario, step, channel } = seen
    const event: TouchpointEvent = {
      id: `seen-${crypto.randomUUID()}`,
      name: "message_sent",
      at,
      person,
      props: { scenario, step, channel },
      source: BY_HAND,
    }
    for (const added of await journal.addEvents(site, [event])) takeEvent(loaded, added)
  })
}

/** In a minute in which the step fell due, or its run began, it came then: nobody has said that it came before. */
export function placeSeen(
  { journey }: Pick<SiteJourney, "journey">,
  given: { person: string; seen: SeenStep; from: number; to: number },
): number {
  const { person, seen, from, to } = given
  const runs = journey.result(to).people.find(({ ids }) => ids.includes(person))?.runs ?? []
  const instants = runs
    .filter(({ scenario }) => scenario === seen.scenario)
    .flatMap(({ triggeredAt, steps }) => [steps.find(({ id }) => id === seen.step)?.dueAt, triggeredAt])
    .map((instant) => (instant ? Date.parse(instant) : Number.NaN))
  return instants.find((at) => at > from && at <= to) ?? from
}

/** Takes back what was said of this step. */
export async function unmarkSeen(worker: Worker, site: string, seen: SeenStep): Promise<void> {
  await worker.withSite(site, async ({ events }, journal) => {
    const said = [...events.values()].filter(
      ({ source, props }) =>
        source === BY_HAND && props?.scenario === seen.scenario && props.step === seen.step,
    )
    await journal.removeEvents(
      site,
      said.map(({ id }) => id),
    )
    worker.reload(site)
  })
}
