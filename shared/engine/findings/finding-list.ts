import type { Finding, LogProblem } from "../audit-result"
import type { FindingKind, FindingSeed } from "../finding"
import { writeInstant } from "../instant"
import { severityOf } from "./severity"
import { writeFinding } from "./words"

const NO_EVIDENCE: readonly string[] = []

/** A finding as it waits for its place in the list: no words yet, and nothing of the fold. */
class HeldFinding {
  readonly at: number
  readonly kind: FindingKind
  readonly scenario: string | null
  readonly step: string | null
  readonly channel: string | null
  readonly reason: string | null
  readonly evidence: readonly string[]
  readonly detail: string | undefined

  constructor(
    seed: FindingSeed,
    readonly person: string | null,
    readonly line: number | undefined,
  ) {
    this.at = seed.at
    this.kind = seed.kind
    this.scenario = seed.scenario
    this.step = seed.step
    this.channel = seed.channel
    this.reason = seed.reason
    this.evidence = seed.evidence.length === 0 ? NO_EVIDENCE : seed.evidence
    this.detail = seed.detail
  }
}

/** Findings in the order of the result. Their words are written when they are read. */
export interface FindingList extends Iterable<Finding> {
  readonly length: number
  /** How many there are of a kind. */
  count(kind: FindingKind): number
  at(index: number): Finding
}

/** Gathers findings person by person, in the order of people; gives them by time, kind, person, scenario, step. */
export class FindingGatherer {
  private readonly held: HeldFinding[] = []

  add(seed: FindingSeed, person: string | null, line?: number): void {
    this.held.push(new HeldFinding(seed, person, line))
  }

  /** Lines of the log that could not be used. What would lie after `now` (ms UTC) is told at it. */
  addProblems(problems: readonly LogProblem[], now: number): void {
    for (const { line, reason, at } of problems) {
      const seed: FindingSeed = {
        kind: "bad-event",
        at: at !== undefined && at <= now ? at : now,
        scenario: null,
        step: null,
        channel: null,
        reason: null,
        evidence: [],
        detail: reason,
      }
      this.add(seed, null, line)
    }
  }

  finish(): FindingList {
    const list = this.held.sort(compareFindings)
    const at = (index: number): Finding => {
      const held = list[index]
      if (!held) throw new RangeError(`There is no finding ${index}`)
      return write(held)
    }
    return {
      length: list.length,
      count: (kind) => list.reduce((sum, held) => sum + (held.kind === kind ? 1 : 0), 0),
      at,
      *[Symbol.iterator]() {
        for (let index = 0; index < list.length; index++) yield at(index)
      },
    }
  }
}

function write(held: HeldFinding): Finding {
  const finding: Finding = {
    kind: held.kind,
    severity: severityOf(held.kind),
    at: writeInstant(held.at),
    person: held.person,
    scenario: held.scenario,
    step: held.step,
    channel: held.channel,
    reason: held.reason,
    evidence: [...held.evidence],
    text: writeFinding(held, held.person),
  }
  if (held.line !== undefined) finding.line = held.line
  return finding
}

function compareFindings(one: HeldFinding, other: HeldFinding): number {
  return (
    one.at - other.at ||
    compareTexts(one.kind, other.kind) ||
    compareTexts(one.person, other.person) ||
    compareTexts(one.scenario, other.scenario) ||
    compareTexts(one.step, other.step) ||
    (one.line ?? 0) - (other.line ?? 0)
  )
}

function compareTexts(one: string | null, other: string | null): number {
  const [first, second] = [one ?? "", other ?? ""]
  return first < second ? -1 : first > second ? 1 : 0
}
