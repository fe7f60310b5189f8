import { findZone, type Zone } from "../../../shared/engine/zone"

const MINUTE = 60_000
const DAY = 86_400_000

/** Local days and minutes of an instant, minute by minute: slow, and nothing to get wrong. */
export function wallOf(at: number, zone: Zone): { day: number; minute: number; weekday: number } {
  const wall = at + zone.offsetAt(at)
  const day = Math.floor(wall / DAY)
  return { day, minute: Math.floor((wall - day * DAY) / MINUTE), weekday: (((day + 3) % 7) + 7) % 7 }
}

/** The first instant at which the walls show a minute of a day, or, where they skip it, a later one. */
export function instantOf(day: number, minute: number, zone: Zone): number {
  for (let at = day * DAY - 26 * 60 * MINUTE; ; at += MINUTE) {
    const wall = wallOf(at, zone)
    if (wall.day > day || (wall.day === day && wall.minute >= minute)) return at
  }
}

export const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

const known = new Map<string, boolean>()

export function isQuiet(quiet: { from: string; to: string }, at: number, zone: Zone): boolean {
  const minuteBegin = Math.floor(at / MINUTE) * MINUTE
  const key = `${quiet.from} ${quiet.to} ${minuteBegin} ${zone.name}`
  const answer = known.get(key) ?? askQuiet(quiet, minuteBegin, zone)
  known.set(key, answer)
  return answer
}

function askQuiet(quiet: { from: string; to: string }, at: number, zone: Zone): boolean {
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)]
  const today = wallOf(at, zone).day
  return [today - 1, today].some(
    (day) => instantOf(day, from, zone) <= at && at < instantOf(to < from ? day + 1 : day, to, zone),
  )
}

export function zoneOf(name: unknown): Zone | null {
  return findZone(name)
}
