import type { EventCondition } from "../../map/condition"
import { NUMBER_COMPARISONS } from "../../map/matcher"
import type { CountLiteral, SumLiteral } from "./literal"

type NumberTest = SumLiteral["test"]

/** One comparison with a number. */
export interface NumberBound {
  test: NumberTest
  against: number
}

const OPPOSITES: Record<NumberTest, NumberTest> = {
  gte: "lt",
  gt: "lte",
  lte: "gt",
  lt: "gte",
  eq: "ne",
  ne: "eq",
}

/** A number is always there, so that the opposite of a comparison is one too. */
export function opposite({ test, against }: NumberBound): NumberBound {
  return { test: OPPOSITES[test], against }
}

/** The comparisons of a condition that has them among its keys. */
export function listBounds(given: object): NumberBound[] {
  return Object.entries(given)
    .filter(([test, against]) => NUMBER_COMPARISONS.includes(test) && typeof against === "number")
    .map(([test, against]) => ({ test: test as NumberTest, against: against as number }))
}

/** A bare n is at least n, 0 is none, nothing said is at least one. */
export function boundsOfCount(count: EventCondition["count"]): NumberBound[] {
  if (count === 0) return [{ test: "eq", against: 0 }]
  if (count === undefined || typeof count === "number") return [{ test: "gte", against: count ?? 1 }]
  return listBounds(count)
}

/** A comparison of a count, which is a whole number, as bounds; null where no whole number satisfies it. */
export function wholeBounds({ test, against }: NumberBound): Pick<CountLiteral, "bound" | "count">[] | null {
  const whole = Number.isInteger(against)
  switch (test) {
    case "gte":
      return [{ bound: "least", count: Math.ceil(against) }]
    case "gt":
      return [{ bound: "least", count: Math.floor(against) + 1 }]
    case "lte":
      return [{ bound: "most", count: Math.floor(against) }]
    case "lt":
      return [{ bound: "most", count: Math.ceil(against) - 1 }]
    case "eq":
      if (!whole) return null
      return [
        { bound: "least", count: against },
        { bound: "most", count: against },
      ]
    case "ne":
      if (!whole) return []
      return against === 0 ? [{ bound: "least", count: 1 }] : [{ bound: "not", count: against }]
  }
}

/** Whether 0 satisfies the comparison. */
export function allowsZero({ test, against }: NumberBound): boolean {
  if (test === "eq") return against === 0
  if (test === "ne") return against !== 0
  if (test === "gte") return against <= 0
  if (test === "gt") return against < 0
  return test === "lte" ? against >= 0 : against > 0
}
