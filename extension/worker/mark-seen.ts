import type { TouchpointEvent } from "../../shared/event"
import { latestPerson, takeEvent } from "./site-journey"
import type { Worker } from "./worker"

/** The source of evidence that the person gave by hand. */
export const BY_HAND = "person"

export interface SeenStep {
  scenario: string
  step: string
  channel: string
}

/** "I have seen it": evidence of this step, now, for the visitor that the overlay shows. */
export async function markSeen(worker: Worker, site: string, seen: SeenStep, at: number): Promise<void> {
  await worker.withSite(site, async (loaded, journal) => {
    const person = latestPerson(loaded)
    if (person === null) return
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
