import type { AuditResult, LogProblem } from "../engine/audit-result"
import { type Coverage, parseCoverage } from "../engine/coverage"
import { FINDING_KINDS } from "../engine/findings/severity"
import { startAudit } from "../engine/journey"
import { readInstant } from "../event"
import { findDialect } from "../log/dialects"
import { startLog } from "../log/read-log"
import type { CommunicationMap } from "../map/communication-map"
import { parseMap } from "../map/parse-map"
import { writeAuditTable } from "../report/audit-table"
import { writeJunit } from "../report/junit"
import { listJson } from "../report/result-json"
import { readArguments } from "./arguments"
import { gatherEvidence } from "./evidence"
import { readPortions, readSmallFile, writeProblems } from "./read-input"
import { quote, readNames } from "./read-options"
import { BAD_INPUT, BadInput, CLEAN, FOUND, type Shell } from "./shell"

const OPTIONS = {
  map: "value",
  events: "value",
  now: "value",
  coverage: "value",
  evidence: "list",
  person: "value",
  format: "value",
  json: "flag",
  junit: "value",
  strict: "flag",
  "fail-on": "value",
} as const

/** Events between two lines of progress. */
const PROGRESS_EVERY = 200_000

/** `audit`: the engine on recorded events. Results on standard output, errors on standard error. */
export async function runAudit(given: readonly string[], shell: Shell): Promise<number> {
  const { values, lists, flags, rest } = readArguments(given, OPTIONS)
  if (rest.length > 0) throw new BadInput(`nothing is expected beside the options: \`${rest[0]}\``)
  const mapPath = values.get("map")
  const eventsPath = values.get("events")
  if (mapPath === undefined || eventsPath === undefined) {
    throw new BadInput("audit needs --map FILE and --events FILE")
  }
  if (mapPath === "-" && eventsPath === "-")
    throw new BadInput("only one of --map and --events can be standard input")
  const now = readNow(values.get("now"), shell)
  const failOn = readNames("fail-on", values.get("fail-on"), FINDING_KINDS, "finding")
  const format = readFormat(values.get("format"))
  const map = await readMap(mapPath, shell)
  if (!map) return BAD_INPUT
  const sources = lists.get("evidence") ?? []
  const evidence = sources.length > 0 ? await gatherEvidence(sources, { map, now, shell }) : null
  const declared = values.get("coverage")
  const coverage =
    declared === undefined && evidence ? evidence.coverage : await readCoverage(declared ?? "complete", shell)
  const person = values.get("person")
  const running = startAudit(map, { now, coverage, ...(person !== undefined && { person }) })
  const problems: LogProblem[] = []
  await readEvents(eventsPath, format, shell, {
    event: (event) => {
      evidence?.watch(event)
      running.push(event)
    },
    problem: (problem) => problems.push(problem),
  })
  evidence?.push(running)
  const result = running.finish(problems)
  if (person !== undefined && result.people.length === 0)
    throw new BadInput(`nobody is known as ${quote(person)}`)
  const junit = values.get("junit")
  if (junit !== undefined) await writeFile(junit, writeJunit(result), shell)
  if (flags.has("json")) for (const piece of listJson(result)) shell.print(piece)
  else shell.print(writeAuditTable(result, { colours: shell.colours, width: shell.width, map }))
  return judge(result, problems, { strict: flags.has("strict"), failOn, eventsPath }, shell)
}

function judge(
  result: AuditResult,
  problems: readonly LogProblem[],
  { strict, failOn, eventsPath }: { strict: boolean; failOn: Set<string>; eventsPath: string },
  shell: Shell,
): number {
  if (strict && problems.length > 0) {
    for (const { line, reason } of problems.slice(0, 20)) shell.complain(`${eventsPath}:${line}: ${reason}\n`)
    if (problems.length > 20) shell.complain(`and ${problems.length - 20} more lines\n`)
    return BAD_INPUT
  }
  return result.findings.some(({ kind }) => failOn.has(kind)) ? FOUND : CLEAN
}

function readNow(text: string | undefined, shell: Shell): number {
  if (text === undefined) return shell.now()
  const isNumber = /^-?\d+$/.test(text)
  // 2026, 20260302 and seconds are numbers too, and all of them would be days of January 1970.
  if (isNumber && text.length < 12)
    throw new BadInput(`--now ${quote(text)} is too small for milliseconds: write 2026-03-02T12:00:00Z`)
  const now = readInstant(isNumber ? Number(text) : text)
  if (typeof now === "string")
    throw new BadInput(`--now is ISO 8601 (2026-03-02T12:00:00Z) or milliseconds, not ${quote(text)}`)
  return now
}

function readFormat(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const found = findDialect(name)
  if ("problem" in found) throw new BadInput(found.problem)
  return name
}

async function readMap(path: string, shell: Shell): Promise<CommunicationMap | null> {
  const { map, problems } = parseMap(await readSmallFile(shell, path))
  if (!map) shell.complain(writeProblems(path, problems))
  return map
}

async function readCoverage(given: string, shell: Shell): Promise<Coverage> {
  if (given === "complete") return "complete"
  let value: unknown
  try {
    value = JSON.parse(await readSmallFile(shell, given))
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(`${given} is no JSON`)
  }
  const read = parseCoverage(value)
  if ("reason" in read) throw new BadInput(`${given}: ${read.reason}`)
  return read.coverage
}

type Taker = {
  event(event: Parameters<ReturnType<typeof startAudit>["push"]>[0]): void
  problem(problem: LogProblem): void
}

async function readEvents(
  path: string,
  format: string | undefined,
  shell: Shell,
  taker: Taker,
): Promise<void> {
  const reader = startLog(format === undefined ? {} : { format })
  let taken = 0
  const take = (entries: ReturnType<typeof reader.push>) => {
    for (const entry of entries) {
      if ("event" in entry) taker.event(entry.event)
      else taker.problem(entry)
      if (shell.showsProgress && ++taken % PROGRESS_EVERY === 0) {
        shell.complain(`\r${taken.toLocaleString("en")} events read`)
      }
    }
  }
  for await (const portion of readPortions(shell, path)) take(reader.push(portion))
  take(reader.end())
  if (shell.showsProgress && taken >= PROGRESS_EVERY) shell.complain("\r\u001b[K")
}

async function writeFile(path: string, text: string, shell: Shell): Promise<void> {
  try {
    await shell.write(path, text)
  } catch (error) {
    throw new BadInput(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
