import type { TouchpointEvent } from "../../../shared/event"
import type { CommunicationMap } from "../../../shared/map/communication-map"
import type { Condition } from "../../../shared/map/condition"
import { durationMs } from "../../../shared/map/duration"
import type { Filter, Matcher, NumberComparison } from "../../../shared/map/matcher"

/** What somebody has done so far, in order. Every condition is asked of the whole of it, each time anew. */
export interface Past {
  map: CommunicationMap
  events: readonly TouchpointEvent[]
}

const PASSIVE = new Set([
  "message_sent",
  "message_delivered",
  "message_shown",
  "message_failed",
  "message_bounced",
  "identify",
  "consent",
])

const isMachine = (event: TouchpointEvent) => event.name === "message_opened" && event.props?.machine === true

export function fits(matcher: Matcher, event: TouchpointEvent): boolean {
  if (Array.isArray(matcher)) return matcher.some((one) => fits(one, event))
  const { event: names, where = {} } = typeof matcher === "string" ? { event: matcher } : matcher
  return [names].flat().includes(event.name) && !isMachine(event) && meets(where, event)
}

/** Maps made here compare plain props with plain values, or with `gte`. */
function meets(where: Filter, event: TouchpointEvent): boolean {
  return Object.entries(where).every(([path, wanted]) => {
    const value = event.props?.[path]
    if (typeof wanted !== "object") return value === wanted
    return typeof value === "number" && compares(wanted as NumberComparison, value)
  })
}

function compares({ eq, ne, gt, gte, lt, lte }: NumberComparison, value: number): boolean {
  return (
    (eq === undefined || value === eq) &&
    (ne === undefined || value !== ne) &&
    (gt === undefined || value > gt) &&
    (gte === undefined || value >= gte) &&
    (lt === undefined || value < lt) &&
    (lte === undefined || value <= lte)
  )
}

export function traitsOf(events: readonly TouchpointEvent[]): Record<string, unknown> {
  const traits: Record<string, unknown> = {}
  for (const event of events) {
    if (event.name !== "identify") continue
    for (const [key, value] of Object.entries(event.props ?? {})) {
      if (value === null) delete traits[key]
      else traits[key] = value
    }
  }
  return traits
}

export function lastOf(
  events: readonly TouchpointEvent[],
  of: Matcher | undefined,
): TouchpointEvent | undefined {
  return events.findLast((event) => (of ? fits(of, event) : !PASSIVE.has(event.name) && !isMachine(event)))
}

export function holds(condition: Condition, past: Past, at: number): boolean {
  const { map, events } = past
  const since = (within: string | undefined) => (within === undefined ? -Infinity : at - durationMs(within))
  if ("all" in condition) return condition.all.every((part) => holds(part, past, at))
  if ("any" in condition) return condition.any.some((part) => holds(part, past, at))
  if ("not" in condition) return !holds(condition.not, past, at)
  if ("sum" in condition) {
    const { sum, of, within, ...comparison } = condition
    const values = events
      .filter((event) => event.at >= since(within) && fits(of, event))
      .map(({ props }) => props?.[sum])
    const total = values.reduce<number>((all, value) => all + (typeof value === "number" ? value : 0), 0)
    return compares(comparison, total)
  }
  if ("inactive" in condition) {
    const last = lastOf(events, condition.of)
    return last !== undefined && last.at <= at - durationMs(condition.inactive)
  }
  if ("sequence" in condition) {
    return events.some((first, start) => {
      let next = 0
      return events
        .slice(start)
        .some(
          (event, place) =>
            (place > 0 || fits(condition.sequence[0] as Matcher, event)) &&
            fits(condition.sequence[next] as Matcher, event) &&
            event.at - first.at <= durationMs(condition.within) &&
            ++next === condition.sequence.length,
        )
    })
  }
  if ("trait" in condition) return holdsTrait(condition, events, at)
  if ("segment" in condition) {
    const segment = map.segments?.find(({ id }) => id === condition.segment)
    return segment !== undefined && holds(segment.when, past, at)
  }
  if ("stage" in condition) return stageOf(past, at) === condition.stage
  if ("consent" in condition) return hasConsent(condition.consent, past)
  if ("reachable" in condition) return isReachable(condition.reachable, past)
  const { event, where, count, within } = condition
  const found = events.filter(
    (one) => one.at >= since(within) && fits({ event, ...(where && { where }) }, one),
  ).length
  if (count === undefined) return found >= 1
  if (typeof count === "number") return count === 0 ? found === 0 : found >= count
  return compares(count, found)
}

function holdsTrait(
  { trait, for: lasting, ...wanted }: Extract<Condition, { trait: string }>,
  events: readonly TouchpointEvent[],
  at: number,
): boolean {
  const satisfies = (seen: readonly TouchpointEvent[]) => {
    const value = traitsOf(seen)[trait]
    if (wanted.exists !== undefined && (value !== undefined) !== wanted.exists) return false
    if (wanted.ne !== undefined && (typeof value !== typeof wanted.ne || value === wanted.ne)) return false
    return wanted.eq === undefined || value === wanted.eq
  }
  if (!satisfies(events)) return false
  if (lasting === undefined) return true
  let since = at
  for (const instant of [...new Set(events.map((event) => event.at))].reverse()) {
    if (!satisfies(events.filter((event) => event.at <= instant))) break
    since = instant
  }
  return since <= at - durationMs(lasting)
}

export function stageOf(past: Past, at: number): string {
  const [first, ...others] = past.map.stages
  return others.findLast(({ when }) => when && holds(when, past, at))?.id ?? first?.id ?? ""
}

export function hasConsent(channel: string, { map, events }: Past): boolean {
  const asked = map.channels?.[channel]?.consent ?? "none"
  if (asked === "none") return true
  let isDenied = false
  let decision: boolean | null = null
  for (const { name, props = {} } of events) {
    if (name === "message_unsubscribed" && props.channel === channel) [isDenied, decision] = [true, false]
    if (name !== "consent") continue
    const [general, own] = [props.marketing, props[channel]]
    if (general !== undefined) decision = general === "granted"
    if (own !== undefined) [isDenied, decision] = [own === "denied", own === "granted"]
  }
  return !isDenied && (decision ?? asked === "opt-out")
}

export function isReachable(channel: string, { map, events }: Past): boolean {
  const address = map.channels?.[channel]?.address
  let bounced = false
  for (const [index, { name, props = {} }] of events.entries()) {
    if (name === "message_bounced" && props.channel === channel && props.bounce !== "soft") bounced = true
    if (name === "identify" && address !== undefined) {
      const before = traitsOf(events.slice(0, index))[address]
      if (before !== traitsOf(events.slice(0, index + 1))[address]) bounced = false
    }
  }
  return !bounced && (address === undefined || traitsOf(events)[address] !== undefined)
}
