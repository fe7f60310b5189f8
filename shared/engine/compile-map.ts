import type { Cap } from "../map/channel"
import type { CommunicationMap } from "../map/communication-map"
import type { Condition } from "../map/condition"
import { durationMs } from "../map/duration"
import type { Matcher } from "../map/matcher"
import type { Scenario, Step } from "../map/scenario"
import { Weekday } from "../map/scenario"
import { shareOf } from "../map/share"
import { wallMinutes } from "../map/wall-time"
import { compileCap, findLongestCap } from "./compile-cap"
import type {
  CompiledChannel,
  CompiledMap,
  CompiledMessage,
  CompiledScenario,
  CompiledStep,
} from "./compiled-map"
import type { CompiledCondition } from "./condition"
import { compileCondition } from "./conditions/registry"
import { type EarlierMap, joinEarlier, tellApart } from "./earlier-maps"
import type { Entry } from "./entry"
import type { Facts } from "./facts"
import { graceMs } from "./grace"
import { changesAnything, type Interest, newInterest, OWN_NAMES } from "./interest"
import { type CompiledMatcher, Matchers } from "./matcher"
import { MembershipNeeds, type MembershipPart, type Part, STAGES } from "./membership-parts"
import { type CompiledPath, readAll, readKey } from "./path"
import { compilePatterns } from "./pattern"
import type { CompiledTrigger } from "./trigger"
import { readDate } from "./triggers/date"
import { compileTrigger, listTriggers } from "./triggers/registry"
import { findZone, type Zone } from "./zone"

/** Makes a map that `parseMap` let through ready for the fold, with the ones it was before (rule 15), oldest first. */
export function compileMap(
  source: CommunicationMap,
  {
    earlier = [],
    arrivals = false,
  }: { earlier?: readonly EarlierMap[]; arrivals?: boolean | undefined } = {},
): CompiledMap {
  const compiled =
    earlier.length === 0
      ? new Scope(source).finish()
      : tellApart(new Scope(joinEarlier(source, earlier)).finish(), source, earlier)
  if (arrivals) compiled.arrivals = new Map()
  return compiled
}

type Update = (facts: Facts, entry: Entry) => void
type InstantUpdate = (facts: Facts, at: number) => void

/** What the forms of conditions and triggers may ask for while the map is compiled. */
export class Scope {
  readonly zone: Zone
  private readonly interests = new Map<string, Interest>()
  readonly matchers = new Matchers((name) => this.interestIn(name))
  private readonly instants: InstantUpdate[] = []
  private readonly slots = new Map<string, number>()
  private readonly channels = new Map<string, CompiledChannel>()
  private readonly messages = new Map<string, CompiledMessage>()
  private readonly segments: { id: string; condition: CompiledCondition }[] = []
  private readonly stages: { id: string; condition: CompiledCondition | null }[] = []
  private readonly indexes = new Map<string, number>()
  private marks = 0
  private shortestQuietMs = Number.POSITIVE_INFINITY
  private readonly needs = new MembershipNeeds()
  /** Set while a stage or segment is compiled: what it listens to can change it. */
  private part: Part | null = null
  /** Set while an audience is compiled that a schedule waits for. */
  private forAudience = false
  /** Set while memberships are evaluated: see `noteActivityMatters`. */
  activityMatters = false

  constructor(readonly source: CommunicationMap) {
    const zone = findZone(source.timeZone)
    if (!zone) throw new Error(`Unknown time zone: ${source.timeZone}`)
    this.zone = zone
    for (const [index, stage] of source.stages.entries()) this.indexes.set(`stage ${stage.id}`, index)
    for (const [index, part] of (source.segments ?? []).entries())
      this.indexes.set(`segment ${part.id}`, index)
    for (const [index, part] of (source.scenarios ?? []).entries())
      this.indexes.set(`scenario ${part.id}`, index)
  }

