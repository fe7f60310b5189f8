import type { Comparison, NumberComparison, Scalar } from "../map/matcher"
import { compilePattern } from "./pattern"

/** Whether a value satisfies something. Different types and missing values do not, also for `ne`: never a guess. */
export type Test = (value: unknown) => boolean

/** What a test says of the value itself, even if it is an array: the others ask its elements. */
export interface CompiledComparison {
  ofElements: Test[]
  ofWhole: Test[]
}

export function compileComparison(given: Scalar | Comparison): CompiledComparison {
  if (typeof given !== "object") return { ofElements: [(value) => value === given], ofWhole: [] }
  const ofElements: Test[] = []
  const ofWhole: Test[] = []
  const { eq, ne, gt, gte, lt, lte, starts, contains, exists, matches } = given
  if (eq !== undefined) ofElements.push((value) => value === eq)
  if (ne !== undefined) ofElements.push((value) => typeof value === typeof ne && value !== ne)
  if (gt !== undefined) ofElements.push((value) => typeof value === typeof gt && (value as typeof gt) > gt)
  if (gte !== undefined)
    ofElements.push((value) => typeof value === typeof gte && (value as typeof gte) >= gte)
  if (lt !== undefined) ofElements.push((value) => typeof value === typeof lt && (value as typeof lt) < lt)
  if (lte !== undefined)
    ofElements.push((value) => typeof value === typeof lte && (value as typeof lte) <= lte)
  if (given.in !== undefined) {
    const among = new Set<unknown>(given.in)
    ofElements.push((value) => among.has(value))
  }
  if (starts !== undefined) ofElements.push((value) => typeof value === "string" && value.startsWith(starts))
  if (matches !== undefined) {
    const fits = compilePattern(matches, { ignoreCase: false })
    ofElements.push((value) => typeof value === "string" && fits(value))
  }
  if (contains !== undefined) {
    ofWhole.push((value) => {
      if (Array.isArray(value)) return value.includes(contains)
      return typeof value === "string" && typeof contains === "string" && value.includes(contains)
    })
  }
  if (exists !== undefined) ofWhole.push((value) => (value !== undefined && value !== null) === exists)
  return { ofElements, ofWhole }
}

/** All tests of a value; an array stands for any one of its elements. */
export function satisfies(comparison: CompiledComparison, value: unknown): boolean {
  const { ofWhole, ofElements } = comparison
  if (!passes(ofWhole, value)) return false
  if (ofElements.length === 0) return true
  if (!Array.isArray(value)) return passes(ofElements, value)
  for (const element of value) if (passes(ofElements, element)) return true
  return false
}

function passes(tests: readonly Test[], value: unknown): boolean {
  for (const test of tests) if (!test(value)) return false
  return true
}

/** Comparisons of a number, all of which must hold. */
export function compileNumberComparison(given: NumberComparison): (value: number) => boolean {
  const { eq, ne, gt, gte, lt, lte } = given
  return (value) =>
    (eq === undefined || value === eq) &&
    (ne === undefined || value !== ne) &&
    (gt === undefined || value > gt) &&
    (gte === undefined || value >= gte) &&
    (lt === undefined || value < lt) &&
    (lte === undefined || value <= lte)
}
