import { findZone } from "../engine/zone"
import { DAY_MS } from "../map/duration"
import type { ReadWall } from "./dialects/dialect"

const wall = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/

/**
 * Reads wall times of one zone (`2026-03-02 10:00:00`): of one that a clock change skips the first instant after it, of one
 * that occurs twice the first. Throws a `RangeError` for what is no IANA zone.
 */
export function startReadingWalls(name: string): { read: ReadWall; wasAsked(): boolean } {
  const zone = findZone(name)
  if (!zone) throw new RangeError(`no time zone is called ${JSON.stringify(name)}`)
  let asked = false
  return {
    read(text) {
      const [, date = "", hours, minutes, seconds = 0] = wall.exec(text) ?? []
      const midnight = Date.parse(`${date}T00:00:00Z`)
      const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)]
      // A day that its month does not have would be one of the next.
      if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return undefined
      if (hour > 23 || minute > 59 || second > 59) return undefined
      asked = true
      return zone.instantAt(midnight / DAY_MS, hour * 60 + minute) + second * 1000
    },
    wasAsked: () => asked,
  }
}
