import type { MessageType } from "../map/message"
import type { CompiledCap, CompiledChannel } from "./compiled-map"
import type { Person } from "./person"
import { doesCount, type Send } from "./sends"
import { dateOf, dayOf, weekdayOf, type Zone } from "./zone"

/** Whether a cap limits messages of a type: services are outside caps; `types` limits only those. */
export function doesLimit(cap: CompiledCap, type: MessageType | null): boolean {
  if (type === "service") return false
  return cap.types === null || (type !== null && cap.types.has(type))
}

/** The sends that a cap counts, of a person, seen from `at`. Earliest first. */
function listCounted(person: Person, cap: CompiledCap, at: number, except: Send | null): number[] {
  const counted: number[] = []
  for (const send of person.sends ?? []) {
    if (isCounted(send, cap, at, except)) counted.push(send.at)
  }
  return counted.sort((one, other) => one - other)
}

function isCounted(send: Send, cap: CompiledCap, at: number, except: Send | null): boolean {
  if (send === except || (cap.channel !== null && send.channel !== cap.channel)) return false
  return doesLimit(cap, send.type) && doesCount(send, at)
}

/** The window at t: t - `per` < s <= t, or from the beginning of the calendar period of the person's zone. */
function windowStart(cap: CompiledCap, at: number, zone: Zone): number {
  if (typeof cap.per === "number") return at - cap.per + 1
  return zone.startOf(firstDay(cap.per, zone.dayAt(at)))
}

function firstDay(per: Exclude<CompiledCap["per"], number>, day: number): number {
  if (per === "calendar-day") return day
  if (per === "calendar-week") return day - weekdayOf(day)
  return day - dateOf(day).date + 1
}

function nextPeriod(per: Exclude<CompiledCap["per"], number>, day: number): number {
  const first = firstDay(per, day)
  if (per === "calendar-day") return first + 1
  if (per === "calendar-week") return first + 7
  const { year, month } = dateOf(first)
  return dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? first + 31
}

/** Whether as many as the cap allows are already in the window at `at`. */
export function isFull(person: Person, cap: CompiledCap, at: number, except: Send | null = null): boolean {
  if (cap.max === 0) return true
  const { sends } = person
  if (sends === null || sends.length < cap.max) return false
  const from = windowStart(cap, at, person.zone())
  let count = 0
  for (const send of sends) {
    if (send.at < from || send.at > at || !isCounted(send, cap, at, except)) continue
    if (++count >= cap.max) return true
  }
  return false
}

/** The first instant at or after `at` that the cap allows, from what is known; null where there is none (`max: 0`). */
export function firstAllowedAt(person: Person, cap: CompiledCap, at: number): number | null {
  if (cap.max === 0) return null
  const zone = person.zone()
  const counted = listCounted(person, cap, at, null)
  let candidate = at
  for (let tries = 0; tries <= counted.length + 1; tries++) {
    const from = windowStart(cap, candidate, zone)
    const inside = counted.filter((sentAt) => sentAt >= from && sentAt <= candidate)
    if (inside.length < cap.max) return candidate
    if (typeof cap.per === "number") {
      // Free again when so many have left that one more fits.
      const leaving = inside[inside.length - cap.max] ?? candidate
      candidate = Math.max(candidate + 1, leaving + cap.per)
    } else candidate = zone.startOf(nextPeriod(cap.per, zone.dayAt(candidate)))
  }
  return candidate
}

/** The caps on a channel that are full at `at`, and from when on each allows one more; null where never. */
export function findFullCaps(
  person: Person,
  channel: CompiledChannel,
  at: number,
): { cap: CompiledCap; freeAt: number | null }[] {
  return channel.caps
    .filter((cap) => isFull(person, cap, at))
    .map((cap) => ({ cap, freeAt: firstAllowedAt(person, cap, at) }))
}
