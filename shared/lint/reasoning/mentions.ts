import type { Condition } from "../../map/condition"
import type { Goal, Scenario } from "../../map/scenario"
import type { SingleTrigger } from "../../map/trigger"
import { kindsOfGoal, listTriggers } from "./at-trigger"
import { kindsOf, listKinds } from "./event-kind"
import type { MapIndex } from "./map-index"
import { allowsZero, boundsOfCount } from "./number-tests"

/** What conditions and triggers speak of, and do not deny. */
export interface Mentions {
  /** Names of events that must have happened. */
  events: Set<string>
  /** Events after which it must have been quiet; null stands for whatever the person does. */
  quiet: Set<string | null>
  segments: Set<string>
  stages: Set<string>
  /** Channels for which consent must have been given. */
  consents: Set<string>
  /** What has been followed already. */
  followed: Set<string>
}

export function noMentions(): Mentions {
  return {
    events: new Set(),
    quiet: new Set(),
    segments: new Set(),
    stages: new Set(),
    consents: new Set(),
    followed: new Set(),
  }
}

/** Adds what a condition asks for. Segments and stages are followed to what they are made of. */
export function addCondition(
  condition: Condition | undefined,
  into: Mentions,
  index: MapIndex,
  holds = true,
): void {
  if (!condition) return
  if ("not" in condition) addCondition(condition.not, into, index, !holds)
  else if ("all" in condition) for (const inner of condition.all) addCondition(inner, into, index, holds)
  else if ("any" in condition) for (const inner of condition.any) addCondition(inner, into, index, holds)
  else if ("segment" in condition) addSegment(condition.segment, into, index, holds)
  else if ("stage" in condition) addStage(condition.stage, into, index, holds)
  else if ("event" in condition) {
    const asksForSome = !boundsOfCount(condition.count).every(allowsZero)
    if (asksForSome === holds) addKinds(kindsOf(condition.event, condition.where), into)
  } else if (holds) addPlain(condition, into)
}

/** The forms of which nothing can be said when they are denied. */
function addPlain(condition: Condition, into: Mentions): void {
  if ("sequence" in condition) for (const matcher of condition.sequence) addKinds(listKinds(matcher), into)
  if ("sum" in condition) addKinds(listKinds(condition.of), into)
  if ("consent" in condition) into.consents.add(condition.consent)
  if (!("inactive" in condition)) return
  const names = condition.of === undefined ? [null] : listKinds(condition.of).map(({ name }) => name)
  for (const name of names) into.quiet.add(name)
}

function addKinds(kinds: readonly { name: string | null }[], into: Mentions): void {
  for (const { name } of kinds) if (name !== null) into.events.add(name)
}

function addSegment(id: string, into: Mentions, index: MapIndex, holds: boolean): void {
  if (holds) into.segments.add(id)
  addOnce(`segment ${id}`, index.segments.get(id)?.when, into, index, holds)
}

function addStage(id: string, into: Mentions, index: MapIndex, holds: boolean): void {
  if (holds) into.stages.add(id)
  const place = index.stageIndexes.get(id)
  addOnce(`stage ${id}`, place === undefined ? undefined : index.map.stages[place]?.when, into, index, holds)
}

/** Segments may be made of segments many times over: each is followed once, and once denied. */
function addOnce(
  key: string,
  when: Condition | undefined,
  into: Mentions,
  index: MapIndex,
  holds: boolean,
): void {
  const visit = `${holds} ${key}`
  if (into.followed.has(visit)) return
  into.followed.add(visit)
  addCondition(when, into, index, holds)
}

/** Adds what must have happened for a trigger to fire. */
function addTrigger(trigger: SingleTrigger, into: Mentions, index: MapIndex): void {
  if ("enters" in trigger) addCondition(trigger.enters, into, index)
  // Who leaves has been in it, and is written to because of it.
  else if ("leaves" in trigger) addCondition(trigger.leaves, into, index)
  else if ("inactive" in trigger) addCondition(trigger, into, index)
  else if ("goal" in trigger) addGoal(index.scenarios.get(trigger.goal)?.goal, into)
  else if ("event" in trigger) {
    const kinds = kindsOf(trigger.event, trigger.where)
    addKinds(kinds, into)
    if (!("without" in trigger)) return
    const cancelling = new Set(listKinds(trigger.without).map(({ name }) => name))
    for (const { name } of kinds) if (cancelling.has(name)) into.quiet.add(name)
  }
}

function addGoal(goal: Goal | undefined, into: Mentions): void {
  if (goal !== undefined) addKinds(kindsOfGoal(goal), into)
}

/** What a scenario asks of those it speaks to: its trigger, audience, `continueIf` and each step's `only`. */
export function mentionsOfScenario(scenario: Scenario, index: MapIndex): Mentions {
  const found = noMentions()
  for (const { trigger } of listTriggers(scenario.trigger)) addTrigger(trigger, found, index)
  addCondition(scenario.audience, found, index)
  addCondition(scenario.continueIf, found, index)
  for (const { only } of scenario.steps) addCondition(only, found, index)
  return found
}