  finish(): CompiledMap {
    this.compileChannels()
    for (const [index, { id, when }] of (this.source.segments ?? []).entries()) {
      this.part = index
      this.segments.push({ id, condition: this.compile(when) })
    }
    this.part = STAGES
    for (const { id, when } of this.source.stages) {
      this.stages.push({ id, condition: when ? this.compile(when) : null })
    }
    this.part = null
    const scenarios = (this.source.scenarios ?? []).map((scenario, index) =>
      this.compileScenario(scenario, index),
    )
    const triggers = scenarios.flatMap((scenario) => scenario.triggers)
    const wholeMembership = { stages: true, segments: this.segments.map((_, index) => index) }
    this.tellNeeds(wholeMembership)
    return {
      source: this.source,
      zone: this.zone,
      channels: this.channels,
      heard: new Set(this.channels.keys()),
      messages: this.messages,
      scenarios,
      steps: scenarios.flatMap(({ steps }) => steps),
      plans: new Map(),
      arrivals: null,
      slots: this.slots.size,
      stages: this.stages,
      segments: this.segments,
      interests: this.interests,
      wholeMembership,
      instants: this.instants,
      addressed: [...this.channels.values()].flatMap(({ id, address }) =>
        address ? [{ channel: id, path: address }] : [],
      ),
      changeTriggers: triggers.filter((trigger) => trigger.isFiredBy),
      timerTriggers: triggers.filter((trigger) => trigger.timer),
      goalTriggers: triggers.filter((trigger) => trigger.goalOf !== undefined),
      shortestQuietMs: this.shortestQuietMs,
      hasCaps:
        (this.source.caps ?? []).length > 0 ||
        [...this.channels.values()].some(({ caps }) => caps.length > 0),
      overallCaps: (this.source.caps ?? []).map((cap) => compileCap(cap, null)),
      longestCapMs: findLongestCap([...(this.source.caps ?? []), ...this.listChannelCaps()]),
      activity: this,
    }
  }

  private listChannelCaps(): Cap[] {
    return Object.values(this.source.channels ?? {}).flatMap(({ caps }) => caps ?? [])
  }

  private tellNeeds(whole: MembershipPart): void {
    for (const [name, part] of this.needs.finish(whole)) this.interestIn(name).memberships = part
    for (const interest of this.interests.values())
      if (changesAnything(interest)) interest.memberships = whole
  }

  compile(condition: Condition): CompiledCondition {
    return compileCondition(condition, this)
  }

  /**
   * A place in a person's facts, kept up by every event of these names. Definitions that are the same share it.
   */
  takeSlot(definition: unknown, names: readonly string[], make: (index: number) => Update): number {
    const { index, isNew } = this.numberSlot(definition)
    if (isNew) {
      const update = make(index)
      for (const name of names) this.interestIn(name).updates.push(update)
    }
    for (const name of names) {
      if (this.part !== null) this.needs.listens(this.part, name)
      if (this.forAudience) this.interestIn(name).audience = true
    }
    return index
  }

  /** A place that is looked at once after each instant with an event of these names, and after the first instant. */
  takeInstantSlot(definition: unknown, names: string[], make: (index: number) => InstantUpdate): number {
    const { index, isNew } = this.numberSlot(definition)
    if (isNew) {
      const update = make(index)
      this.instants.push(update)
      for (const name of names) this.interestIn(name).instants.push(update)
    }
    return index
  }

  private numberSlot(definition: unknown): { index: number; isNew: boolean } {
    const key = JSON.stringify(definition)
    const known = this.slots.get(key)
    if (known !== undefined) return { index: known, isNew: false }
    const index = this.slots.size
    this.slots.set(key, index)
    return { index, isNew: true }
  }

  /** A number under which a trigger remembers of each person what has fired. */
  takeMark(): number {
    return this.marks++
  }

  /** Some condition or trigger waits this long for the person to do anything at all. */
  noteQuiet(quietMs: number): void {
    this.shortestQuietMs = Math.min(this.shortestQuietMs, quietMs)
  }

  /** Said by an `inactive` that holds: the person's next activity changes memberships. */
  noteActivityMatters(matters: boolean): void {
    if (matters) this.activityMatters = true
  }

