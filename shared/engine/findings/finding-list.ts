import type { Finding, LogProblem } from "../audit-result"
import type { FindingKind, FindingSeed } from "../finding"
import { writeInstant } from "../instant"
import { HeldFindings } from "./held-findings"
import { severityOf } from "./severity"
import { writeFinding } from "./words"

/** Findings in the order of the result. Their words are written when they are read. */
export interface FindingList extends Iterable<Finding> {
  readonly length: number
  /** How many there are of a kind. */
  count(kind: FindingKind): number
  at(index: number): Finding
}

/** Gathers findings person by person, in the order of people; gives them by time, kind, person, scenario, step. */
export class FindingGatherer {
  private readonly held = new HeldFindings()

  add(seed: FindingSeed, person: string | null, line?: number): void {
    this.held.add(seed, person, line)
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
    const { held } = this
    const { length } = held
    // Equal ones stay in the order in which they came.
    const order = new Uint32Array(length)
      .map((_, index) => index)
      .sort((one, other) => held.compare(one, other) || one - other)
    const at = (place: number): Finding => {
      const index = order[place]
      if (index === undefined) throw new RangeError(`There is no finding ${place}`)
      return write(held, index)
    }
    return {
      length,
      count: (kind) => order.reduce((sum, index) => sum + (held.kind(index) === kind ? 1 : 0), 0),
      at,
      *[Symbol.iterator]() {
        for (let place = 0; place < length; place++) yield at(place)
      },
    }
  }
}

function write(held: HeldFindings, index: number): Finding {
  const seed = held.seed(index)
  const person = held.person(index)
  const line = held.line(index)
  return {
    kind: seed.kind,
    severity: severityOf(seed.kind),
    at: writeInstant(seed.at),
    person,
    scenario: seed.scenario,
    step: seed.step,
    channel: seed.channel,
    reason: seed.reason,
    evidence: [...seed.evidence],
    text: writeFinding(seed, person),
    ...(line !== null && { line }),
  }
}
