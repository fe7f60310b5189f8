import { drawHoldout } from "../../../shared/engine/holdout"
import type { CommunicationMap } from "../../../shared/map/communication-map"
import { durationMs } from "../../../shared/map/duration"
import type { Scenario } from "../../../shared/map/scenario"
import { holds, type Past } from "./conditions"
import type { PlainPerson, PlainRun, PlainStep } from "./people"
import { scheduleWaiting } from "./steps"

const MINUTE = 60_000

const GRACES: Record<string, number> = {
  push: 2,
  popup: 2,
  chatbot: 2,
  app: 2,
  sms: 5,
  messenger: 5,
  email: 10,
  call: 480,
}

export function graceOf(
  map: CommunicationMap,
  { channel, grace }: { channel: string; grace?: string | undefined },
): number {
  const said = grace ?? map.channels?.[channel]?.grace
  return said === undefined ? (GRACES[channel] ?? 10) * MINUTE : durationMs(said)
}

export const lapseOf = (map: CommunicationMap, step: PlainStep) => step.due + graceOf(map, step.plan)

export function isAfter(run: PlainRun, at: number, place: number): boolean {
  return at > run.at || (at === run.at && run.place !== null && place > run.place)
}

/** Rule 9. */
export function isActive(map: CommunicationMap, run: PlainRun, at: number): boolean {
  if (run.over !== null) return false
  return run.steps.some(
    (step) =>
      step.state === "waiting" || step.held !== null || (step.state === "open" && at <= lapseOf(map, step)),
  )
}

export function lastSettling(map: CommunicationMap, run: PlainRun): number {
  return Math.max(...run.steps.map((step) => step.settledAt ?? lapseOf(map, step)))
}

/** Rules 5, 11, 12 and 13. */
export function endRun(
  map: CommunicationMap,
  run: PlainRun,
  how: "exited" | "goal" | "merged",
  at: number,
): void {
  run.over = how
  run.overAt = at
  for (const step of run.steps) {
    const isOpen = step.state === "open" && at <= step.due + graceOf(map, step.plan)
    if (step.state !== "waiting" && !(how === "merged" && isOpen)) continue
    step.neverDue = step.state === "waiting"
    step.state = "refused"
    step.reason = how
    step.settledAt = at
  }
}

/** Rules 8 to 10 and 14. */
export function begin(
  map: CommunicationMap,
  person: PlainPerson,
  past: Past,
  at: number,
  {
    scenario,
    key,
    because,
    place,
  }: { scenario: Scenario; key: string | null; because: string[]; place: number | null },
): void {
  if (scenario.audience && !holds(scenario.audience, past, at)) return
  const runs = person.runs.filter(
    (run) => run.scenario === scenario && run.key === key && run.over !== "merged",
  )
  if (scenario.reentry === "once" && runs.length > 0) return
  const ended = runs
    .filter((run) => !isActive(map, run, at))
    .map((run) => run.overAt ?? lastSettling(map, run))
  const waitMs = typeof scenario.reentry === "object" ? durationMs(scenario.reentry.after) : 0
  if (ended.length > 0 && at < Math.max(...ended) + waitMs) return
  if (runs.some((run) => isActive(map, run, at))) {
    person.notes.push({ kind: "ignored-active", at, scenario: scenario.id, step: null, reason: null })
    return
  }
  const share = scenario.holdout === undefined ? 0 : Number(scenario.holdout.slice(0, -1)) / 100
  const name = person.user ?? person.ids[0] ?? ""
  const run: PlainRun = {
    scenario,
    key,
    at,
    place,
    order: person.runs.length,
    because,
    withheld: drawHoldout(name, scenario.id) < share,
    steps: [],
    over: null,
    overAt: null,
    goalAt: null,
    goalStep: null,
  }
  run.steps = scenario.steps.map((plan, index) => ({
    plan,
    index,
    run,
    state: "waiting",
    due: 0,
    assumed: false,
    obstacle: null,
    notBefore: -Infinity,
    fallsAt: null,
    neverDue: false,
    reason: null,
    settledAt: null,
    message: null,
    messages: [],
    held: null,
  }))
  person.runs.push(run)
  scheduleWaiting(map, person, past.events)
}
