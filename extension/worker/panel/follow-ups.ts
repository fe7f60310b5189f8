import type { PersonExplanation, RunResult } from "../../domain"
import type { FollowUpStatus } from "../../overlay/state"
import type { FollowUpLine, FollowUpsView } from "../../panel/states/follow-ups"
import { viewEvent } from "../compose-state"
import { nameParts, viewChannels } from "./map-names"
import type { PanelGiven, ViewAnswerer } from "./view-answerer"

/** What must be looked at comes first. */
const order: FollowUpStatus[] = [
  "missed",
  "should-not-have",
  "due",
  "failed",
  "late",
  "early",
  "scheduled",
  "unknown",
  "sent",
  "skipped",
  "withheld",
]

/** Of what is still to come the nearest comes first, of what is over the latest. */
function compareLines(one: FollowUpLine, other: FollowUpLine): number {
  const byStatus = order.indexOf(one.status) - order.indexOf(other.status)
  const byTime = (one.dueAt ?? 0) - (other.dueAt ?? 0)
  return byStatus || (one.status === "scheduled" || one.status === "due" ? byTime : -byTime)
}

/** All steps of all runs. */
export const followUps: ViewAnswerer<FollowUpsView> = {
  read: () => null,
  compose: (given) => ({
    followUps: viewFollowUps(
      given,
      given.person && given.journey.explain(given.person.person, given.at),
    ).sort(compareLines),
    channels: viewChannels(given.loaded.map, given.loaded.record, given.loaded.sources),
    names: nameParts(given.loaded.map, given.language),
  }),
  count: ({ person }) => {
    const steps = person?.runs.flatMap((run) => run.steps) ?? []
    const count = steps.filter((step) => step.status === "missed" || isWrongSend(step)).length
    return { count, tone: "bad" }
  },
}

type Step = RunResult["steps"][number]

/** Sent although it was refused or held back. */
export function isWrongSend({ status, sentAt }: Step): boolean {
  return (status === "skipped" || status === "withheld") && sentAt !== null
}

/** Every step of the person's runs, in the order of the runs; with its gates where they were asked for. */
export function viewFollowUps(
  { person, show, events }: PanelGiven,
  explained: PersonExplanation | null = null,
): FollowUpLine[] {
  return (person?.runs ?? []).flatMap((run, place) => {
    const { steps } = show.run(run)
    const because = show.because(run.because)
    return run.steps.flatMap((step, index) => {
      const view = steps[index]
      if (!view) return []
      const outcomes: FollowUpLine["outcomes"] = {}
      for (const [name, at] of Object.entries(step.outcomes))
        outcomes[name as keyof FollowUpLine["outcomes"]] = Date.parse(at)
      return [
        {
          ...view,
          because,
          status: isWrongSend(step) ? ("should-not-have" as const) : view.status,
          evidence: step.evidence.slice(0, 20).flatMap((id) => {
            const event = events.get(id)
            return event ? [viewEvent(event)] : []
          }),
          outcomes,
          gates: step.gates || isWrongSend(step) ? (explained?.runs[place]?.steps[index] ?? []) : [],
        },
      ]
    })
  })
}
