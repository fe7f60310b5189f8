import type { Comparison, Filter, Matcher } from "../map/matcher"

/** A matcher in words: `add_to_cart where price gte 1000`. */
export function describeMatcher(matcher: Matcher): string {
  if (typeof matcher === "string") return matcher
  if (Array.isArray(matcher)) return matcher.map(describeMatcher).join(" or ")
  const names = [matcher.event].flat().join(" or ")
  return matcher.where ? `${names} where ${describeFilter(matcher.where)}` : names
}

function describeFilter(filter: Filter): string {
  return Object.entries(filter)
    .map(([path, given]) => `${path} ${describeComparison(given)}`)
    .join(" and ")
}

function describeComparison(given: Filter[string]): string {
  if (typeof given !== "object") return `is ${JSON.stringify(given)}`
  return Object.entries(given as Comparison)
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
    .join(" and ")
}
