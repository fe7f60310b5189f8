import type { Zone } from "../../../shared/engine/zone"
import type { TouchpointEvent } from "../../../shared/event"
import type { CommunicationMap } from "../../../shared/map/communication-map"
import { durationMs } from "../../../shared/map/duration"
import { capsOf, isFull, limits, typeOf } from "./caps"
import { hasConsent, holds, isReachable, type Past, traitsOf } from "./conditions"
import { bring } from "./evidence"
import type { PlainPerson, PlainStep } from "./people"
import { instantOf, isQuiet, minutesOf, wallOf, zoneOf } from "./walls"

const MINUTE = 60_000
const DAY = 86_400_000
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const

const sendOf = (step: PlainStep) => (step.state === "settled" ? (step.message?.sentAt ?? null) : null)

/** Rules 16, 17 and 19: of every step that waits, from the first to the last. */
export function scheduleWaiting(
  map: CommunicationMap,
  person: PlainPerson,
  events: readonly TouchpointEvent[],
): void {
  const own = zoneOf(traitsOf(events).timezone)
  const zone = own ?? zoneOf(map.timeZone)
  if (!zone) return
  for (const run of person.runs) {
    for (const step of run.steps) {
      if (step.state !== "waiting") continue
      const before = step.plan.from === "trigger" ? undefined : run.steps[step.index - 1]
      const anchor = before ? (sendOf(before) ?? before.due) : run.at
      const afterMs = typeof step.plan.after === "string" ? durationMs(step.plan.after) : 0
      const base = Math.max(step.fallsAt ?? anchor + afterMs, step.notBefore)
      const due = findDue(map, step, base, zone)
      step.due = due ?? base
      const quiet = map.channels?.[step.plan.channel]?.quiet
      const skips = quiet?.on === "skip" && isQuiet(quiet, step.due, zone)
      step.obstacle = due === null ? "unschedulable" : skips ? "quiet" : null
      step.assumed = own === null
    }
  }
}

const known = new Map<string, number | null>()

function findDue(map: CommunicationMap, { plan }: PlainStep, base: number, zone: Zone): number | null {
  const quiet = map.channels?.[plan.channel]?.quiet
  const defers = quiet && quiet.on !== "skip" ? quiet : null
  if (plan.at === undefined && !plan.days && !defers) return base
  const key = JSON.stringify([plan.at, plan.days, defers, base, zone.name])
  const answer = known.get(key)
  if (answer !== undefined) return answer
  let found: number | null = null
  for (let at = base; at <= base + 8 * DAY; at = (Math.floor(at / MINUTE) + 1) * MINUTE) {
    const wall = wallOf(at, zone)
    if (plan.at !== undefined && (at % MINUTE !== 0 || instantOf(wall.day, minutesOf(plan.at), zone) !== at))
      continue
    if (plan.days && !plan.days.includes(DAYS[wall.weekday] ?? "mon")) continue
    if (defers && isQuiet(defers, at, zone)) continue
    found = at
    break
  }
  known.set(key, found)
  return found
}

interface Judgement {
  reason: string | null
  deferTo: number | null
}

/** Rule 18, but for the first gate. */
export function askGates(
  map: CommunicationMap,
  person: PlainPerson,
  past: Past,
  step: PlainStep,
  at: number,
  early: boolean,
): Judgement {
  const { plan, run } = step
  const no = (reason: string): Judgement => ({ reason, deferTo: null })
  const channel = map.channels?.[plan.channel]
  const zone = zoneOf(traitsOf(past.events).timezone) ?? (zoneOf(map.timeZone) as Zone)
  const quiet = channel?.quiet
  if (early ? quiet?.on === "skip" && isQuiet(quiet, at, zone) : step.obstacle === "quiet") return no("quiet")
  if (step.obstacle === "unschedulable") return no("unschedulable")
  if (run.scenario.continueIf && !holds(run.scenario.continueIf, past, at)) return no("condition")
  if (plan.only && !holds(plan.only, past, at)) return no("condition")
  if (plan.ifNot !== undefined && isReached(step, at)) return no("outcome")
  if ((channel?.status ?? "live") !== "live") return no("integration-missing")
  if (!isReachable(plan.channel, past)) return no("unreachable")
  const type = typeOf(map, step)
  if (type !== "service" && !hasConsent(plan.channel, past)) return no("consent")
  if (run.withheld) return no("withheld")
  let deferTo: number | null = null
  for (const [cap, over] of capsOf(map, plan.channel)) {
    if (!limits(cap, type) || !isFull(map, person, cap, over, at, zone)) continue
    if (cap.on !== "defer" || cap.max === 0) return no("capped")
    let free = at
    while (isFull(map, person, cap, over, free, zone))
      free = free === at ? Math.floor(at / MINUTE) * MINUTE + MINUTE - 1 : nextTick(free)
    deferTo = Math.max(deferTo ?? free, free)
  }
  return { reason: null, deferTo: early ? null : deferTo }
}

