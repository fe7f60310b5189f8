import type * as z from "zod"
import { CONDITION_FORMS } from "./condition"
import { proposeKey } from "./known-keys"
import type { DocumentPath, PathProblem } from "./map-problem"
import { proposeNearest } from "./nearest"
import { TRIGGER_FORMS } from "./trigger"

type Issue = z.core.$ZodIssue

/** Every key of the language that tells the forms of a union apart, or belongs to one. */
const FORM_KEYS = [
  "without",
  ...CONDITION_FORMS,
  ...TRIGGER_FORMS,
  "step",
  "text",
  "attribute",
  "value",
  "path",
]

/**
 * What the schema found, in the words of the map.
 *
 * A union fails once for each of its forms: the form that the author meant (by its telling key) gives the errors.
 */
export function listSchemaProblems(value: unknown, issues: readonly Issue[]): PathProblem[] {
  return issues.flatMap((issue) => explainIssue(value, issue, []))
}

function explainIssue(root: unknown, issue: Issue, above: DocumentPath): PathProblem[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === "symbol" ? String(part) : part))]
  switch (issue.code) {
    case "unrecognized_keys":
      return explainHalfAbsence(root, issue.keys, path) ?? explainUnknownKeys(issue.keys, path)
    case "invalid_union":
      return explainUnion(root, issue, path)
    case "invalid_key":
      return issue.issues.map((inner) => ({ path, code: "bad-key", atKey: true, message: inner.message }))
    case "invalid_value": {
      const allowed = issue.values.map(String)
      const given = valueAt(root, path)
      if (given === undefined)
        return [missing(path, `${allowed.length > 1 ? "one of " : ""}${allowed.join(", ")}`)]
      const near = typeof given === "string" ? proposeNearest(given, allowed) : ""
      const message = /^Invalid (option|input)/.test(issue.message)
        ? `expected ${allowed.length > 1 ? "one of " : ""}${allowed.join(", ")}, not ${tell(given)}${near}`
        : issue.message
      return [{ path, code: "bad-value", message }]
    }
    case "invalid_type": {
      const given = valueAt(root, path)
      if (given === undefined) return [missing(path, TYPES[issue.expected] ?? "")]
      const expected = TYPES[issue.expected] ?? issue.expected
      const message = /^Invalid input/.test(issue.message)
        ? `expected ${path.length === 0 ? "a map: keys with values, beginning with `cuelight: 1`" : expected}, not ${tell(given)}`
        : issue.message
      return [{ path, code: "bad-type", message }]
    }
    default:
      return [{ path, code: "bad-value", message: issue.message }]
  }
}

/** The types of JSON in words that a person uses who writes a map. */
const TYPES: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list: [ … ]",
  object: "keys with values: { … }",
  record: "keys with values: { … }",
}

/** What stands there, for the end of a sentence. */
function tell(given: unknown): string {
  if (given === null) return "nothing"
  if (Array.isArray(given)) return "a list"
  if (typeof given === "object") return "keys with values"
  return typeof given === "string"
    ? `\`${shorten(given)}\``
    : `${typeof given === "number" ? "the number " : ""}${given}`
}

function missing(path: DocumentPath, expected: string): PathProblem {
  const key = path.at(-1)
  const what = expected === "" ? "" : ` (${expected})`
  return {
    path: path.slice(0, -1),
    code: "missing-key",
    message: typeof key === "string" ? `\`${key}\` is missing${what}` : `expected ${expected || "a value"}`,
  }
}

function explainUnknownKeys(keys: readonly string[], path: DocumentPath): PathProblem[] {
  return keys.map((key) => ({
    path: [...path, key],
    code: "unknown-key",
    atKey: true,
    message:
      key === "<<"
        ? "merge keys (`<<`) are no part of YAML 1.2: write out the keys themselves"
        : `unknown key \`${shorten(key)}\`${proposeKey(key, path)}`,
  }))
}

/** A trigger of absence without one of its two keys looks like one by an event with a key too many. */
function explainHalfAbsence(
  root: unknown,
  keys: readonly string[],
  path: DocumentPath,
): PathProblem[] | null {
  if (!path.includes("trigger") || keys.some((key) => !["without", "for", "restart"].includes(key)))
    return null
  const given = valueAt(root, path)
  const has = (key: string) => typeof given === "object" && given !== null && key in given
  if (has("without") && has("for")) return null
  const key = has("without") ? "for" : "without"
  const says =
    key === "for"
      ? "`for` is missing: how long to wait for what `without` names, like `for: 1h`"
      : "`without` is missing: the event that should have followed, like `without: purchase`"
  return [{ path, code: "missing-key", message: says }]
}

type UnionIssue = Extract<Issue, { code: "invalid_union" }>

