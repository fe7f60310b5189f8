import type { PersonResult } from "../engine/audit-result"
import { type Coverage, parseCoverage } from "../engine/coverage"
import type { FindingKind } from "../engine/finding"
import { FINDING_KINDS } from "../engine/findings/severity"
import { writeInstant } from "../engine/instant"
import { LATEST, readInstant } from "../event"
import { dialectNames, findDialect } from "../log/dialects"
import type { CommunicationMap } from "../map/communication-map"
import { DAY_MS } from "../map/duration"
import { proposeNearest } from "../map/nearest"
import { parseMap } from "../map/parse-map"
import { startAuditTable } from "../report/audit-table"
import { listJunit } from "../report/junit"
import { ResultJson } from "../report/result-json"
import { readArguments } from "./arguments"
import { type AuditOutcome, auditLog } from "./audit-log"
import { gatherEvidence } from "./evidence"
import { explainWriting, findLog, readSmallFile, writeProblems } from "./read-input"
import { makeHarmless, quote, readNames, readZone } from "./read-options"
import { BAD_INPUT, BadInput, CLEAN, FOUND, type Shell } from "./shell"

const OPTIONS = {
  map: "value",
  events: "value",
  now: "value",
  coverage: "value",
  evidence: "list",
  person: "value",
  arrivals: "flag",
  format: "value",
  zone: "value",
  json: "flag",
  junit: "value",
  strict: "flag",
  "fail-on": "value",
} as const

/** `audit`: the engine on recorded events. Results on standard output, errors on standard error. */
export async function runAudit(given: readonly string[], shell: Shell): Promise<number> {
  const { values, lists, flags, rest } = readArguments(given, OPTIONS)
  if (rest.length > 0)
    throw new BadInput(
      `nothing is expected beside the options: ${quote(rest[0] ?? "")}; files are named: --map FILE --events FILE`,
    )
  const mapPath = values.get("map")
  const eventsPath = values.get("events")
  if (mapPath === undefined || eventsPath === undefined) {
    throw new BadInput("audit needs --map FILE and --events FILE")
  }
  if (mapPath === "-" && eventsPath === "-")
    throw new BadInput("only one of --map and --events can be standard input")
  const junit = values.get("junit")
  if (junit !== undefined && (junit === mapPath || junit === eventsPath || junit === values.get("coverage")))
    throw new BadInput(`--junit would write over ${quote(junit)}: name another file`)
  const now = readNow(values.get("now"), shell)
  const failOn = readNames("fail-on", values.get("fail-on"), FINDING_KINDS, "finding")
  const format = readFormat(values.get("format"))
  const zone = readZone(values.get("zone"))
  const map = await readMap(mapPath, shell)
  if (!map) return BAD_INPUT
  const sources = lists.get("evidence") ?? []
  const evidence = sources.length > 0 ? await gatherEvidence(sources, { map, now, shell }) : null
  const declared = values.get("coverage")
  const coverage =
    declared === undefined && evidence
      ? evidence.coverage
      : await readCoverage(declared ?? "complete", map, shell)
  const report = startReport(map, now, flags.has("json"), shell)
  let people = 0
  const outcome = await auditLog(
    {
      path: eventsPath,
      format,
      zone: zone ?? map.timeZone,
      evidence,
      person: values.get("person"),
      arrivals: flags.has("arrivals"),
      map,
      now,
      coverage,
    },
    (result) => {
      people++
      report.person(result)
    },
    shell,
  )
  if (outcome.hasAskedZone && zone === undefined)
    shell.complain(
      makeHarmless(
        `${eventsPath}: its times name no zone; they are read in that of the map, ${map.timeZone} (--zone NAME: in another)\n`,
      ),
    )
  if (people === 0) shell.complain(makeHarmless(`${eventsPath}: ${tellNothing(outcome, now)}\n`))
  // Who says when, or what was watched, means it.
  const isUnsaid = coverage === "complete" && !evidence && !values.has("now")
  const beyond = isUnsaid ? tellBeyond(outcome, now) : null
  if (beyond !== null) shell.complain(makeHarmless(`${eventsPath}: ${beyond}\n`))
  if (junit !== undefined) {
    await writeFile(junit, listJunit(map.id, writeInstant(now), outcome.findings, outcome.totals), shell)
  }
  report.finish(outcome)
  return judge(outcome, { strict: flags.has("strict"), failOn, eventsPath }, shell)
}

