import type { TouchpointEvent } from "../../../shared/event"
import type { Scenario, Step } from "../../../shared/map/scenario"

export interface Placed {
  event: TouchpointEvent
  place: number
}

export interface Note {
  kind: string
  at: number
  scenario: string | null
  step: string | null
  reason: string | null
  message?: PlainMessage
  evidence?: string[]
}

export interface PlainMessage {
  channel: string
  provider: unknown
  names: Record<string, unknown>
  firstAt: number
  evidence: string[]
  sentAt: number | null
  deliveredAt: number | null
  openedAt: number | null
  clickedAt: number | null
  failedAt: number | null
  kind: "new" | "step" | "refused" | "duplicate" | "wrong-channel" | "unplanned"
  step: PlainStep | null
  type: string | null
  isJudged: boolean
}

export interface PlainStep {
  plan: Step
  index: number
  run: PlainRun
  state: "waiting" | "open" | "settled" | "refused"
  due: number
  assumed: boolean
  obstacle: "quiet" | "unschedulable" | null
  notBefore: number
  fallsAt: number | null
  neverDue: boolean
  reason: string | null
  settledAt: number | null
  message: PlainMessage | null
  messages: PlainMessage[]
  held: PlainMessage | null
}

export interface PlainRun {
  scenario: Scenario
  key: string | null
  at: number
  place: number | null
  order: number
  because: string[]
  withheld: boolean
  steps: PlainStep[]
  over: "exited" | "goal" | "merged" | null
  overAt: number | null
  goalAt: number | null
  goalStep: string | null
}

export interface PlainPerson {
  user: string | null
  ids: string[]
  log: Placed[]
  runs: PlainRun[]
  messages: PlainMessage[]
  notes: Note[]
  stages: { id: string; from: number }[]
  segments: Map<string, number>
  firedDates: Set<string>
  firedWalls: Map<string, number>
  joined: number
}

/** What somebody did, without repeated purchases (rule 1). */
export function pastOf(person: PlainPerson): TouchpointEvent[] {
  const seen = new Set<string>()
  return person.log
    .map(({ event }) => event)
    .filter((event) => {
      const transaction = event.props?.transaction_id
      if (event.name !== "purchase" || transaction === undefined || transaction === "") return true
      if (seen.has(String(transaction))) return false
      seen.add(String(transaction))
      return true
    })
}
