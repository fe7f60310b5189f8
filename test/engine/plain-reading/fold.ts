import type { TouchpointEvent } from "../../../shared/event"
import type { CommunicationMap } from "../../../shared/map/communication-map"
import { durationMs } from "../../../shared/map/duration"
import type { Scenario } from "../../../shared/map/scenario"
import type { SingleTrigger, Trigger } from "../../../shared/map/trigger"
import { fits, holds, type Past, stageOf, traitsOf } from "./conditions"
import { takeEvidence } from "./evidence"
import { listFirings } from "./firings"
import { findOwner } from "./identity"
import { type Placed, type PlainPerson, type PlainRun, pastOf } from "./people"
import { begin, endRun, isActive, isAfter } from "./runs"
import { goDueSteps, scheduleWaiting } from "./steps"
import { zoneOf } from "./walls"

const MINUTE = 60_000
const PASSES = ["message_sent", "message_delivered", "message_shown", "message_opened", "message_clicked"]
const FAILS = ["message_failed", "message_bounced"]

/** Every instant at which something may happen where all times of a map are whole minutes. */
function* listTicks(events: readonly TouchpointEvent[], now: number): Generator<number> {
  const first = Math.min(...events.map(({ at }) => at))
  for (let minute = Math.floor(first / MINUTE) * MINUTE - MINUTE; minute <= now + 1; minute += MINUTE)
    for (const beside of [-1, 0, 1, 2]) if (minute + beside <= now) yield minute + beside
}

/** The rules word by word, at every instant anew, remembering only what was decided. No speed. */
export function readPlainly(
  map: CommunicationMap,
  log: readonly TouchpointEvent[],
  now: number,
): PlainPerson[] {
  const ids = new Set<string>()
  const placed: Placed[] = []
  for (const [place, event] of log.entries()) {
    if (!ids.has(event.id) && event.at <= now) placed.push({ event, place })
    ids.add(event.id)
  }
  placed.sort((one, other) => one.event.at - other.event.at || one.place - other.place)
  const people: PlainPerson[] = []
  const leads = new Map<string, PlainPerson>()
  for (const at of listTicks(log, now)) {
    const own = new Map<PlainPerson, Placed[]>(people.map((person) => [person, []]))
    const merged = new Set<PlainPerson>()
    for (const one of placed.filter(({ event }) => event.at === at)) {
      const owner = findOwner(one, at, { people, leads, own, merged, map })
      own.set(owner, [...(own.get(owner) ?? []), one])
    }
    for (const person of people) processInstant(map, person, at, own.get(person) ?? [], merged.has(person))
  }
  return people
}

