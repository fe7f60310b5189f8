import { CONDITION_FORMS } from "./condition"
import type { DocumentPath } from "./map-problem"
import { MessageType } from "./message"
import { proposeNearest } from "./nearest"
import { TRIGGER_FORMS } from "./trigger"

/** What other tools call our keys. */
const SYNONYMS: Record<string, string> = {
  wait: "after",
  delay: "after",
  equals: "eq",
  is: "eq",
  or: "any",
  and: "all",
  more: "gt",
  less: "lt",
  min: "gte",
  max: "lte",
  filter: "where",
  conditions: "when",
  condition: "when",
  timezone: "timeZone",
  tz: "timeZone",
  entry: "trigger",
  window: "within",
  days: "within",
  weekdays: "days",
  time: "at",
}

/** So many keys are named where none is near. */
const MOST_NAMED = 12

/** `: did you mean …?` for a key that is unknown at a path, else the few that are known there, or nothing. */
export function proposeKey(key: string, path: DocumentPath): string {
  const known = knownKeysAt(path)
  const synonym = Object.hasOwn(SYNONYMS, key) ? SYNONYMS[key] : undefined
  if (synonym !== undefined && known.includes(synonym)) return `: did you mean \`${synonym}\`?`
  if (known.includes(key)) return ", which does not go together with the others here"
  const near = proposeNearest(key, known)
  if (near !== "" || known.length > MOST_NAMED) return near
  const own = known.filter((name) => name !== "x").map((name) => `\`${name}\``)
  return `: known here are ${own.join(", ")}`
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
  targets: MessageType.options,
  volume: ["segment", "max"],
}

const EVERY_KEY = [...new Set(Object.values(KEYS).flat())]
