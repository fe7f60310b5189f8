/** One expectation of a conformance case. Each form is a row of the table in the README of the cases. */
export type Expectation =
  | { path: string; equals: unknown }
  | { path: string; contains: unknown }
  | { path: string; lacks: unknown }
  | { path: string; matching: unknown; count: number }
  | { path: string; length: number }
  | { path: string; near: number }
  | { exit: number }
  | { stdout: "empty" }

export interface Outcome {
  exit: number
  stdout: string
}

/** Why an expectation does not hold, or null where it does. */
export function explainFailure(expected: Expectation, outcome: Outcome): string | null {
  if ("exit" in expected) return outcome.exit === expected.exit ? null : `exit ${outcome.exit}`
  if ("stdout" in expected) return outcome.stdout === "" ? null : `printed ${outcome.stdout.slice(0, 200)}`
  const value = follow(JSON.parse(outcome.stdout), expected.path)
  return holds(expected, value) ? null : `${expected.path} is ${shorten(value)}`
}

function holds(
  expected: Exclude<Expectation, { exit: number } | { stdout: string }>,
  value: unknown,
): boolean {
  if ("equals" in expected)
    return expected.equals === null ? value === undefined || value === null : fits(value, expected.equals)
  if ("near" in expected) return typeof value === "number" && Math.abs(value - expected.near) <= 1e-6
  const list = Array.isArray(value) ? value : []
  if ("lacks" in expected) return !list.some((element) => fits(element, expected.lacks))
  if (!Array.isArray(value)) return false
  if ("contains" in expected) return list.some((element) => fits(element, expected.contains))
  if ("length" in expected) return list.length === expected.length
  return list.filter((element) => fits(element, expected.matching)).length === expected.count
}

/** An object fits when every key of the pattern fits, an array element by element. */
export function fits(value: unknown, pattern: unknown): boolean {
  if (pattern === null) return value === null || value === undefined
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(value) &&
      value.length === pattern.length &&
      pattern.every((inner, index) => fits(value[index], inner))
    )
  }
  if (typeof pattern !== "object") return value === pattern
  if (typeof value !== "object" || value === null) return false
  return Object.entries(pattern).every(([key, inner]) => fits((value as Record<string, unknown>)[key], inner))
}

/** A JSON pointer. */
function follow(root: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], root)
}

function shorten(value: unknown): string {
  return (JSON.stringify(value) ?? "not there").slice(0, 1_500)
}
