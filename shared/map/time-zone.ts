import * as z from "zod"
import { findNearest } from "./nearest"

const known = new Map<string, boolean>()

/** Whether this is the name of an IANA zone (`Europe/Moscow`, `UTC`). Bare offsets are not names. */
export function isTimeZone(name: string): boolean {
  const before = known.get(name)
  if (before !== undefined) return before
  const answer = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(name) && accepts(name)
  // Names come from events too: a hostile log must not fill the memory with them.
  if (known.size < 2_000) known.set(name, answer)
  return answer
}

function accepts(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch {
    return false
  }
}

const SAYS = "a time zone is an IANA name: Europe/Moscow, America/New_York, UTC"

function explain({ input }: { input?: unknown }): string {
  return `${SAYS}${typeof input === "string" ? proposeTimeZone(input) : ""}`
}

/** `: did you mean …?` or nothing. `Moscow` is the end of the one name that is meant. */
export function proposeTimeZone(input: string): string {
  if (input === "" || input.length > 60) return ""
  const city = input.trim().replaceAll(" ", "_").toLowerCase()
  const zones = Intl.supportedValuesOf("timeZone")
  const found = zones.find((zone) => zone.toLowerCase().split("/").at(-1) === city.split("/").at(-1)) ?? null
  const meant = found ?? findNearest(input, zones)
  return meant === null ? "" : `: did you mean \`${meant}\`?`
}

export const TimeZone = z.string({ error: SAYS }).refine(isTimeZone, { error: explain })
export type TimeZone = z.infer<typeof TimeZone>