  /** Whether an event was seen that a trigger of events could have been fired by, or only such as had no key. */
  listenForTrigger(
    matcher: Matcher,
    per: CompiledPath | null,
  ): (facts: Facts) => "begins" | "keyless" | null {
    const compiled = this.matchers.compile(matcher)
    const slot = this.takeSlot(["seen", matcher, per?.text], compiled.names, (index) => (facts, entry) => {
      if (facts.slots[index] === "begins" || !compiled.matches(entry)) return
      facts.slots[index] = per && readKey(entry.event, per) === null ? "keyless" : "begins"
    })
    return (facts) => (facts.slots[slot] as "begins" | "keyless" | undefined) ?? null
  }

  /** Values that are not numbers are left out of a sum, and reported. */
  reportNonNumbers(matcher: CompiledMatcher, path: CompiledPath): void {
    const check = (entry: Entry) => {
      if (!matcher.matches(entry)) return null
      return readAll(entry.event, path).some((value) => typeof value !== "number")
        ? `${path.text} is not a number`
        : null
    }
    for (const name of matcher.names) this.checkEvents(name, check)
  }

  private checkEvents(name: string, check: Interest["checks"][number]): void {
    const interest = this.interestIn(name)
    interest.checks.push(check)
    interest.isTold = true
  }

  /** A trait that a trigger needs as a date, set to what is none. */
  reportUnreadableDates(path: string[]): void {
    const [first] = path
    this.checkEvents("identify", ({ event }) => {
      let value: unknown = first === undefined ? undefined : event.props
      for (const key of path) {
        value =
          typeof value === "object" && value !== null && Object.hasOwn(value, key)
            ? (value as Record<string, unknown>)[key]
            : undefined
      }
      if (value === undefined || value === null || readDate(value)) return null
      return `${path.join(".")} is not a date (YYYY-MM-DD)`
    })
  }

  segmentIndex(id: string): number {
    const index = this.indexOf("segment", id)
    if (this.part !== null) this.needs.refers(this.part, index)
    return index
  }

  stageIndex(id: string): number {
    if (this.part !== null) this.needs.refers(this.part, STAGES)
    return this.indexOf("stage", id)
  }

  scenarioIndex(id: string): number {
    return this.indexOf("scenario", id)
  }

  segmentCondition(index: number): CompiledCondition | undefined {
    return this.segments[index]?.condition
  }

  stageCondition(index: number): CompiledCondition | null | undefined {
    return this.stages[index]?.condition
  }

  channel(id: string): CompiledChannel {
    const channel = this.channels.get(id)
    if (!channel) throw new Error(`Unknown channel: ${id}`)
    return channel
  }

  private indexOf(kind: string, id: string): number {
    const index = this.indexes.get(`${kind} ${id}`)
    if (index === undefined) throw new Error(`Unknown ${kind}: ${id}`)
    return index
  }

  private interestIn(name: string): Interest {
    let interest = this.interests.get(name)
    if (!interest) {
      interest = newInterest(name)
      this.interests.set(name, interest)
    }
    return interest
  }

  private compileChannels(): void {
    for (const name of OWN_NAMES) this.interestIn(name)
    const overAll = (this.source.caps ?? []).map((cap) => compileCap(cap, null))
    for (const [id, channel] of Object.entries(this.source.channels ?? {})) {
      this.channels.set(id, {
        id,
        index: this.channels.size,
        cost: channel.cost ?? 0,
        live: (channel.status ?? "live") === "live",
        address: channel.address?.split(".") ?? null,
        consent: channel.consent ?? "none",
        quiet: channel.quiet
          ? {
              from: wallMinutes(channel.quiet.from),
              to: wallMinutes(channel.quiet.to),
              skips: channel.quiet.on === "skip",
            }
          : null,
        caps: [...(channel.caps ?? []).map((cap) => compileCap(cap, id)), ...overAll],
      })
    }
    for (const [id, { type, match }] of Object.entries(this.source.messages ?? {})) {
      const patterns = (given: string | string[] | undefined) =>
        given === undefined ? null : compilePatterns(given)
      this.messages.set(id, {
        id,
        type: type ?? "triggered",
        fits: {
          campaign: patterns(match?.campaign),
          template: patterns(match?.template),
          subject: patterns(match?.subject),
          sender: patterns(match?.sender),
        },
      })
    }
  }

