import type { Matcher } from "../map/matcher"
import type { WhyNot, WhyNotCondition } from "./audit-result"
import type { CompiledScenario } from "./compiled-map"
import { describeAsked, describeChange, describeStanding } from "./describe-explanation"
import { type Change, compareWays, type Explanation, findLeastLeaves, type Leaf } from "./explanation"
import { supposeAt } from "./memberships"
import type { Person } from "./person"

/** A scenario that did not start: what it asks (the trigger first, then the audience), and the least that would start it. */
export interface ScenarioExplanation {
  scenario: string
  parts: Explanation[]
  change: Change[]
}

/**
 * For each scenario that did not start: every condition met or unmet, what the person has, and the smallest change
 * that would start it. Without short cuts: on the state at `now`.
 */
export function explainScenarios(person: Person, now: number): ScenarioExplanation[] {
  return person.compiled.scenarios
    .filter((scenario) => !hasStarted(person, scenario))
    .map((scenario) => {
      const { triggers, audience, least } = explainScenario(person, scenario, now)
      const trigger = gather(triggers)
      return {
        scenario: scenario.id,
        parts: audience ? [trigger, audience] : [trigger],
        change: least.map(({ change }) => change),
      }
    })
}

/**
 * The same in the sentences of the result: of everybody, every scenario that did not start. So nothing is made here that is
 * not of the result.
 */
export function explainWhyNot(person: Person, now: number): WhyNot[] {
  const explained: WhyNot[] = []
  for (const scenario of person.compiled.scenarios) {
    if (hasStarted(person, scenario)) continue
    const { triggers, audience, least } = explainScenario(person, scenario, now)
    const told: WhyNot = { scenario: scenario.id, unmet: [], met: [], change: [] }
    for (const trigger of triggers) addLeaves(trigger, told)
    if (audience) addLeaves(audience, told)
    for (const { change } of least) told.change.push(describeChange(change))
    explained.push(told)
  }
  return explained
}

function addLeaves(explanation: Explanation, told: WhyNot): void {
  if (explanation.kind !== "leaf") for (const part of explanation.parts) addLeaves(part, told)
  else if (explanation.met) told.met.push(write(explanation))
  else told.unmet.push(write(explanation))
}

function write({ asked, is }: Leaf): WhyNotCondition {
  return { condition: describeAsked(asked), is: describeStanding(is) }
}

function hasStarted(person: Person, { index }: CompiledScenario): boolean {
  return person.runsOf(index).length > 0
}

interface NotStarted {
  triggers: Leaf[]
  audience: Explanation | null
  /** What must change so that it starts: the trigger first. */
  least: Leaf[]
}

function explainScenario(person: Person, scenario: CompiledScenario, now: number): NotStarted {
  const asked = scenario.triggers.map((trigger) => trigger.explain(person, now))
  const audience = scenario.audience?.explain(person, now, true) ?? null
  // All holds by now, and at the time of the trigger it did not: what was seen began nothing.
  const triggers = audience?.met !== false && asked.some(({ met }) => met) ? asked.map(tellInVain) : asked
  let least: Leaf[] | null = null
  for (const trigger of triggers) {
    const of = audience && findLeastLeaves(explainWhenFired(person, scenario, trigger, now, audience))
    const way = of ? [trigger, ...withoutRepeats(of, trigger)] : [trigger]
    if (!least || compareWays(way, least) < 0) least = way
  }
  return { triggers, audience, least: least ?? [] }
}

function tellInVain(trigger: Leaf): Leaf {
  return trigger.met ? { ...trigger, met: false, is: { code: "seen", inVain: true } } : trigger
}

/** The audience is asked at the trigger, and that may be a matter of time: what holds now may be over by then. */
function explainWhenFired(
  person: Person,
  { audience }: CompiledScenario,
  { change }: Leaf,
  now: number,
  byNow: Explanation,
): Explanation {
  const at = fireAt(change, now)
  return audience && at > now ? supposeAt(person, at, () => audience.explain(person, at, true)) : byNow
}

/** The first instant at which a trigger can fire that is changed so (ms UTC), as far as the map says it. */
function fireAt(change: Change, now: number): number {
  switch (change.code) {
    case "wait":
    case "none-until":
      return change.until ?? now
    case "once":
      return now + (change.thenNone?.ms ?? 0)
    case "fulfil":
      return change.asked.code === "absence" ? now + change.asked.length.ms : now
    default:
      return now
  }
}

/** What is asked twice is done once, and what only lacks the event of the trigger has it with the trigger. */
function withoutRepeats(leaves: Leaf[], trigger: Leaf): Leaf[] {
  return leaves.filter((leaf, index) => {
    if (bringsAlong(trigger, leaf)) return false
    for (let before = 0; before < index; before++) if (isSame(leaves[before], leaf)) return false
    return true
  })
}

function bringsAlong({ change: fired }: Leaf, { change }: Leaf): boolean {
  const brought = fired.code === "once" || fired.code === "again" ? fired.of : null
  if (brought === null || change.code !== "fulfil" || change.asked.code !== "event") return false
  return (
    change.more === 1 && eventsOf(brought) === eventsOf(change.asked.of) && isAlike(brought, change.asked.of)
  )
}

function isSame(one: Leaf | undefined, other: Leaf): boolean {
  if (!one || one.asked.code !== other.asked.code) return false
  const [is, was] = [other.change, one.change]
  if (is === was) return true
  if (is.code === "cross" && was.code === "cross") return is.id === was.id && isAlike(is, was)
  if (is.code !== "fulfil" || was.code !== "fulfil") return isAlike(is, was)
  if (is.asked.code === "event" && was.asked.code === "event")
    if (eventsOf(is.asked.of) !== eventsOf(was.asked.of)) return false
  return isAlike(is, was)
}

/** As a rule that tells matchers apart. */
function eventsOf(matcher: Matcher): unknown {
  return typeof matcher === "object" && "event" in matcher && typeof matcher.event === "string"
    ? matcher.event
    : null
}

/** Both are made of what a map says, in one order. */
function isAlike(one: Change | Matcher, other: Change | Matcher): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** One trigger by itself, or any of several. */
function gather(triggers: Leaf[]): Explanation {
  const [single] = triggers
  if (single && triggers.length === 1) return single
  return { kind: "any", met: triggers.some(({ met }) => met), parts: triggers }
}
