import { takeFiring } from "./begin-run"
import type { Entry } from "./entry"
import { takeArrival, takeEvidence } from "./evidence"
import { noteEventFindings } from "./findings/event-findings"
import { creditGoals, takeExit, takeGoal } from "./goals"
import { InstantWork } from "./instant-work"
import type { MembershipPart } from "./membership-parts"
import { updateMemberships } from "./memberships"
import { findNextStep, findNextTimer } from "./next-wake"
import type { Person } from "./person"
import { noteRepeatedPurchase } from "./repeated-purchase"
import { scheduleStep } from "./step-due"
import { goDueSteps } from "./steps"
import type { CompiledTrigger, MembershipChange } from "./trigger"

const NO_CHANGES: readonly MembershipChange[] = []

/**
 * One instant of one person, in the order of rule 3: first the state after all its events, then the events in log
 * order with their evidence, goals, exits and triggers; membership changes and theirs; timers; goal triggers; steps.
 *
 * `entries` are in log order, all of this instant; none where only time has come. `merged`: persons have just been
 * joined, so everything is looked at. Else only what listens to these events, or waits for this instant, is asked: most
 * of what people do changes nothing.
 */
export function processInstant(person: Person, at: number, entries: readonly Entry[], merged = false): void {
  const { compiled, facts, memberships } = person
  const isNew = memberships.stages.length === 0 || merged
  const zoneBefore = facts.zone
  let live = entries
  let asks: MembershipPart | null = isNew || at >= memberships.changesAt ? compiled.wholeMembership : null
  let traits = merged
  let audience = false
  for (const entry of entries) {
    const { interest } = entry
    if (interest.role === "purchase" && facts.isRepeatedPurchase(entry.event)) {
      live = live.filter((kept) => kept !== entry)
      noteRepeatedPurchase(person, entry, entry.at)
      continue
    }
    facts.take(entry, interest, compiled)
    if (memberships.activityMatters || (asks && asks !== interest.memberships && interest.memberships))
      asks = compiled.wholeMembership
    else asks ??= interest.memberships
    if (interest.audience) audience = true
    if (interest.role === "identify") traits = true
  }
  if (isNew) for (const update of compiled.instants) update(facts, at)
  else if (traits) for (const update of compiled.interests.get("identify")?.instants ?? []) update(facts, at)
  const changes = asks === null ? NO_CHANGES : updateMemberships(person, at, asks)
  if (merged || facts.zone !== zoneBefore) rescheduleWaiting(person, at)
  const isTime = isNew || traits || at >= person.timersAt || at >= facts.wakeAt
  // Most of what people do ends here.
  if (isTime || changes.length > 0 || person.stepsAt <= at || mayAct(person, live))
    act(new InstantWork(person, at, compiled), live, changes, isTime, traits)
  const wakes = person.sleeps !== null && (audience || changes.length > 0 || person.sleeps === "lightly")
  if (isTime || wakes) person.timersAt = findNextTimer(person, at)
  else if (facts.wakeAt < person.timersAt) person.timersAt = facts.wakeAt
  facts.wakeAt = Number.POSITIVE_INFINITY
  person.processedAt = at
  person.wakeAt = Math.min(person.timersAt, person.stepsAt, memberships.changesAt)
}

/** Whether something comes of events by themselves. Where this says no, `processEvent` does nothing. */
function mayAct(person: Person, entries: readonly Entry[]): boolean {
  for (const entry of entries) {
    const { interest } = entry
    if (interest.isTold || (interest.arrival && person.compiled.arrivals && entry.event.campaign)) return true
    if (interest.goals.length > 0 && person.goalRuns.length > 0) return true
    if (interest.exits.length > 0 && person.activeRuns.length > 0) return true
    for (const trigger of interest.triggers) if (trigger.events?.fire(person, entry)) return true
  }
  return false
}

function act(
  work: InstantWork,
  entries: readonly Entry[],
  changes: readonly MembershipChange[],
  isTime: boolean,
  traits: boolean,
): void {
  const { person, at, compiled } = work
  for (const entry of entries) processEvent(work, entry)
  if (changes.length > 0) fireChanges(work, changes)
  if (isTime) for (const trigger of compiled.timerTriggers) fireTimer(work, trigger, traits)
  if (work.goals) fireGoals(work)
  if (person.stepsAt <= at || work.held) {
    goDueSteps(work)
    person.stepsAt = findNextStep(person, at)
  }
  if (work.goals) creditGoals(work)
}

function processEvent(work: InstantWork, entry: Entry): void {
  const { person } = work
  const { interest } = entry
  noteEventFindings(person, entry, interest)
  if (interest.evidence) takeEvidence(work, entry)
  else if (interest.arrival && work.compiled.arrivals && entry.event.campaign) takeArrival(work, entry)
  const reached = interest.goals.length > 0 ? takeGoal(work, entry) : null
  if (interest.exits.length > 0) takeExit(work, entry, reached)
  for (const trigger of interest.triggers) {
    const firing = trigger.events?.fire(person, entry)
    if (firing) takeFiring(work, trigger.scenario, firing, entry.place)
  }
}

function fireChanges(work: InstantWork, changes: readonly MembershipChange[]): void {
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

/** The person's zone may have changed: waiting steps follow it, but nothing moves into the past, then or later. */
function rescheduleWaiting(person: Person, at: number): void {
  for (const run of person.activeRuns) {
    for (const step of run.steps) {
      if (step.phase !== "waiting") continue
      step.notBefore = Math.max(step.notBefore, at)
      scheduleStep(person, step)
    }
  }
}