/** An audit of nothing finds nothing, and looks like good news. */
function tellNothing({ problems, firstAt }: AuditOutcome, now: number): string {
  if (firstAt !== null)
    return `all of it is later than ${writeInstant(now)}, its first event is at ${writeInstant(firstAt)}: is --now right?`
  const [first] = problems
  if (!first) return "there are no events in it"
  const [which, because] =
    problems.length === 1
      ? ["its only line is no", ""]
      : [`none of its ${problems.length} lines is an`, "the first "]
  return `${which} event, ${because}because: ${first.reason}. Known formats: ${dialectNames.join(", ")}`
}

/** A log of last month, audited as of now, lacks all that was sent since: that is no reason to call it missed. */
function tellBeyond({ lastAt, findings }: AuditOutcome, now: number): string | null {
  if (lastAt === null || lastAt > now - DAY_MS) return null
  for (let index = findings.length - 1; index >= 0; index--) {
    const finding = findings.at(index)
    if (finding?.kind !== "missed") continue
    if (Date.parse(finding.at) <= lastAt) return null
    const last = writeInstant(lastAt)
    return `its last event is at ${last}; what was due since then is called missed, as if the log went on. As of its end: --now ${last}`
  }
  return null
}

interface Report {
  person(result: PersonResult): void
  finish(outcome: AuditOutcome): void
}

function startReport(map: CommunicationMap, now: number, asJson: boolean, shell: Shell): Report {
  const at = writeInstant(now)
  if (asJson) {
    const json = new ResultJson(map.id, at, shell.print)
    return {
      person: (result) => json.person(result),
      finish: ({ findings, totals }) => json.finish(findings, totals),
    }
  }
  const table = startAuditTable({ colours: shell.colours, width: shell.width, map })
  return {
    person: (result) => table.person(result),
    finish: ({ findings, totals }) => shell.print(table.finish(at, findings, totals)),
  }
}

function judge(
  { findings, problems }: AuditOutcome,
  { strict, failOn, eventsPath }: { strict: boolean; failOn: Set<string>; eventsPath: string },
  shell: Shell,
): number {
  if (strict && problems.length > 0) {
    for (const { line, reason } of problems.slice(0, 20))
      shell.complain(makeHarmless(`${eventsPath}:${line}: ${reason}\n`))
    if (problems.length > 20) shell.complain(`and ${problems.length - 20} more lines\n`)
    return BAD_INPUT
  }
  return [...failOn].some((kind) => findings.count(kind as FindingKind) > 0) ? FOUND : CLEAN
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
  if (now > LATEST) throw new BadInput(`--now is not after the year 9999, as no event is: ${quote(text)}`)
  return now
}

function readFormat(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const found = findDialect(name)
  if ("problem" in found) throw new BadInput(found.problem)
  return name
}

async function readMap(path: string, shell: Shell): Promise<CommunicationMap | null> {
  const text = await readSmallFile(shell, path)
  const log = findLog(text)
  const { map, problems } = parseMap(text)
  if (!map && log !== "lines") shell.complain(writeProblems(path, problems))
  if (!map && log !== null)
    shell.complain(
      makeHarmless(`${path} looks like a log of events: are --map and --events the right way round?\n`),
    )
  return map
}

async function readCoverage(given: string, map: CommunicationMap, shell: Shell): Promise<Coverage> {
  if (given === "complete") return "complete"
  let value: unknown
  try {
    value = JSON.parse(await readSmallFile(shell, given))
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(`${given} is no JSON: a coverage is a list of { channel, from, to }`)
  }
  const read = parseCoverage(value)
  if ("reason" in read) throw new BadInput(`${given}: ${read.reason}`)
  if (read.coverage !== "complete") warnOfSpans(given, read.coverage, map, shell)
  return read.coverage
}

/** Spans that can prove nothing are no error, but hardly what was meant. */
function warnOfSpans(
  path: string,
  spans: Exclude<Coverage, "complete">,
  map: CommunicationMap,
  shell: Shell,
): void {
  const known = Object.keys(map.channels ?? {})
  const warnings = new Set<string>()
  if (spans.length === 0) warnings.add("it covers nothing, so nothing can be found missed")
  for (const { channel, from, to } of spans) {
    if (!known.includes(channel))
      warnings.add(`the map has no channel ${quote(channel)}${proposeNearest(channel, known)}`)
    if (to < from) warnings.add(`a span of ${quote(channel)} ends before it begins: it covers nothing`)
  }
  for (const warning of [...warnings].slice(0, 20)) shell.complain(makeHarmless(`${path}: ${warning}\n`))
}

async function writeFile(path: string, text: Iterable<string>, shell: Shell): Promise<void> {
  try {
    await shell.write(path, text)
  } catch (error) {
    throw explainWriting(path, error)
  }
}
