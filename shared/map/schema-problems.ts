import type * as z from "zod"
import { CONDITION_FORMS } from "./condition"
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
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: "unknown-key",
        atKey: true,
        message: `unknown key \`${shorten(key)}\`${proposeNearest(key, knownKeysAt(path))}`,
      }))
    case "invalid_union":
      return explainUnion(root, issue, path)
    case "invalid_key":
      return issue.issues.map((inner) => ({ path, code: "bad-key", atKey: true, message: inner.message }))
    case "invalid_value": {
      const allowed = issue.values.map(String)
      const given = valueAt(root, path)
      if (given === undefined) return [missing(path, `one of ${allowed.join(", ")}`)]
      const near = typeof given === "string" ? proposeNearest(given, allowed) : ""
      const message = /^Invalid (option|input)/.test(issue.message)
        ? `\`${shorten(String(given))}\` is none of ${allowed.join(", ")}${near}`
        : issue.message
      return [{ path, code: "bad-value", message }]
    }
    case "invalid_type": {
      if (valueAt(root, path) === undefined) return [missing(path, issue.expected)]
      const message = /^Invalid input/.test(issue.message) ? `expected ${issue.expected}` : issue.message
      return [{ path, code: "bad-type", message }]
    }
    default:
      return [{ path, code: "bad-value", message: issue.message }]
  }
}

function missing(path: DocumentPath, expected: string): PathProblem {
  const key = path.at(-1)
  return {
    path: path.slice(0, -1),
    code: "missing-key",
    message: typeof key === "string" ? `\`${key}\` is missing (${expected})` : `expected ${expected}`,
  }
}

type UnionIssue = Extract<Issue, { code: "invalid_union" }>

function explainUnion(root: unknown, issue: UnionIssue, path: DocumentPath): PathProblem[] {
  const given = valueAt(root, path)
  if (given === undefined) return [missing(path, "a value")]
  const branches = issue.errors.filter((errors) => errors.length > 0)
  const meant = branches.filter((errors) => fitsShape(given, errors))
  if (meant.length === 0) return [{ path, code: "bad-value", message: explainNoForm(given, path, issue) }]
  const best = meant.reduce((one, other) => (badness(one, given) <= badness(other, given) ? one : other))
  return best.flatMap((inner) => explainIssue(root, inner, path))
}

/** A branch is meant where the value has its shape: not "expected object, got text" at the very value. */
function fitsShape(given: unknown, errors: readonly Issue[]): boolean {
  return !errors.some((error) => error.code === "invalid_type" && error.path.length === 0) && given !== null
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

function explainNoForm(given: unknown, path: DocumentPath, issue: UnionIssue): string {
  if (!/^Invalid input/.test(issue.message)) return issue.message
  const isTrigger = path.includes("trigger")
  const last = path.at(-1)
  const isCondition =
    ["when", "audience", "continueIf", "only", "not"].includes(String(last)) ||
    (typeof last === "number" && ["all", "any"].includes(String(path.at(-2))))
  if (isTrigger || isCondition) {
    const forms = isTrigger ? TRIGGER_FORMS : CONDITION_FORMS
    return `expected a ${isTrigger ? "trigger" : "condition"}: one of ${forms.map((form) => `{ ${form}: … }`).join(", ")}`
  }
  return `this ${given === null ? "empty value" : Array.isArray(given) ? "list" : typeof given} is not what is expected here`
}

/** The keys that the language knows where a path leads, for proposals. */
function knownKeysAt(path: DocumentPath): string[] {
  const section = path.filter((part): part is string => typeof part === "string")
  const last = path.at(-1)
  const inside = typeof last === "number" ? section.at(-1) : section.at(-2)
  return KEYS[section.length === 0 ? "" : (section.at(-1) ?? "")] ?? KEYS[inside ?? ""] ?? EVERY_KEY
}

const CONDITION_KEYS = [
  ...CONDITION_FORMS,
  ..."where count within of eq ne gt gte lt lte in contains starts exists for".split(" "),
]

const KEYS: Record<string, string[]> = {
  "": "cuelight id name timeZone currency sites touchpoints stages segments channels messages scenarios caps mix x".split(
    " ",
  ),
  touchpoints: "event on selector url name props x".split(" "),
  stages: "id name when cjm x".split(" "),
  cjm: "goal needs motives emotion barriers jobs kpis ideas x".split(" "),
  segments: "id name when x".split(" "),
  channels: "name cost system status address consent grace quiet caps x".split(" "),
  quiet: ["from", "to", "on"],
  caps: "max per types on x".split(" "),
  messages: "type name match x".split(" "),
  match: "campaign template subject sender".split(" "),
  scenarios:
    "id name trigger audience continueIf exit goal continueAfterGoal reentry priority holdout steps x".split(
      " ",
    ),
  steps: "id channel message after from at days ifNot only grace name x".split(" "),
  ifNot: ["step", "outcome"],
  trigger: [...TRIGGER_FORMS, ..."where per without for restart of every offset at onPast zone".split(" ")],
  when: CONDITION_KEYS,
  audience: CONDITION_KEYS,
  continueIf: CONDITION_KEYS,
  only: CONDITION_KEYS,
  all: CONDITION_KEYS,
  any: CONDITION_KEYS,
  not: CONDITION_KEYS,
  goal: ["event", "where", "within"],
  exit: ["event", "where"],
  mix: "per targets tolerance volume x".split(" "),
  volume: ["segment", "max"],
}

const EVERY_KEY = [...new Set(Object.values(KEYS).flat())]

function valueAt(root: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>((value, part) => {
    if (typeof value !== "object" || value === null) return undefined
    return Object.hasOwn(value, part) ? (value as Record<string | number, unknown>)[part] : undefined
  }, root)
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
