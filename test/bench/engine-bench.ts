import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { USUAL } from "../../shared/cli/audit-log"
import { auditInPasses } from "../../shared/engine/audit-in-passes"
import { compileMap } from "../../shared/engine/compile-map"
import { Fold } from "../../shared/engine/fold"
import { type RunningAudit, startAudit } from "../../shared/engine/journey"
import { type LogPlan, startSurvey } from "../../shared/engine/survey-log"
import type { TouchpointEvent } from "../../shared/event"
import { LineOwners } from "../../shared/log/line-owners"
import type { CommunicationMap } from "../../shared/map/communication-map"
import { parseMap } from "../../shared/map/parse-map"
import { measureHeldBytes } from "./memory"
import { endOfShopLog, generateNeeded, generateShopLog, type ShopLogOptions } from "./shop-log"

export interface FoldMeasure {
  events: number
  people: number
  runs: number
  eventsPerSecond: number
  nsPerEvent: number
  heldPerPerson: number
}

export interface StreamMeasure {
  events: number
  people: number
  runs: number
  findings: number
  readings: number
  resultMiB: number
  seconds: number
  /** The largest resident set of the process. */
  peakMiB: number
}

export function readShopMap(): CommunicationMap {
  const { map, problems } = parseMap(readFileSync(resolve("test/bench/shop-map.yaml"), "utf8"))
  if (!map) throw new Error(JSON.stringify(problems))
  return map
}

/** Events are made in portions of this many before the clock runs: only the fold is measured. */
const PORTION = 1_000
/** Compiled code is given up with the objects it was made for: the short journeys live on until all is measured. */
const alive: unknown[] = []
/** So many events are folded at least for one measure. */
const LEAST_MEASURED = 200_000

/**
 * A whole log through the fold, on one core: the live one, which keeps the events for late ones and for people who are
 * joined, or that of an audit, which knows from a survey that it need not.
 */
export function measureFold(
  map: CommunicationMap,
  options: ShopLogOptions,
  { surveyed = false } = {},
): FoldMeasure {
  // A short log is folded several times: what the processor does once would be most of what is measured.
  const rounds = Math.max(1, Math.round(LEAST_MEASURED / options.events))
  const measures = Array.from({ length: rounds }, () => foldOnce(map, options, surveyed))
  const spent = measures.reduce((sum, measure) => sum + measure.spent, 0)
  const count = measures.reduce((sum, measure) => sum + measure.count, 0)
  const last = measures.at(-1)
  return {
    events: options.events,
    people: options.people,
    runs: last?.runs ?? 0,
    eventsPerSecond: Math.round((count / spent) * 1e9),
    nsPerEvent: Math.round(spent / count),
    heldPerPerson: Math.round((last?.held ?? 0) / options.people),
  }
}

function foldOnce(map: CommunicationMap, options: ShopLogOptions, surveyed: boolean) {
  const now = endOfShopLog(options.events)
  const plan = surveyed ? surveyShopLog(options, now) : undefined
  const before = measureHeldBytes()
  const audit = plan && startAudit(map, { now, coverage: "complete", plan })
  // What a journey wraps: it folds when it is asked, and what has been gathered until then is to be counted as well.
  const fold = plan ? null : new Fold(compileMap(map))
  const running = (audit ?? fold) as { push(event: TouchpointEvent): void }
  const log = generateShopLog(options)
  let spentUs = 0
  let count = 0
  for (let rest = options.events; rest > 0; rest -= PORTION) {
    const portion = []
    for (let index = 0; index < Math.min(rest, PORTION); index++) {
      const { value } = log.next()
      if (value) portion.push(parseAgain(value))
    }
    const from = process.cpuUsage()
    for (const event of portion) running.push(event)
    const { user, system } = process.cpuUsage(from)
    spentUs += user + system
    count += portion.length
  }
  const from = process.cpuUsage()
  fold?.foldWaiting()
  const { user, system } = process.cpuUsage(from)
  spentUs += user + system
  const held = measureHeldBytes() - before
  const runs = fold ? countRunsOf(fold, now) : countRuns((audit as RunningAudit).finish().totals)
  if (options.events < LEAST_MEASURED) alive.push(running)
  return { spent: spentUs * 1_000, count, held, runs }
}

