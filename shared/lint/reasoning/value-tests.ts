import type { Comparison, Scalar } from "../../map/matcher"

/** One test of one value: `["gte", 1000]`. A comparison is a list of them, all of which must hold. */
export type ValueTest = readonly [test: string, against: unknown]

/** The tests of a filter's entry or of a trait; a bare value is compared for being the same. */
export function listTests(given: Scalar | Comparison | Record<string, unknown>): ValueTest[] {
  if (typeof given !== "object") return [["eq", given]]
  return Object.entries(given).filter(([, against]) => against !== undefined)
}

const ORDERS: Record<string, (value: never, against: never) => boolean> = {
  gt: (value, against) => value > against,
  gte: (value, against) => value >= against,
  lt: (value, against) => value < against,
  lte: (value, against) => value <= against,
}

/** Whether a known value passes; `unknown` for what only an array or a pattern could say. */
function passes(value: unknown, [test, against]: ValueTest): boolean | "unknown" {
  const order = ORDERS[test]
  if (order) return typeof value === typeof against && order(value as never, against as never)
  if (test === "eq") return value === against
  if (test === "ne") return typeof value === typeof against && value !== against
  if (test === "in") return (against as unknown[]).includes(value)
  if (test === "starts") return typeof value === "string" && value.startsWith(against as string)
  if (test === "exists") return against === true
  return "unknown"
}

/** The few values that `eq` and `in` leave, or null where they leave any. */
function listCandidates(tests: readonly ValueTest[]): unknown[] | null {
  const lists = tests.flatMap(([test, against]) =>
    test === "eq" ? [[against]] : test === "in" ? [against as unknown[]] : [],
  )
  const [first] = lists
  if (!first) return null
  return first.filter((value) => tests.every((test) => passes(value, test) !== false))
}

/**
 * Whether no value can pass all tests. True only where that is certain; patterns are never judged.
 */
export function isImpossible(tests: readonly ValueTest[]): boolean {
  const mustExist = tests.some(([test, against]) => test !== "exists" || against === true)
  if (mustExist && tests.some(([test, against]) => test === "exists" && against === false)) return true
  if (listCandidates(tests)?.length === 0) return true
  const types = new Set(tests.flatMap(([test, against]) => typeAskedBy(test, against)))
  if (types.size > 1) return true
  const floors = tests.filter(([test]) => test === "gt" || test === "gte")
  const ceilings = tests.filter(([test]) => test === "lt" || test === "lte")
  return floors.some((floor) => ceilings.some((ceiling) => isEmptyRange(floor, ceiling)))
}

function typeAskedBy(test: string, against: unknown): string[] {
  if (test in ORDERS || test === "ne") return [typeof against]
  return test === "starts" || test === "matches" ? ["string"] : []
}

function isEmptyRange([floorTest, floor]: ValueTest, [ceilingTest, ceiling]: ValueTest): boolean {
  if (typeof floor !== typeof ceiling) return true
  if ((floor as number) > (ceiling as number)) return true
  return floor === ceiling && !(floorTest === "gte" && ceilingTest === "lte")
}

/** Whether every value that passes `given` passes `asked` too. True only where that is certain. */
export function implies(given: readonly ValueTest[], asked: readonly ValueTest[]): boolean {
  return asked.every((test) => impliesOne(given, test))
}

function impliesOne(given: readonly ValueTest[], asked: ValueTest): boolean {
  const [test, against] = asked
  if (given.some(([name, value]) => name === test && isSame(value, against))) return true
  if (test === "exists") return against === true && given.some(([name]) => name !== "exists")
  if (test === "contains" || test === "matches") return false
  const candidates = listCandidates(given)
  if (candidates) return candidates.every((value) => passes(value, asked) === true)
  return given.some((one) => impliesByOrder(one, asked))
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

function impliesByOrder([given, value]: ValueTest, [asked, against]: ValueTest): boolean {
  if (typeof value !== typeof against) return false
  const above = given === "gt" || given === "gte"
  const below = given === "lt" || given === "lte"
  const [left, right] = [value as number, against as number]
  if (asked === "gte") return above && left >= right
  if (asked === "gt") return (given === "gt" && left >= right) || (given === "gte" && left > right)
  if (asked === "lte") return below && left <= right
  if (asked === "lt") return (given === "lt" && left <= right) || (given === "lte" && left < right)
  if (asked === "ne") {
    if (above) return given === "gt" ? left >= right : left > right
    if (below) return given === "lt" ? left <= right : left < right
  }
  return asked === "starts" && given === "starts" && String(value).startsWith(String(against))
}