/** Of each minute the millisecond before, its beginning and the two after it. */
function nextTick(at: number): number {
  const beside = (at + 1) % MINUTE
  return beside < 3 ? at + 1 : at - beside + MINUTE
}

function isReached(step: PlainStep, at: number): boolean {
  const { ifNot } = step.plan
  if (ifNot === undefined) return false
  const { step: id, outcome } = typeof ifNot === "string" ? { step: null, outcome: ifNot } : ifNot
  const earlier = step.run.steps.find((one, index) =>
    id === null ? index === step.index - 1 : one.plan.id === id,
  )
  if (!earlier) return false
  if (outcome === "goal") return step.run.goalAt !== null && step.run.goalAt <= at
  const messages = earlier.held ? [...earlier.messages, earlier.held] : earlier.messages
  return messages.some((message) => {
    const reachedAt = {
      sent: message.sentAt,
      delivered: message.deliveredAt,
      opened: message.openedAt,
      clicked: message.clickedAt,
    }[outcome]
    return reachedAt !== null && reachedAt <= at
  })
}
const FALLS = ["integration-missing", "unreachable", "consent"]

export function refuse(
  map: CommunicationMap,
  person: PlainPerson,
  past: Past,
  step: PlainStep,
  reason: string,
  at: number,
): void {
  step.state = "refused"
  step.reason = reason
  step.settledAt = at
  const next = step.run.steps[step.index + 1]
  const refers =
    typeof next?.plan.ifNot === "string" ||
    (next?.plan.ifNot !== undefined && next.plan.ifNot.step === step.plan.id)
  if (FALLS.includes(reason) && next?.state === "waiting" && refers) next.fallsAt = at
  scheduleWaiting(map, person, past.events)
}

export function goDueSteps(map: CommunicationMap, person: PlainPerson, past: Past, at: number): void {
  for (;;) {
    const due = person.runs
      .filter((run) => run.over === null)
      .flatMap((run) => run.steps)
      .filter((step) => step.state === "waiting" && step.due <= at)
    const order = (step: PlainStep) => map.scenarios?.indexOf(step.run.scenario) ?? 0
    const [step] = due.sort(
      (one, other) =>
        (other.run.scenario.priority ?? 0) - (one.run.scenario.priority ?? 0) ||
        one.run.at - other.run.at ||
        order(one) - order(other) ||
        one.run.order - other.run.order ||
        one.index - other.index,
    )
    if (!step) break
    const { reason, deferTo } = askGates(map, person, past, step, at, false)
    if (reason !== null) refuse(map, person, past, step, reason, at)
    else if (deferTo !== null) {
      step.notBefore = deferTo
      scheduleWaiting(map, person, past.events)
    } else step.state = "open"
    settleHeld(map, person, past, step, at)
  }
  for (const run of person.runs) for (const step of run.steps) settleHeld(map, person, past, step, at)
}

function settleHeld(
  map: CommunicationMap,
  person: PlainPerson,
  past: Past,
  step: PlainStep,
  at: number,
): void {
  const message = step.held
  if (!message) return
  step.held = null
  bring(map, person, past, step, message, at)
}
