import type { CommunicationMap } from "../map/communication-map"
import type { Condition } from "../map/condition"
import type { Scenario } from "../map/scenario"
import type { Segment } from "../map/segment"
import type { Trigger } from "../map/trigger"
import { compileCap, findLongestCap } from "./compile-cap"
import type { CompiledChannel, CompiledMap, CompiledScenario } from "./compiled-map"
import { graceMs } from "./grace"

/** A map as it was until it was edited: the runs that began before go by it to their end (rule 15). */
export interface EarlierMap {
  map: CommunicationMap
  /** ms UTC: runs that begin at it or after go by what came then. */
  until: number
}

/** No id holds it: what comes from an earlier map is told apart by it while the maps are compiled together. */
const MARK = "\u0000"

const isEarlier = (id: string): boolean => id.includes(MARK)
const realId = (id: string): string => id.slice(0, id.indexOf(MARK))

/** Whether a segment is one of the map itself, and so is shown. */
export function isOwnSegment({ id }: { id: string }): boolean {
  return !isEarlier(id)
}

/**
 * One map out of several: the present one, and with it the scenarios of earlier ones with all that they refer to, under
 * names of their own. So there is one fold, and caps, re-entry and evidence see the runs of all.
 */
export function joinEarlier(map: CommunicationMap, earlier: readonly EarlierMap[]): CommunicationMap {
  const segments = [...(map.segments ?? [])]
  const scenarios = [...(map.scenarios ?? [])]
  const channels = { ...map.channels }
  const messages = { ...map.messages }
  for (const [index, { map: old }] of earlier.entries()) {
    const rename = (id: string) => `${id}${MARK}${index}`
    for (const segment of old.segments ?? [])
      segments.push({ id: rename(segment.id), when: renameIn(segment.when, rename) })
    segments.push(...stagesAsSegments(old, rename))
    for (const [id, channel] of Object.entries(old.channels ?? {})) channels[rename(id)] = channel
    for (const [id, message] of Object.entries(old.messages ?? {})) messages[rename(id)] = message
    for (const scenario of old.scenarios ?? []) scenarios.push(renameScenario(scenario, rename))
  }
  return { ...map, segments, scenarios, channels, messages }
}

type Rename = (id: string) => string

function stageName(id: string): string {
  return `stage ${id}`
}

/** A person is in a stage while it holds and no later one does (rule 6); in the first, while none of the others does. */
function stagesAsSegments({ stages }: CommunicationMap, rename: Rename): Segment[] {
  return stages.map(({ id, when }, index) => {
    const later = stages.slice(index + 1).flatMap((stage): Condition[] => (stage.when ? [stage.when] : []))
    const parts: Condition[] = [...(when ? [when] : []), ...later.map((other): Condition => ({ not: other }))]
    const holds: Condition = parts.length > 0 ? { all: parts } : { event: MARK, count: 0 }
    return { id: rename(stageName(id)), when: renameIn(holds, rename) }
  })
}

function renameScenario(scenario: Scenario, rename: Rename): Scenario {
  const { trigger, audience, continueIf, steps } = scenario
  return {
    ...scenario,
    id: rename(scenario.id),
    trigger: renameIn<Trigger>(trigger, rename, true),
    ...(audience && { audience: renameIn(audience, rename) }),
    ...(continueIf && { continueIf: renameIn(continueIf, rename) }),
    steps: steps.map((step) => ({
      ...step,
      channel: rename(step.channel),
      ...(step.message !== undefined && { message: rename(step.message) }),
      ...(step.only && { only: renameIn(step.only, rename) }),
    })),
  }
}

const REFERENCES = new Set(["segment", "consent", "reachable"])

/** The same condition or trigger with other names for what it refers to. Filters hold names of the site's own. */
function renameIn<Part>(part: Part, rename: Rename, inTrigger = false): Part {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== "object" || value === null) return value
    const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
      if (typeof inner !== "string") return [key, key === "where" ? inner : walk(inner)]
      if (key === "stage") return ["segment", rename(stageName(inner))]
      const refers = REFERENCES.has(key) || (inTrigger && key === "goal")
      return [key, refers ? rename(inner) : inner]
    })
    return Object.fromEntries(entries)
  }
  return walk(part) as Part
}

/** Gives what was compiled together its own names back, and each run's map its time. */
export function tellApart(
  compiled: CompiledMap,
  map: CommunicationMap,
  earlier: readonly EarlierMap[],
): CompiledMap {
  const families = new Map(map.scenarios?.map(({ id }, index) => [id, index]))
  const familyOf = ({ id }: CompiledScenario): number => {
    const real = isEarlier(id) ? realId(id) : id
    const known = families.get(real) ?? families.size
    families.set(real, known)
    return known
  }
  const triggers = compiled.scenarios.flatMap((scenario) => scenario.triggers)
  const family = compiled.scenarios.map(familyOf)
  for (const trigger of triggers)
    if (trigger.goalOf !== undefined) trigger.goalOf = family[trigger.goalOf] ?? trigger.goalOf
  for (const [index, scenario] of compiled.scenarios.entries()) {
    scenario.index = family[index] ?? index
    if (isEarlier(scenario.id)) takeTime(scenario, earlier)
    else scenario.from = earlier.at(-1)?.until ?? Number.NEGATIVE_INFINITY
  }
  const own = (map.scenarios ?? []).length
  const channels = [...compiled.channels.values()]
  for (const channel of channels) if (isEarlier(channel.id)) giveCaps(channel, earlier)
  for (const message of compiled.messages.values()) if (isEarlier(message.id)) message.id = realId(message.id)
  return {
    ...compiled,
    source: map,
    scenarios: compiled.scenarios.slice(0, own),
    channels: withoutEarlier(compiled.channels),
    messages: withoutEarlier(compiled.messages),
    heard: new Set(channels.map(({ id }) => id)),
    addressed: channels.flatMap(({ id, address }) => (address ? [{ channel: id, path: address }] : [])),
    longestCapMs: Math.max(
      compiled.longestCapMs,
      ...earlier.map(({ map: old }) => findLongestCap(old.caps ?? [])),
    ),
    hasCaps: compiled.hasCaps || earlier.some(({ map: old }) => (old.caps ?? []).length > 0),
  }
}

function withoutEarlier<T>(all: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...all].filter(([id]) => !isEarlier(id)))
}

function indexOf(id: string): number {
  return Number(id.slice(id.indexOf(MARK) + 1))
}

function takeTime(scenario: CompiledScenario, earlier: readonly EarlierMap[]): void {
  const index = indexOf(scenario.id)
  const old = earlier[index]
  scenario.id = realId(scenario.id)
  scenario.from = earlier[index - 1]?.until ?? Number.NEGATIVE_INFINITY
  scenario.until = old?.until ?? Number.NEGATIVE_INFINITY
  const steps = old?.map.scenarios?.find(({ id }) => id === scenario.id)?.steps ?? []
  for (const step of scenario.steps) {
    const given = steps[step.index]
    // The default goes by the channel's name.
    if (old && given) step.graceMs = graceMs(old.map, given.channel, given.grace)
  }
}

/** Its own caps, and those that were over all channels in its map. */
function giveCaps(channel: CompiledChannel, earlier: readonly EarlierMap[]): void {
  const old = earlier[indexOf(channel.id)]?.map
  channel.id = realId(channel.id)
  channel.caps = [
    ...(old?.channels?.[channel.id]?.caps ?? []).map((cap) => compileCap(cap, channel.id)),
    ...(old?.caps ?? []).map((cap) => compileCap(cap, null)),
  ]
}