function explainUnion(root: unknown, issue: UnionIssue, path: DocumentPath): PathProblem[] {
  const given = valueAt(root, path)
  if (given === undefined) return [missing(path, "")]
  const formless = explainFormless(given, path)
  if (formless) return formless
  const isOwnWords = !/^Invalid input/.test(issue.message)
  if (isOwnWords && (typeof given !== "object" || given === null)) {
    const words = issue.errors.flat().flatMap((inner) => (inner.code === "invalid_value" ? inner.values : []))
    const near = typeof given === "string" ? proposeNearest(given, words.map(String)) : ""
    const message = near === "" ? issue.message : `${issue.message}${near}`
    return [{ path, code: "bad-value", message }]
  }
  const branches = issue.errors.filter((errors) => errors.length > 0)
  const meant = branches.filter((errors) => fitsShape(given, errors))
  if (meant.length === 0) return [{ path, code: "bad-value", message: explainNoForm(given, issue) }]
  const best = meant.reduce((one, other) => (badness(one, given) <= badness(other, given) ? one : other))
  return best.flatMap((inner) => explainIssue(root, inner, path))
}

/** A branch is meant where the value has its shape: not "expected object, got text" at the very value, nor one of some words. */
function fitsShape(given: unknown, errors: readonly Issue[]): boolean {
  const isCompound = typeof given === "object"
  const isOther = ({ code, path }: Issue) =>
    path.length === 0 && (code === "invalid_type" || (code === "invalid_value" && isCompound))
  return !errors.some(isOther) && given !== null
}

function badness(errors: readonly Issue[], given: unknown): number {
  let points = 0
  for (const error of errors) {
    const key = String(error.path[0] ?? "")
    const lacksTellingKey =
      error.path.length === 1 &&
      FORM_KEYS.includes(key) &&
      !(typeof given === "object" && given && key in given)
    if (error.code === "invalid_union" && error.path.length === 0) {
      points += Math.min(
        ...error.errors.map((inner) => (fitsShape(given, inner) ? badness(inner, given) : 2_000)),
      )
    } else if (lacksTellingKey) points += 1_000
    else if (error.code === "unrecognized_keys" && error.path.length === 0) points += 10 * error.keys.length
    else if (error.path.length <= 1) points += 2
    else points += 1
  }
  return points
}

/** Which language of forms a path asks for, or null. */
function formsAt(path: DocumentPath): { what: string; forms: readonly string[] } | null {
  const last = path.at(-1)
  const inList = typeof last === "number" && ["all", "any"].includes(String(path.at(-2)))
  const trigger = path.indexOf("trigger")
  if (trigger >= 0 && (trigger === path.length - 1 || inList))
    return { what: "trigger", forms: TRIGGER_FORMS }
  const isCondition = ["when", "audience", "continueIf", "only", "not"].includes(String(last)) || inList
  return isCondition ? { what: "condition", forms: CONDITION_FORMS } : null
}

/** A condition or trigger that has the key of no form, in words that help to find one. */
function explainFormless(given: unknown, path: DocumentPath): PathProblem[] | null {
  const asked = formsAt(path)
  if (!asked) return null
  const { what, forms } = asked
  const list = forms.map((form) => `{ ${form}: … }`).join(", ")
  const problem = (message: string): PathProblem[] => [{ path, code: "bad-value", message }]
  if (typeof given === "string") {
    const name = shorten(given)
    const meant = what === "trigger" ? `{ event: ${name} }` : `{ segment: ${name} } or { event: ${name} }`
    return problem(`a text alone is no ${what}: write ${meant}`)
  }
  if (Array.isArray(given)) {
    const joined = what === "trigger" ? "{ any: [ … ] }" : "{ all: [ … ] } or { any: [ … ] }"
    return problem(`a list alone is no ${what}: write ${joined}`)
  }
  if (typeof given !== "object" || given === null)
    return problem(`expected a ${what}, one of ${list}, not ${tell(given)}`)
  const keys = Object.keys(given)
  if (keys.length === 0) return problem(`an empty ${what} says nothing: expected one of ${list}`)
  if (forms.some((form) => form in given)) return null
  const proposed = explainUnknownKeys(keys, path).filter(({ message }) => message.endsWith("?"))
  return proposed.length > 0 ? proposed : problem(`this ${what} has none of the keys that make one: ${list}`)
}

function explainNoForm(given: unknown, issue: UnionIssue): string {
  if (!/^Invalid input/.test(issue.message)) return issue.message
  return `${tell(given)} is not what is expected here`
}

function valueAt(root: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof value !== "object" || value === null) return undefined
    return Object.hasOwn(value, part) ? (value as Record<string | number, unknown>)[part] : undefined
  }, root)
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
