import type { TouchpointEvent } from "../event"
import type { CommunicationMap } from "../map/communication-map"
import type { AuditResult, LogProblem } from "./audit-result"
import { buildResult } from "./build-result"
import { type ChannelReach, listReach } from "./channel-reach"
import { compileMap } from "./compile-map"
import type { Coverage } from "./coverage"
import type { EarlierMap } from "./earlier-maps"
import { explainPerson, type PersonExplanation } from "./explain-person"
import { Fold } from "./fold"
import { passTime } from "./pass-time"
import type { Person } from "./person"
import type { LogPlan } from "./survey-log"

/** A journey that is being followed: events go in as they come, results come out for any instant. */
export interface Journey {
  /** Takes an event or evidence, in any order; a late one sends the fold back. One of an id that was taken is ignored. */
  push(event: TouchpointEvent): void
  setCoverage(coverage: Coverage): void
  /**
   * The map is edited at an instant (ms UTC): runs that begin from then on go by it, those that began before go on by the
   * map they began with (rule 15). Stages, segments and totals are those of the new map.
   */
  editMap(map: CommunicationMap, at: number): void
  /** The maps that runs still go by besides the present one, oldest first. */
  earlierMaps(): readonly EarlierMap[]
  /** The audit at an instant (ms UTC), earlier or later than any before. Changes nothing. */
  result(now: number): AuditResult
  /** The next instant (ms UTC) after `now` at which the result changes by itself; null where nothing is pending. */
  nextChangeAt(now: number): number | null
  /** How the person known by this id can be reached at `now`, channel by channel; null where there is no such person. */
  reach(person: string, now: number): ChannelReach[] | null
  /**
   * What `whyNot` and `gates` of the result say, as codes and values for those who have words of their own; null where
   * there is no such person.
   */
  explain(person: string, now: number): PersonExplanation | null
}

/** What a journey begins with, besides its map. */
export interface JourneyOptions {
  coverage: Coverage
  /** What `earlierMaps` gave, of a journey that is taken up again. */
  earlier?: readonly EarlierMap[]
  /** Whether a visit with the campaign of a message is a click on it (`arrival.ts`); it is not, if left out. */
  arrivals?: boolean
}

/** Begins the live fold of a map. Pure: time comes only with events and with what is asked. */
export function startJourney(map: CommunicationMap, options: JourneyOptions): Journey {
  const { coverage, earlier = [], arrivals } = options
  let present = map
  let before = [...earlier]
  let compiled = compileMap(present, { earlier: before, arrivals })
  let fold = new Fold(compiled)
  let declared = coverage
  /** Whether a run has begun by the present map before an instant, so that an edit leaves it something. */
  const hasRunsBefore = (until: number): boolean => {
    const since = before.at(-1)?.until ?? Number.NEGATIVE_INFINITY
    const people = fold.peek(until).flatMap((household) => household.people)
    return people.some(({ runs }) => runs.some(({ triggeredAt: at }) => at >= since && at < until))
  }
  const find = (id: string, now: number): Person | undefined =>
    fold
      .peek(now)
      .flatMap((household) => household.people)
      .find(({ ids, name }) => name === id || ids.includes(id))
  return {
    push: (event) => fold.push(event),
    setCoverage: (next) => {
      declared = next
    },
    editMap: (next, at) => {
      const until = Math.max(at, before.at(-1)?.until ?? at)
      if (hasRunsBefore(until)) before = [...before, { map: present, until }]
      present = next
      const events = fold.listEvents()
      compiled = compileMap(present, { earlier: before, arrivals })
      fold = new Fold(compiled)
      for (const event of events) fold.push(event)
    },
    earlierMaps: () => before,
    result: (now) => {
      const people = fold.peek(now).flatMap((household) => household.people)
      return buildResult(compiled, people, { now, coverage: declared })
    },
    nextChangeAt: (now) => fold.nextChangeAt(now),
    reach: (id, now) => {
      const person = find(id, now)
      return person ? listReach(person, now) : null
    },
    explain: (id, now) => {
      const person = find(id, now)
      return person ? explainPerson(person, now) : null
    },
  }
}

export interface AuditOptions {
  /** ms UTC. */
  now: number
  coverage: Coverage
  /** Lines that could not be used: they become findings. */
  problems?: readonly LogProblem[]
  /** Only the person known by this id. */
  person?: string
  /** From a first reading of the same log (`startSurvey`): what need not be kept. Left out, everything is. */
  plan?: LogPlan
  /** Whether a visit with the campaign of a message is a click on it (`arrival.ts`); it is not, if left out. */
  arrivals?: boolean
  /** So many events are gathered before they are folded. It makes no difference but to speed and memory. */
  portion?: number
}

/**
 * The engine on a log: what a fold over the ordered events and timers would have decided at each instant, knowing
 * nothing later (rules 1 to 25). `events` are in the order of their lines; those later than `now` are not seen.
 */
export function audit(
  map: CommunicationMap,
  events: Iterable<TouchpointEvent>,
  options: AuditOptions,
): AuditResult {
  const running = startAudit(map, options)
  for (const event of events) running.push(event)
  return running.finish(options.problems)
}

/** The same for a log that comes piece by piece. After `finish` it takes nothing more. */
export interface RunningAudit {
  push(event: TouchpointEvent): void
  finish(problems?: readonly LogProblem[]): AuditResult
}

export function startAudit(map: CommunicationMap, options: Omit<AuditOptions, "problems">): RunningAudit {
  const { now, coverage, person, plan, portion, arrivals } = options
  const compiled = compileMap(map, { arrivals })
  const fold = new Fold(compiled, { plan, portion, until: now })
  return {
    push: (event) => fold.push(event),
    finish(problems = []) {
      const people = fold.finish()
      for (const one of people) passTime(one, now)
      const shown = person === undefined ? people : people.filter(({ ids }) => ids.includes(person))
      return buildResult(compiled, shown, { now, coverage, problems })
    },
  }
}