function processInstant(
  map: CommunicationMap,
  person: PlainPerson,
  at: number,
  own: readonly Placed[],
  isMerged: boolean,
): void {
  const isNew = person.log.length === 0
  if (isNew && own.length === 0) return
  const zoneBefore = zoneNameOf(pastOf(person))
  person.log.push(...own)
  const events = pastOf(person)
  const past: Past = { map, events }
  const live = own.filter(({ event }) => events.includes(event))
  for (const { event } of own)
    if (!events.includes(event))
      person.notes.push({
        kind: "duplicate-event",
        at,
        scenario: null,
        step: null,
        reason: null,
        evidence: [event.id],
      })
  if (isMerged || zoneNameOf(events) !== zoneBefore) {
    for (const run of person.runs)
      for (const step of run.steps)
        if (step.state === "waiting") step.notBefore = Math.max(step.notBefore, at)
  }
  scheduleWaiting(map, person, events)
  const fired = new Set<string>()
  const reached: PlainRun[] = []
  const goals: { run: PlainRun; id: string }[] = []
  const fire = (scenario: Scenario, key: string | null, because: string[], place: number | null) => {
    const name = JSON.stringify([scenario.id, key])
    if (fired.has(name)) return
    fired.add(name)
    begin(map, person, past, at, { scenario, key, because, place })
  }
  // The events in log order, each with its evidence, goals, exits and triggers.
  for (const { event, place } of live) {
    if (PASSES.includes(event.name) || FAILS.includes(event.name) || event.name === "message_unsubscribed")
      takeEvidence(map, person, past, event)
    const here: PlainRun[] = []
    for (const run of person.runs) {
      const { goal } = run.scenario
      if (goal === undefined || run.over === "merged" || run.goalAt !== null || !isAfter(run, at, place))
        continue
      const within =
        typeof goal === "object" && "within" in goal && goal.within ? durationMs(goal.within) : Infinity
      const { within: _, ...matcher } = goal as { within?: string; event: string }
      if (
        at > run.at + within ||
        !fits(typeof goal === "object" && !Array.isArray(goal) ? matcher : goal, event)
      )
        continue
      const wasActive = isActive(map, run, at)
      run.goalAt = at
      here.push(run)
      reached.push(run)
      goals.push({ run, id: event.id })
      if (wasActive && run.scenario.continueAfterGoal !== true) endRun(map, run, "goal", at)
    }
    for (const run of person.runs) {
      const { exit } = run.scenario
      if (exit === undefined || here.includes(run) || !isActive(map, run, at) || !isAfter(run, at, place))
        continue
      if (fits(exit, event)) endRun(map, run, "exited", at)
    }
    for (const [scenario, trigger] of listTriggers(map)) {
      if (!("event" in trigger) || "without" in trigger) continue
      if (!fits({ event: trigger.event, ...(trigger.where && { where: trigger.where }) }, event)) continue
      const key = trigger.per === undefined ? null : event.props?.[trigger.per]
      if (key !== undefined) fire(scenario, key === null ? null : String(key), [event.id], place)
    }
  }
  // Membership changes and their triggers.
  const changes = changeMemberships(map, person, past, at)
  for (const [scenario, trigger] of listTriggers(map)) {
    const [wanted, way] =
      "enters" in trigger ? [trigger.enters, "+"] : "leaves" in trigger ? [trigger.leaves, "-"] : []
    if (!wanted) continue
    const name = "segment" in wanted ? `segment ${wanted.segment}` : `stage ${wanted.stage}`
    if (changes.includes(`${way}${name}`)) fire(scenario, null, [], null)
  }
  // Timers.
  const traitsSet = isMerged || live.some(({ event }) => event.name === "identify")
  for (const [scenario, trigger] of listTriggers(map))
    for (const [key, because] of listFirings(map, person, past, at, trigger, {
      traitsSet,
      mark: JSON.stringify([scenario.id, trigger]),
    }))
      fire(scenario, key, because, null)
  // Goal triggers.
  for (const [scenario, trigger] of listTriggers(map))
    for (const { run, id } of goals)
      if ("goal" in trigger && trigger.goal === run.scenario.id) fire(scenario, null, [id], null)
  goDueSteps(map, person, past, at)
  for (const run of reached) {
    let latest = -Infinity
    for (const step of run.steps) {
      const sentAt = step.state === "settled" ? (step.message?.sentAt ?? null) : null
      if (sentAt === null || sentAt > at || sentAt < latest) continue
      latest = sentAt
      run.goalStep = step.plan.id
    }
  }
}

function zoneNameOf(events: readonly TouchpointEvent[]): string | null {
  return zoneOf(traitsOf(events).timezone)?.name ?? null
}

function listTriggers(map: CommunicationMap): [Scenario, SingleTrigger][] {
  const list = (trigger: Trigger): SingleTrigger[] =>
    "any" in trigger ? trigger.any.flatMap(list) : [trigger]
  return (map.scenarios ?? []).flatMap((scenario) =>
    list(scenario.trigger).map((trigger): [Scenario, SingleTrigger] => [scenario, trigger]),
  )
}

function changeMemberships(map: CommunicationMap, person: PlainPerson, past: Past, at: number): string[] {
  const changes: string[] = []
  const before = person.stages.at(-1)?.id
  const stage = stageOf(past, at)
  if (stage !== before) {
    person.stages.push({ id: stage, from: at })
    if (before !== undefined) changes.push(`-stage ${before}`)
    changes.push(`+stage ${stage}`)
  }
  for (const { id, when } of map.segments ?? []) {
    const isIn = holds(when, past, at)
    if (isIn === person.segments.has(id)) continue
    changes.push(`${isIn ? "+" : "-"}segment ${id}`)
    if (isIn) person.segments.set(id, at)
    else person.segments.delete(id)
  }
  return changes
}
