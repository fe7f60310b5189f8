import { takeFiring } from "./begin-run"
import type { Interest } from "./compiled-map"
import type { Entry } from "./entry"
import { takeEvidence } from "./evidence"
import { isEvidence } from "./evidence-event"
import { noteEventFindings } from "./findings/event-findings"
import { creditGoals, takeExit, takeGoal } from "./goals"
import { withHorizon } from "./horizon"
import { InstantWork } from "./instant-work"
import { updateMemberships } from "./memberships"
import type { Person } from "./person"
import { completeRun } from "./run"
import { scheduleStep } from "./step-due"
import { goDueSteps } from "./steps"
import type { CompiledTrigger, MembershipChange } from "./trigger"

/**
 * One instant of one person, in the order of rule 3: first the state after all its events, then the events in log
 * order with their evidence, goals, exits and triggers; membership changes and theirs; timers; goal triggers; steps.
 *
 * `entries` are in log order, all of this instant; none where only time has come. `merged`: persons have just been
 * joined, so everything is looked at.
 */
export function processInstant(person: Person, at: number, entries: readonly Entry[], merged = false): void {
  const { compiled } = person
  if (!merged && passesUnnoticed(person, at, entries)) return
  const isFirst = person.memberships.stages.length === 0
  let membership = isFirst || merged
  let traits = merged
  const zoneBefore = person.facts.zone
  let live = entries
  for (const entry of entries) {
    if (person.facts.isRepeatedPurchase(entry.event)) {
      if (live === entries) live = [...entries]
      live = live.filter((kept) => kept !== entry)
      noteRepeatedPurchase(person, entry)
      continue
    }
    person.facts.take(entry, compiled)
    const interest = compiled.interests.get(entry.event.name)
    if (interest?.membership || person.memberships.activityMatters) membership = true
    if (entry.event.name === "identify") traits = true
  }
  updateInstantSlots(person, at, live, isFirst || merged)
  const changes: MembershipChange[] =
    membership || at >= person.memberships.changesAt ? updateMemberships(person, at) : []
  const work = new InstantWork(person, at, compiled)
  if (merged || person.facts.zone !== zoneBefore) rescheduleWaiting(person, at)
  for (const entry of live) processEvent(work, entry)
  if (changes.length > 0) fireChanges(work, changes)
  const isAwake = isFirst || merged || traits || at >= person.wakeAt || at >= person.facts.wakeAt
  if (isAwake) for (const trigger of compiled.timerTriggers) fireTimer(work, trigger, traits)
  fireGoals(work)
  goDueSteps(work)
  creditGoals(work)
  person.processedAt = at
  person.wakeAt = Math.min(person.wakeAt, person.facts.wakeAt, person.memberships.changesAt)
  if (isAwake || person.sleeps || person.wakeAt <= at) person.wakeAt = findNextWake(person, at)
}

/** One event that nothing reacts to but what is remembered for later, at a time when nothing waits: most of what people do. */
function passesUnnoticed(person: Person, at: number, entries: readonly Entry[]): boolean {
  const [entry] = entries
  const { facts, memberships, compiled } = person
  if (
    !entry ||
    entries.length > 1 ||
    at >= person.wakeAt ||
    at >= memberships.changesAt ||
    at >= facts.wakeAt
  )
    return false
  if (person.sleeps || memberships.activityMatters || entry.event.gesture === null) return false
  if (memberships.stages.length === 0 || isEvidence(entry.event)) return false
  const interest = compiled.interests.get(entry.event.name)
  if (interest && (!interest.staysQuiet || isHeard(person, interest, entry))) return false
  facts.take(entry, compiled)
  person.wakeAt = Math.min(person.wakeAt, facts.wakeAt)
  person.processedAt = at
  return true
}

/** Whether anything but the facts reacts to this very event. */
function isHeard(person: Person, { goals, exits, triggers }: Interest, entry: Entry): boolean {
  if (goals.length > 0 && person.goalRuns.length > 0) return true
  if (exits.length > 0 && person.activeRuns.length > 0) return true
  for (const { events } of triggers) if (events?.fire(person, entry)) return true
  return false
}

