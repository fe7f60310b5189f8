import { auditInPasses } from "../engine/audit-in-passes"
import type { LogProblem, PersonResult, Totals } from "../engine/audit-result"
import type { Coverage } from "../engine/coverage"
import type { FindingList } from "../engine/findings/finding-list"
import { startSurvey } from "../engine/survey-log"
import type { TouchpointEvent } from "../event"
import { LineOwners } from "../log/line-owners"
import { startLog } from "../log/read-log"
import type { CommunicationMap } from "../map/communication-map"
import type { GatheredEvidence } from "./evidence"
import { readPortions } from "./read-input"
import { quote } from "./read-options"
import { BadInput, type Shell } from "./shell"

/** Events between two lines of progress. */
const PROGRESS_EVERY = 200_000

/** What is held at once. Tests make it small. */
export interface Holding {
  /** So many events of a log are held; a longer one is read again. */
  events: number
  /** The people of so many events are folded in one further reading. */
  eventsPerPart: number
}

/**
 * A further reading passes over the lines of other people, which costs little; of twice as many events at once, ten million
 * need more than 300 MiB.
 */
export const USUAL: Holding = { events: 50_000, eventsPerPart: 300_000 }

export interface LogToAudit {
  path: string
  format: string | undefined
  /** The zone of times that name none. */
  zone: string
  evidence: Pick<GatheredEvidence, "watch" | "push"> | null
  /** Only the one known by this id. */
  person: string | undefined
  /** Whether a visit with the campaign of a message is a click on it. */
  arrivals: boolean
  map: CommunicationMap
  now: number
  coverage: Coverage
}

export interface AuditOutcome {
  findings: FindingList
  totals: Totals
  problems: LogProblem[]
  /** When the earliest event happened (ms UTC), also one after `now`; null where there is none. */
  firstAt: number | null
  /** When the latest happened that is not after `now`. */
  lastAt: number | null
  /** Whether times were read by the zone that was given for those that name none. */
  hasAskedZone: boolean
}

/**
 * Reads a log and audits it, person by person, in the order of the result. A long one that can be read again is: first
 * to survey it, then once for each part of its people, so that neither events nor people are held all at once. Standard
 * input and pipes come once, so their events are held. Throws `BadInput`.
 */
export async function auditLog(
  log: LogToAudit,
  take: (result: PersonResult) => void,
  shell: Shell,
  holding: Holding = USUAL,
): Promise<AuditOutcome> {
  const { path, evidence, person, arrivals, map, now, coverage } = log
  const rereads = await shell.rereads(path)
  const survey = startSurvey(now, rereads ? { eventsPerPart: holding.eventsPerPart } : {})
  const problems: LogProblem[] = []
  let held: TouchpointEvent[] | null = []
  let firstAt: number | null = null
  let lastAt: number | null = null
  const owners = new LineOwners()
  const event = (given: TouchpointEvent, line: number) => {
    if (firstAt === null || given.at < firstAt) firstAt = given.at
    if (given.at <= now && (lastAt === null || given.at > lastAt)) lastAt = given.at
    evidence?.watch(given)
    const household = survey.take(given)
    if (rereads) owners.note(line, household)
    if (held && rereads && held.length >= holding.events) held = null
    held?.push(given)
  }
  const { characters, hasAskedZone } = await readEvents(log, shell, {
    event,
    problem: (problem) => problems.push(problem),
  })
  const sent: TouchpointEvent[] = []
  evidence?.push({ push: (given) => sent.push(given) })
  for (const given of sent) survey.take(given)
  const plan = survey.finish()
  if (!held) owners.divide(plan.partOfHousehold, plan.parts.length)
  const audit = auditInPasses(map, { now, coverage, plan, arrivals, ...(person !== undefined && { person }) })
  let found = 0
  for (const [part, start] of audit.passes.entries()) {
    if (person !== undefined && plan.partOf(person) !== part) continue
    const pass = start()
    if (held) for (const given of held) pass.push(given)
    else {
      const title = `part ${part + 1} of ${plan.parts.length}: `
      const skips = (line: number) => {
        const owner = owners.ownerOf(line)
        return owner !== null && !pass.needs(owner)
      }
      const taker = { event: pass.push, skips, skipped: pass.skip, until: characters, title }
      const again = await readEvents(log, shell, taker)
      if (again.characters < characters) throw new BadInput(`${path} has become shorter while it was read`)
    }
    for (const given of sent) pass.push(given)
    for (const result of pass.finish()) {
      found++
      take(result)
    }
  }
  if (person !== undefined && found === 0) throw new BadInput(`nobody is known as ${quote(person)}`)
  return { ...audit.finish(problems), problems, firstAt, lastAt, hasAskedZone }
}

interface Taker {
  event(event: TouchpointEvent, line: number): void
  /** Whether a line with one event need not be read again; then it is counted. */
  skips?(line: number): boolean
  skipped?(count: number): void
  problem?(problem: LogProblem): void
  /** A file that grows is read only so far: as many characters as the first time. */
  until?: number
  /** For the line of progress. */
  title?: string
}

/** Gives how many characters there were, and whether times named no zone. */
async function readEvents(
  { path, format, zone }: LogToAudit,
  shell: Shell,
  { event, skips = () => false, skipped, problem, until = Number.POSITIVE_INFINITY, title = "" }: Taker,
): Promise<{ characters: number; hasAskedZone: boolean }> {
  const reader = startLog({ ...(format !== undefined && { format }), zone, skips })
  let taken = 0
  const take = (entries: ReturnType<typeof reader.push>) => {
    for (const entry of entries) {
      if ("event" in entry) event(entry.event, entry.line)
      else if ("skipped" in entry) skipped?.(entry.skipped)
      else problem?.(entry)
      const before = taken
      taken += "skipped" in entry ? entry.skipped : 1
      if (shell.showsProgress && Math.floor(before / PROGRESS_EVERY) < Math.floor(taken / PROGRESS_EVERY)) {
        shell.complain(`\r${title}${taken.toLocaleString("en")} events read`)
      }
    }
  }
  let characters = 0
  for await (const portion of readPortions(shell, path)) {
    const text = characters + portion.length > until ? portion.slice(0, until - characters) : portion
    characters += text.length
    take(reader.push(text))
    if (characters >= until) break
  }
  take(reader.end())
  if (shell.showsProgress && taken >= PROGRESS_EVERY) shell.complain("\r\u001b[K")
  return { characters, hasAskedZone: reader.hasAskedZone() }
}
