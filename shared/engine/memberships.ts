import { EventIds } from "./event-ids"
import { beginHorizon, endHorizon } from "./horizon"
import { Kept } from "./kept"
import type { MembershipPart } from "./membership-parts"
import type { Person } from "./person"
import { makeRoom, withLast } from "./small-list"
import type { MembershipChange } from "./trigger"

/** A span of a stage; it ends where the next begins. */
export class StageSpan extends Kept {
  constructor(
    readonly stage: number,
    readonly from: number,
    readonly because: string[],
  ) {
    super()
  }
}

/** Where the person is: the stages passed, and since when the segments hold. */
export class Memberships extends Kept {
  stages: StageSpan[] = []
  /** Since when (ms UTC), by segment index; undefined: not a member. */
  segments: (number | undefined)[]
  /** The next instant at which time alone may change something. */
  changesAt = Number.NEGATIVE_INFINITY
  /** An `inactive` over everything holds: any activity may change something. */
  activityMatters = false

  constructor(segments: number) {
    super()
    this.segments = makeRoom(segments)
  }

  get stage(): StageSpan | undefined {
    return this.stages[this.stages.length - 1]
  }
}

/** An evaluation under way: each segment is asked once, and stages ask those they are defined by. */
interface Evaluation {
  person: Person
  at: number
  segments: (boolean | undefined)[]
  stage: number | undefined
}

let underWay: Evaluation | null = null

/** The evaluation that is used again and again, while none is under way around it. */
let spare: Evaluation | null = null

function beginEvaluation(person: Person, at: number): Evaluation {
  const evaluation = spare
  const count = person.compiled.segments.length
  if (!evaluation || evaluation.segments.length !== count)
    return { person, at, segments: makeRoom(count), stage: undefined }
  spare = null
  evaluation.person = person
  evaluation.at = at
  for (let index = 0; index < count; index++) evaluation.segments[index] = undefined
  evaluation.stage = undefined
  return evaluation
}

/** Membership at `at`: as evaluated now while memberships are being evaluated, else as recorded. */
export function isPresent(person: Person, kind: "stage" | "segment", index: number, at: number): boolean {
  if (underWay?.person === person && underWay.at === at) {
    return kind === "segment" ? askSegment(underWay, index) : askStage(underWay) === index
  }
  if (kind === "segment") return person.memberships.segments[index] !== undefined
  return person.memberships.stage?.stage === index
}

/** What `ask` asks of stages and segments is as it will be at `at` if nothing else happens. Nothing is recorded. */
export function supposeAt<Answer>(person: Person, at: number, ask: () => Answer): Answer {
  const { activity } = person.compiled
  const { activityMatters } = activity
  const outer = underWay
  const around = beginHorizon()
  underWay = { person, at, segments: makeRoom(person.compiled.segments.length), stage: undefined }
  try {
    return ask()
  } finally {
    underWay = outer
    endHorizon(around)
    activity.activityMatters = activityMatters
  }
}

function askSegment(evaluation: Evaluation, index: number): boolean {
  const known = evaluation.segments[index]
  if (known !== undefined) return known
  const condition = evaluation.person.compiled.segments[index]?.condition
  const holds = condition?.holds(evaluation.person, evaluation.at) ?? false
  evaluation.segments[index] = holds
  return holds
}

/** The last listed stage whose condition holds, else the first (rule 6). */
function askStage(evaluation: Evaluation): number {
  if (evaluation.stage !== undefined) return evaluation.stage
  const { stages } = evaluation.person.compiled
  let index = stages.length - 1
  while (index > 0 && !stages[index]?.condition?.holds(evaluation.person, evaluation.at)) index--
  evaluation.stage = index
  return index
}

const NO_CHANGES: MembershipChange[] = []

/**
 * Evaluates stages and segments on the state at `at`, those that may have changed, records what has, and gives it
 * (rules 6 and 7). In parts only before the instant at which time alone may change something.
 */
export function updateMemberships(person: Person, at: number, part: MembershipPart): MembershipChange[] {
  const { compiled, memberships } = person
  const { activity } = compiled
  const outer = underWay
  const evaluation = beginEvaluation(person, at)
  underWay = evaluation
  activity.activityMatters = false
  const around = beginHorizon()
  let changesAt = Number.NEGATIVE_INFINITY
  try {
    if (part.stages) askStage(evaluation)
    for (const index of part.segments) askSegment(evaluation, index)
  } finally {
    changesAt = endHorizon(around)
    underWay = outer
  }
  if (part === compiled.wholeMembership) {
    memberships.changesAt = changesAt
    memberships.activityMatters = activity.activityMatters
  } else {
    if (changesAt < memberships.changesAt) memberships.changesAt = changesAt
    memberships.activityMatters ||= activity.activityMatters
  }
  let changes = NO_CHANGES
  const { stage } = evaluation
  if (part.stages && memberships.stage?.stage !== stage) {
    changes = []
    recordStage(person, at, stage ?? 0, changes)
  }
  for (const index of part.segments) {
    const holds = evaluation.segments[index] ?? false
    const held = memberships.segments[index] !== undefined
    if (holds === held) continue
    memberships.segments[index] = holds ? at : undefined
    if (changes === NO_CHANGES) changes = []
    changes.push(tellSegment(person, at, index, holds))
  }
  spare = evaluation
  return changes
}

const NO_IDS: string[] = []

/** The because of a segment is nowhere shown but in runs that begin by it, so it is gathered only for those. */
function tellSegment(person: Person, at: number, index: number, entered: boolean): MembershipChange {
  const { changeTriggers, segments } = person.compiled
  const change: MembershipChange = { kind: "segment", index, entered, because: NO_IDS }
  for (const trigger of changeTriggers) {
    if (!trigger.isFiredBy?.(change)) continue
    const ids = new EventIds()
    segments[index]?.condition.because(person, at, ids)
    change.because = ids.list
    break
  }
  return change
}

function recordStage(person: Person, at: number, stage: number, changes: MembershipChange[]): void {
  const { memberships, compiled } = person
  const before = memberships.stage
  const ids = new EventIds()
  compiled.stages[stage]?.condition?.because(person, at, ids)
  // Where nothing speaks for it by itself, it is what is left of the stage before, or the very beginning.
  const because = ids.list.length > 0 ? ids.list : (before?.because ?? [person.facts.firstId])
  memberships.stages = withLast(memberships.stages, new StageSpan(stage, at, because))
  if (before) changes.push({ kind: "stage", index: before.stage, entered: false, because })
  changes.push({ kind: "stage", index: stage, entered: true, because })
}
