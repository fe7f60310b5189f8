import type { Cap } from "../map/channel"
import { DAY_MS, durationMs } from "../map/duration"
import type { CompiledCap } from "./compiled-map"

/** A cap of a channel, or over all (null). */
export function compileCap(cap: Cap, channel: string | null): CompiledCap {
  const { per } = cap
  return {
    max: cap.max,
    per: compilePer(per),
    types: cap.types ? new Set(cap.types) : null,
    defers: cap.on === "defer",
    channel,
  }
}

/** A calendar month in any zone has no more than this. */
const MONTH_MS = 33 * DAY_MS

/** How far back the caps of a map look, in ms. */
export function findLongestCap(caps: readonly Cap[]): number {
  return Math.max(
    MONTH_MS,
    ...caps.map(({ per }) => compilePer(per)).filter((per) => typeof per === "number"),
  )
}

function compilePer(per: Cap["per"]): CompiledCap["per"] {
  return per === "calendar-day" || per === "calendar-week" || per === "calendar-month" ? per : durationMs(per)
}
