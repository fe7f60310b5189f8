import type { TouchpointEvent } from "../event"
import type { CommunicationMap } from "../map/communication-map"
import type { LogProblem, PersonResult, Totals } from "./audit-result"
import { compareFirst, ResultBuilder } from "./build-result"
import { compileMap } from "./compile-map"
import type { Coverage } from "./coverage"
import type { FindingList } from "./findings/finding-list"
import { Fold, Repetitions } from "./fold"
import { passTime } from "./pass-time"
import type { Person } from "./person"
import type { FirstEvent, LogPlan } from "./survey-log"

export interface PassesOptions {
  /** ms UTC. */
  now: number
  coverage: Coverage
  /** From a first reading of the same log (`startSurvey`). */
  plan: LogPlan
  /** Only the person known by this id, who is in the part of the plan that has it. */
  person?: string
  /** Whether a visit with the campaign of a message is a click on it (`arrival.ts`); it is not, if left out. */
  arrivals?: boolean
  /** See `AuditOptions`. */
  portion?: number
}

/** One reading of the whole log, in which the people of one part are folded. */
export interface AuditPass {
  push(event: TouchpointEvent): void
  /** Whether events of the people of a part of the plan must be pushed; of others, their turns are skipped. */
  needs(part: number): boolean
  /** Events that are not needed come here, one by one or as many as follow one another. */
  skip(count?: number): void
  /** Those whose turn in the result has come. */
  finish(): Generator<PersonResult, void, undefined>
}

/**
 * An audit of a log that is too large to be held: after the survey it is read once for each part of the plan, and nobody
 * but the people of that part is held. Gives what `audit` would, person by person and in the same order.
 */
export interface AuditInPasses {
  passes: readonly (() => AuditPass)[]
  /** After the last pass. `problems` are the lines that could not be used. */
  finish(problems: readonly LogProblem[]): { findings: FindingList; totals: Totals }
}

/**
 * So many events are gathered before they are folded: of a part of the people they are many a person even so, and what
 * waits is copied by the collections of garbage meanwhile.
 */
const PORTION = 1_024

export function auditInPasses(map: CommunicationMap, options: PassesOptions): AuditInPasses {
  const { now, coverage, plan, person: wanted, portion = PORTION, arrivals } = options
  const compiled = compileMap(map, { arrivals })
  const builder = new ResultBuilder(compiled, { now, coverage })
  // People of a shared browser may begin later than the first ones of the next part.
  let early: Person[] = []
  // Only a whole reading finds which ids have occurred before, in whatever part: the first one is.
  const repetitions = new Repetitions()
  repetitions.isKnown = !plan.hasRepeats
  return {
    passes: plan.parts.map((_, part) => () => {
      const fold = new Fold(compiled, { plan, portion, part, repetitions, until: now })
      return {
        push: (event) => fold.push(event),
        needs: (owner) => !repetitions.isKnown || owner === part,
        skip: (count = 1) => fold.skip(count),
        *finish() {
          repetitions.isKnown = true
          const people = [...early, ...fold.finish()].sort(compareFirst)
          const next = plan.parts[part + 1]?.from
          const ready = next ? people.findIndex((person) => !comesBefore(person, next)) : -1
          early = ready < 0 ? [] : people.splice(ready)
          // From the last one on, so that each can be let go: what time alone begins for many is more than can be held.
          people.reverse()
          for (let person = people.pop(); person; person = people.pop()) {
            if (wanted !== undefined && !person.ids.includes(wanted)) continue
            passTime(person, now)
            yield builder.write(person)
          }
        },
      }
    }),
    finish: (problems) => builder.finish(problems),
  }
}

function comesBefore({ facts, firstPlace }: Person, { at, place }: FirstEvent): boolean {
  return facts.firstAt < at || (facts.firstAt === at && firstPlace < place)
}
