import { findCircle } from "./circles"
import type { DocumentPath, PathProblem } from "./map-problem"
import { proposeNearest } from "./nearest"

/** What the parts of a map are called by, as far as it could be read. */
interface Names {
  stages: string[]
  segments: string[]
  channels: string[]
  messages: string[]
  scenarios: string[]
}

type Kind = "channel" | "message" | "segment" | "stage" | "scenario"

/**
 * Errors between parts of a map: what is named but not there, named twice, or in the wrong order.
 *
 * Works on the document as read, so that a map with a broken part still hears of all its other errors.
 */
export function listReferenceProblems(root: unknown): PathProblem[] {
  const problems: PathProblem[] = []
  const names: Names = {
    stages: idsOf(field(root, "stages")),
    segments: idsOf(field(root, "segments")),
    channels: keysOf(field(root, "channels")),
    messages: keysOf(field(root, "messages")),
    scenarios: idsOf(field(root, "scenarios")),
  }
  const known: Record<Kind, Set<string>> = {
    channel: new Set(names.channels),
    message: new Set(names.messages),
    segment: new Set(names.segments),
    stage: new Set(names.stages),
    scenario: new Set(names.scenarios),
  }
  const refer = (kind: Kind, id: unknown, path: DocumentPath) => {
    if (typeof id !== "string" || known[kind].has(id)) return
    const near = proposeNearest(id, known[kind])
    problems.push({
      path,
      code: "unknown-reference",
      message: `unknown ${kind} \`${id.slice(0, 60)}\`${near}`,
    })
  }
  for (const [name, what] of [
    ["stages", "stage"],
    ["segments", "segment"],
    ["scenarios", "scenario"],
  ] as const) {
    problems.push(...listRepeatedIds(field(root, name), what, [name]))
  }
  problems.push(...checkStages(field(root, "stages")))
  for (const section of ["stages", "segments"] as const) {
    for (const [index, part] of listOf(field(root, section)).entries()) {
      checkCondition(field(part, "when"), [section, index, "when"], refer)
    }
  }
  for (const [id, channel] of entriesOf(field(root, "channels"))) {
    problems.push(...checkQuiet(field(channel, "quiet"), ["channels", id, "quiet"]))
  }
  for (const [index, scenario] of listOf(field(root, "scenarios")).entries()) {
    problems.push(...checkScenario(scenario, ["scenarios", index], refer))
  }
  for (const [index, entry] of listOf(field(field(root, "mix"), "volume")).entries()) {
    refer("segment", field(entry, "segment"), ["mix", "volume", index, "segment"])
  }
  const circle = findCircle(root)
  if (circle) problems.push(circle)
  return problems
}

type Refer = (kind: Kind, id: unknown, path: DocumentPath) => void

function checkStages(stages: unknown): PathProblem[] {
  return listOf(stages).flatMap((stage, index): PathProblem[] => {
    const has = field(stage, "when") !== undefined
    if (index === 0 && has) {
      const message = "the first stage has no `when`: a person is in it when no later one holds"
      return [{ path: ["stages", 0, "when"], code: "first-stage-when", message, atKey: true }]
    }
    if (index > 0 && !has && typeof stage === "object" && stage !== null) {
      const message = "only the first stage needs no `when`"
      return [{ path: ["stages", index], code: "missing-key", message }]
    }
    return []
  })
}

function checkQuiet(quiet: unknown, path: DocumentPath): PathProblem[] {
  const from = field(quiet, "from")
  if (typeof from !== "string" || from !== field(quiet, "to")) return []
  return [
    {
      path,
      code: "empty-quiet",
      message: "quiet hours that end when they begin are none, or all: change one",
    },
  ]
}

function checkScenario(scenario: unknown, path: DocumentPath, refer: Refer): PathProblem[] {
  checkTrigger(field(scenario, "trigger"), [...path, "trigger"], refer)
  for (const key of ["audience", "continueIf"]) checkCondition(field(scenario, key), [...path, key], refer)
  const steps = listOf(field(scenario, "steps"))
  const problems = listRepeatedIds(steps, "step", [...path, "steps"])
  const earlier: string[] = []
  const all = idsOf(steps)
  for (const [index, step] of steps.entries()) {
    const at = [...path, "steps", index]
    refer("channel", field(step, "channel"), [...at, "channel"])
    refer("message", field(step, "message"), [...at, "message"])
    checkCondition(field(step, "only"), [...at, "only"], refer)
    const problem = checkIfNot(field(step, "ifNot"), [...at, "ifNot"], index, earlier, all)
    if (problem) problems.push(problem)
    const id = field(step, "id")
    if (typeof id === "string") earlier.push(id)
  }
  return problems
}

function checkIfNot(
  ifNot: unknown,
  path: DocumentPath,
  index: number,
  earlier: string[],
  all: string[],
): PathProblem | null {
  if (ifNot === undefined) return null
  if (index === 0) {
    return {
      path,
      code: "first-step-if-not",
      message: "the first step has no `ifNot`: there is no earlier step",
      atKey: true,
    }
  }
  const step = field(ifNot, "step")
  if (typeof step !== "string" || earlier.includes(step)) return null
  const message = all.includes(step)
    ? `\`ifNot\` names \`${step.slice(0, 60)}\`, which is not an earlier step`
    : `unknown step \`${step.slice(0, 60)}\`${proposeNearest(step, earlier)}`
  return { path: [...path, "step"], code: all.includes(step) ? "later-step" : "unknown-reference", message }
}

/** Triggers nest only by `any`, conditions by `all`, `any` and `not`; the document's own depth bounds both. */
function checkTrigger(trigger: unknown, path: DocumentPath, refer: Refer): void {
  for (const [index, inner] of listOf(field(trigger, "any")).entries()) {
    checkTrigger(inner, [...path, "any", index], refer)
  }
  for (const change of ["enters", "leaves"]) {
    for (const kind of ["segment", "stage"] as const) {
      refer(kind, field(field(trigger, change), kind), [...path, change, kind])
    }
  }
  refer("scenario", field(trigger, "goal"), [...path, "goal"])
}

function checkCondition(condition: unknown, path: DocumentPath, refer: Refer): void {
  for (const list of ["all", "any"]) {
    for (const [index, inner] of listOf(field(condition, list)).entries()) {
      checkCondition(inner, [...path, list, index], refer)
    }
  }
  if (field(condition, "not") !== undefined) checkCondition(field(condition, "not"), [...path, "not"], refer)
  refer("segment", field(condition, "segment"), [...path, "segment"])
  refer("stage", field(condition, "stage"), [...path, "stage"])
  refer("channel", field(condition, "consent"), [...path, "consent"])
  refer("channel", field(condition, "reachable"), [...path, "reachable"])
}

function listRepeatedIds(list: unknown, what: string, path: DocumentPath): PathProblem[] {
  const seen = new Set<string>()
  return listOf(list).flatMap((part, index) => {
    const id = field(part, "id")
    if (typeof id !== "string") return []
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = `a second ${what} \`${id.slice(0, 60)}\`: ids are given once`
    return [{ path: [...path, index, "id"], code: "repeated-id", message }]
  })
}

export function field(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined
  return (value as Record<string, unknown>)[key]
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function idsOf(list: unknown): string[] {
  return listOf(list)
    .map((part) => field(part, "id"))
    .filter((id) => typeof id === "string")
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

function keysOf(value: unknown): string[] {
  return entriesOf(value).map(([key]) => key)
}
