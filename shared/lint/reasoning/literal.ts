import type { EventKind } from "./event-kind"
import type { ValueTest } from "./value-tests"

/** A stretch of time that ends now: [now - lengthMs, now], without its first instant where `open`. */
export interface Window {
  lengthMs: number
  open: boolean
}

export const EVER: Window = { lengthMs: Number.POSITIVE_INFINITY, open: false }
export const THIS_INSTANT: Window = { lengthMs: 0, open: false }

export function contains(wider: Window, narrower: Window): boolean {
  if (narrower.lengthMs !== wider.lengthMs) return narrower.lengthMs < wider.lengthMs
  return !wider.open || narrower.open
}

/** How many events of these kinds lie in the window: at least, at most, or not exactly `count`. */
export interface CountLiteral {
  about: "count"
  kinds: readonly EventKind[]
  window: Window
  bound: "least" | "most" | "not"
  count: number
}

/** A bound of a sum. `key` is the same for sums over the same events. */
export interface SumLiteral {
  about: "sum"
  key: string
  test: "gte" | "gt" | "lte" | "lt" | "eq" | "ne"
  against: number
}

export interface TraitLiteral {
  about: "trait"
  path: string
  tests: readonly ValueTest[]
  /** 0 where it need only be so now. */
  forMs: number
  holds: boolean
}

/** What is only compared with itself: consent and reach of a channel, a sequence. */
export interface PlainLiteral {
  about: "plain"
  key: string
  holds: boolean
}

/** The smallest statements about a person at an instant. */
export type Literal = CountLiteral | SumLiteral | TraitLiteral | PlainLiteral
