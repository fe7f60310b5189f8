import { EVENT_NESTING } from "../event"

const refusedKeys = /^(__proto__|constructor|prototype)$/

/** Matches only half of a pair: with `u`, a whole pair is one character. */
const loneSurrogate = /\p{Surrogate}/u

/**
 * Why a value that JSON let through must not be used, or null: keys that reach prototypes, nesting over 32, numbers that
 * became infinite while they were read, and halves of characters, which turn into one and the same `\ufffd` as soon as
 * they are written, so that two ids might become one. Walks at most the 64 KiB that a line may have.
 */
export function findHostile(value: unknown, depth = EVENT_NESTING): string | null {
  if (typeof value === "string") return findHostileText(value)
  if (typeof value === "number") return Number.isFinite(value) ? null : "a number is too large"
  if (typeof value !== "object" || value === null) return null
  if (depth <= 0) return `an event nests at most ${EVENT_NESTING} levels`
  if (Array.isArray(value)) {
    for (const item of value) {
      const reason = findHostile(item, depth - 1)
      if (reason) return reason
    }
    return null
  }
  for (const key of Object.keys(value)) {
    if (refusedKeys.test(key)) return `the key ${key} is refused`
    const reason = findHostileText(key) ?? findHostile((value as Record<string, unknown>)[key], depth - 1)
    if (reason) return reason
  }
  return null
}

function findHostileText(text: string): string | null {
  if (!loneSurrogate.test(text)) return null
  // What the command puts in the place of a byte that is no UTF-8.
  return text.includes("\udc80")
    ? "the line is not UTF-8: save the log as UTF-8"
    : "a text has half a character (a lone surrogate)"
}