/** Texts as a parser makes them: those that were put together are slower to look up. */
function parseAgain(event: TouchpointEvent): TouchpointEvent {
  return JSON.parse(JSON.stringify(event)) as TouchpointEvent
}

function surveyShopLog(options: ShopLogOptions, now: number): LogPlan {
  const survey = startSurvey(now)
  for (const event of generateShopLog(options)) survey.take(event)
  return survey.finish()
}

function countRunsOf(fold: Fold, now: number): number {
  const people = fold.peek(now).flatMap((household) => household.people)
  return people.reduce((sum, { runs }) => sum + runs.length, 0)
}

function countRuns({ scenarios }: { scenarios: Record<string, { entered: number }> }): number {
  return Object.values(scenarios).reduce((sum, { entered }) => sum + entered, 0)
}

/** What a person is held for who looked at some pages a while ago, and for whom nothing is pending. */
export function measureQuietPerson(map: CommunicationMap, people: number, { surveyed = false } = {}): number {
  const now = Date.UTC(2026, 1, 5)
  const survey = startSurvey(now)
  if (surveyed) for (const event of generateQuietLog(people)) survey.take(event)
  const plan = surveyed ? survey.finish() : undefined
  const before = measureHeldBytes()
  const running = startAudit(map, { now, coverage: "complete", ...(plan && { plan }) })
  for (const event of generateQuietLog(people)) running.push(parseAgain(event))
  const held = measureHeldBytes() - before
  // Still in use until here, so nothing of it was let go before the measure.
  if (running.finish().people.length !== people) throw new Error("Somebody is missing.")
  return Math.round(held / people)
}

function* generateQuietLog(people: number): Generator<TouchpointEvent, void, undefined> {
  const start = Date.UTC(2026, 0, 5)
  for (let visit = 0; visit < 10; visit++) {
    for (let person = 0; person < people; person++) {
      const id = `event-${visit}-of-${person}`
      const event = { id, at: start + visit * 60_000 + person, person: `visitor-${person}`, source: "page" }
      const item = { item_id: `sku-${visit}`, price: 990 }
      if (visit % 4 === 3) yield { ...event, name: "view_item", props: { items: [item] } }
      else yield { ...event, name: "page_view", page: { url: `https://shop.example/${visit}` } }
    }
  }
}

/** A streamed audit, as the command does it with a file: the log is generated again for each reading. Time and peak of this whole process. */
export function measureStream(map: CommunicationMap, options: ShopLogOptions): StreamMeasure {
  const now = endOfShopLog(options.events)
  const from = process.cpuUsage()
  const survey = startSurvey(now, { eventsPerPart: USUAL.eventsPerPart })
  const owners = new LineOwners()
  let line = 0
  for (const event of generateShopLog(options)) owners.note(++line, survey.take(event))
  const plan = survey.finish()
  owners.divide(plan.partOfHousehold, plan.parts.length)
  const audit = auditInPasses(map, { now, coverage: "complete", plan })
  let people = 0
  let bytes = 0
  for (const start of audit.passes) {
    const pass = start()
    const needs = (place: number) => {
      const owner = owners.ownerOf(place + 1)
      return owner === null || pass.needs(owner)
    }
    for (const event of generateNeeded(options, needs)) {
      if (typeof event === "number") pass.skip(event)
      else pass.push(event)
    }
    for (const person of pass.finish()) {
      people++
      bytes += JSON.stringify(person).length
    }
  }
  const { findings, totals } = audit.finish([])
  for (const finding of findings) bytes += JSON.stringify(finding).length
  const { user, system } = process.cpuUsage(from)
  return {
    events: options.events,
    people,
    runs: countRuns(totals),
    findings: findings.length,
    readings: plan.parts.length + 1,
    resultMiB: bytes / 1_048_576,
    seconds: (user + system) / 1e6,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }
}