  /** A schedule waits for its audience (see the trigger): what that listens to may wake it. */
  private compileAudience({ audience, trigger }: Scenario): CompiledCondition | null {
    if (!audience) return null
    this.forAudience = listTriggers(trigger).some((single) => "schedule" in single)
    const compiled = this.compile(audience)
    this.forAudience = false
    return compiled
  }

  private compileScenario(scenario: Scenario, index: number): CompiledScenario {
    const compiled: CompiledScenario = {
      id: scenario.id,
      index,
      triggers: [],
      audience: this.compileAudience(scenario),
      continueIf: scenario.continueIf ? this.compile(scenario.continueIf) : null,
      exit: scenario.exit === undefined ? null : this.matchers.compile(scenario.exit),
      goal: scenario.goal === undefined ? null : this.compileGoal(scenario.goal),
      continueAfterGoal: scenario.continueAfterGoal ?? false,
      once: scenario.reentry === "once",
      reentryMs: typeof scenario.reentry === "object" ? durationMs(scenario.reentry.after) : 0,
      priority: scenario.priority ?? 0,
      holdout: scenario.holdout === undefined ? 0 : shareOf(scenario.holdout),
      steps: [],
      from: Number.NEGATIVE_INFINITY,
      until: Number.POSITIVE_INFINITY,
    }
    compiled.steps = scenario.steps.map((step, position) =>
      this.compileStep(step, position, compiled, scenario.steps),
    )
    for (const single of listTriggers(scenario.trigger)) {
      const trigger: CompiledTrigger = { ...compileTrigger(single, this), scenario: compiled }
      compiled.triggers.push(trigger)
      for (const name of trigger.events?.names ?? []) this.interestIn(name).triggers.push(trigger)
    }
    for (const name of compiled.goal?.matcher.names ?? []) this.interestIn(name).goals.push(compiled)
    for (const name of compiled.exit?.names ?? []) this.interestIn(name).exits.push(compiled)
    return compiled
  }

  private compileStep(step: Step, index: number, scenario: CompiledScenario, all: Step[]): CompiledStep {
    const message = step.message === undefined ? null : (this.messages.get(step.message) ?? null)
    const ifNot = step.ifNot
    return {
      id: step.id,
      index,
      scenario,
      channel: this.channel(step.channel),
      message,
      type: message?.type ?? "triggered",
      afterMs: typeof step.after === "string" ? durationMs(step.after) : 0,
      fromTrigger: index === 0 || step.from === "trigger",
      at: step.at === undefined ? null : wallMinutes(step.at),
      days: step.days ? Weekday.options.map((day) => step.days?.includes(day) ?? false) : null,
      ifNot:
        ifNot === undefined
          ? null
          : typeof ifNot === "string"
            ? { step: index - 1, outcome: ifNot }
            : { step: all.findIndex(({ id }) => id === ifNot.step), outcome: ifNot.outcome },
      only: step.only ? this.compile(step.only) : null,
      graceMs: graceMs(this.source, step.channel, step.grace),
    }
  }

  private compileGoal(goal: NonNullable<Scenario["goal"]>): CompiledScenario["goal"] {
    if (typeof goal === "object" && "event" in goal) {
      const within = "within" in goal ? goal.within : undefined
      const withinMs = within === undefined ? Number.POSITIVE_INFINITY : durationMs(within)
      return { matcher: this.matchers.compileEvent(goal.event, goal.where), withinMs }
    }
    return { matcher: this.matchers.compile(goal), withinMs: Number.POSITIVE_INFINITY }
  }
}
