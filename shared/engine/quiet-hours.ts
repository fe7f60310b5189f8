import type { CompiledChannel } from "./compiled-map"
import type { Zone } from "./zone"

/**
 * The end of the quiet hours in which an instant lies, or null where it lies in none. They are intervals [from, to) of
 * each local day, over midnight where `to` is before `from`; both ends are wall times read by rule 17.
 */
export function findQuietEnd(
  quiet: NonNullable<CompiledChannel["quiet"]>,
  at: number,
  zone: Zone,
): number | null {
  const today = zone.dayAt(at)
  for (const day of [today - 1, today, today + 1]) {
    const from = zone.instantAt(day, quiet.from)
    const to = zone.instantAt(quiet.to < quiet.from ? day + 1 : day, quiet.to)
    if (from <= at && at < to) return to
  }
  return null
}
