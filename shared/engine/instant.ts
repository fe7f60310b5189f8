import { LAST_INSTANT } from "../map/duration"

/** ISO 8601 UTC with milliseconds. Beyond the last instant that a clock can show, that one. */
export function writeInstant(at: number): string {
  return new Date(Math.min(Math.max(at, -LAST_INSTANT), LAST_INSTANT)).toISOString()
}

/** An instant after another, never beyond the last one there is. */
export function addMs(at: number, ms: number): number {
  return Math.min(at + ms, LAST_INSTANT)
}