function updateInstantSlots(person: Person, at: number, entries: readonly Entry[], all: boolean): void {
  const { compiled, facts } = person
  if (compiled.instants.length === 0) return
  if (all) for (const update of compiled.instants) update(facts, at)
  else if (entries.some(({ event }) => event.name === "identify")) {
    for (const update of compiled.interests.get("identify")?.instants ?? []) update(facts, at)
  }
}

function noteRepeatedPurchase(person: Person, { event, at }: Entry): void {
  person.addFinding({
    kind: "duplicate-event",
    at,
    scenario: null,
    step: null,
    channel: null,
    reason: null,
    evidence: [event.id],
    detail: event.name,
  })
}

function processEvent(work: InstantWork, entry: Entry): void {
  const { person, compiled } = work
  const { event } = entry
  noteEventFindings(person, entry)
  if (isEvidence(event)) takeEvidence(work, entry)
  const interest = compiled.interests.get(event.name)
  if (!interest) return
  const reached = interest.goals.length > 0 ? takeGoal(work, entry) : null
  if (interest.exits.length > 0) takeExit(work, entry, reached)
  for (const trigger of interest.triggers) {
    const firing = trigger.events?.fire(person, entry)
    if (firing) takeFiring(work, trigger.scenario, firing, entry.place)
  }
}

function fireChanges(work: InstantWork, changes: MembershipChange[]): void {
  for (const trigger of work.compiled.changeTriggers) {
    for (const change of changes) {
      if (trigger.isFiredBy?.(change))
        takeFiring(work, trigger.scenario, { key: null, because: change.because }, null)
    }
  }
}

function fireTimer(work: InstantWork, trigger: CompiledTrigger, traits: boolean): void {
  for (const firing of trigger.timer?.fire(work.person, work.at, traits) ?? []) {
    takeFiring(work, trigger.scenario, firing, null)
  }
}

function fireGoals(work: InstantWork): void {
  if (!work.goals) return
  for (const trigger of work.compiled.goalTriggers) {
    for (const [run, id] of work.goals) {
      if (run.scenario.index === trigger.goalOf)
        takeFiring(work, trigger.scenario, { key: null, because: [id] }, null)
    }
  }
}

/** The person's zone may have changed: waiting steps follow it, but nothing moves into the past. */
function rescheduleWaiting(person: Person, at: number): void {
  for (const run of person.activeRuns) {
    for (const step of run.steps) {
      if (step.phase === "waiting") scheduleStep(person, step, at)
    }
  }
}

/** A schedule of every minute, over years in which nobody is in its audience, is not looked at every minute. */
const SELDOM_MS = 3_600_000

/** When a timer may fire next. One that leaves no trace without its audience waits until that can hold. */
function findNextFiring(person: Person, { timer, scenario }: CompiledTrigger, at: number): number {
  if (!timer) return Number.POSITIVE_INFINITY
  const { audience } = scenario
  if (!timer.waitsForAudience || !audience) return timer.nextAt(person, at)
  const firesAt = timer.nextAt(person, at)
  if (firesAt - at > SELDOM_MS) return firesAt
  const { answer, changesAt } = withHorizon(() => audience.holds(person, at))
  if (answer) return firesAt
  person.sleeps = true
  return Number.isFinite(changesAt) ? timer.nextAt(person, changesAt - 1) : Number.POSITIVE_INFINITY
}

/** Exactly when something may happen next by time alone. */
export function findNextWake(person: Person, at: number): number {
  person.facts.wakeAt = Number.POSITIVE_INFINITY
  person.sleeps = false
  let next = person.memberships.changesAt
  for (const trigger of person.compiled.timerTriggers) {
    const firesAt = findNextFiring(person, trigger, at)
    if (firesAt < next) next = firesAt
  }
  person.activeRuns = person.activeRuns.filter((run) => {
    completeRun(run, at)
    if (run.over !== null) return false
    for (const step of run.steps) if (step.phase === "waiting" && step.dueAt < next) next = step.dueAt
    return true
  })
  return next
}
