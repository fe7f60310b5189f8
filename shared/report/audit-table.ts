import type { Finding, PersonResult, RunResult, StepResult, Totals } from "../engine/audit-result"
import type { FindingList } from "../engine/findings/finding-list"
import { FINDING_KINDS, severityOf } from "../engine/findings/severity"
import type { CommunicationMap } from "../map/communication-map"
import { wordsOf } from "../map/text"
import { STATUS_GLYPHS } from "./glyphs"
import { paint } from "./paint"
import { cleanText, type Row, writeTable } from "./table"

export interface TableOptions {
  colours: boolean
  /** Columns of the terminal. */
  width: number
  map: CommunicationMap
}

/** Longer lists end with how many more there are: the rest is in `--json`. */
const MOST_PEOPLE = 50
const MOST_ROWS = 100

/** A table that is gathered while the people of a result come. */
export interface AuditTable {
  person(result: PersonResult): void
  /** The whole text. `now` is ISO 8601. */
  finish(now: string, findings: FindingList, totals: Totals): string
}

/** The first rows of a section, and how many there are in all. */
class Rows {
  readonly rows: Row[] = []
  count = 0

  constructor(readonly most: number) {}

  add(row: () => Row): void {
    if (this.count++ < this.most) this.rows.push(row())
  }
}

/** The audit as a person reads it: who is where, what went out and what did not, what to look at, and the sums. */
export function startAuditTable({ colours, map }: TableOptions): AuditTable {
  const people = new Rows(MOST_PEOPLE)
  const followUps = new Rows(MOST_ROWS)
  return {
    person(result) {
      people.add(() => personRow(result))
      addFollowUps(followUps, result)
    },
    finish(now, findings, totals) {
      const title = (text: string) => paint(text, "bold", colours)
      const name = cleanText(wordsOf(map.name))
      const who = `${people.count} ${people.count === 1 ? "person" : "people"}`
      const parts = [`${title(name)} · ${writeTime(now)} · ${who} · ${writeCounts(findings, colours)}\n`]
      const section = (heading: string, heads: string[], { rows, count }: Rows, empty: string) => {
        parts.push(`\n${title(heading)}\n`)
        if (count === 0) parts.push(`  ${paint(empty, "grey", colours)}\n`)
        parts.push(writeTable(heads, rows, colours))
        if (count > rows.length)
          parts.push(paint(`  and ${count - rows.length} more: see --json\n`, "grey", colours))
      }
      const found = new Rows(MOST_ROWS)
      for (let index = 0; index < findings.length; index++) found.add(() => findingRow(findings.at(index)))
      section("People", PEOPLE_HEADS, people, "Nobody yet: the log holds no event at or before this time.")
      section("Follow-ups", FOLLOW_UP_HEADS, followUps, "No scenario has begun.")
      section("Findings", ["", "kind", "at", "what"], found, "Nothing to look at.")
      section("Scenarios", SCENARIO_HEADS, rowsOf(scenarioRows(totals)), "The map has none.")
      section("Channels", CHANNEL_HEADS, rowsOf(channelRows(totals, map)), "The map has none.")
      return parts.join("")
    },
  }
}

/** What was found, kind by kind, the gravest first: the answer in one line. `missed` is always told. */
function writeCounts(findings: FindingList, colours: boolean): string {
  const counted = FINDING_KINDS.map((kind) => ({ kind, count: findings.count(kind) }))
    .filter(({ kind, count }) => count > 0 || kind === "missed")
    .map(({ kind, count }) => {
      const colour = count === 0 ? "green" : SEVERITY[severityOf(kind)].colour
      return paint(`${count} ${kind}`, colour, colours)
    })
  return counted.join(" · ")
}

function rowsOf(given: readonly Row[]): Rows {
  const rows = new Rows(MOST_ROWS)
  for (const row of given) rows.add(() => row)
  return rows
}

const PEOPLE_HEADS = ["person", "stage", "since", "segments", "runs"]
const FOLLOW_UP_HEADS = ["", "status", "due", "sent", "person", "scenario/step", "channel", "why"]

function personRow({ person, stage, segments, runs }: PersonResult): Row {
  return [
    person,
    stage.id,
    writeTime(stage.since),
    segments.map(({ id }) => id).join(", ") || "–",
    runs.length,
  ]
}

function addFollowUps(rows: Rows, { person, runs }: PersonResult): void {
  for (const run of runs) for (const step of run.steps) rows.add(() => followUpRow(person, run, step))
}

function followUpRow(person: string, run: RunResult, step: StepResult): Row {
  const { glyph, colour } = STATUS_GLYPHS[step.status]
  const path = `${run.scenario}/${step.id}`
  return [
    { text: glyph, colour },
    { text: step.status, colour },
    step.dueAt === null ? "–" : writeTime(step.dueAt),
    step.sentAt === null ? "–" : writeTime(step.sentAt),
    person,
    run.key === null ? path : `${path} (${run.key})`,
    step.channel,
    step.reason ?? "",
  ]
}

const SEVERITY = {
  error: { glyph: "✕", colour: "red" },
  warning: { glyph: "!", colour: "yellow" },
  info: { glyph: "i", colour: "blue" },
} as const

function findingRow(finding: Finding): Row {
  const { glyph, colour } = SEVERITY[finding.severity]
  const line = finding.line === undefined ? "" : ` (line ${finding.line})`
  return [
    { text: glyph, colour },
    { text: finding.kind, colour },
    writeTime(finding.at),
    { text: finding.text + line },
  ]
}

const SCENARIO_HEADS = [
  "scenario/step",
  "entered",
  "active",
  "converted",
  "exited",
  "planned",
  "sent",
  "late",
  "missed",
  "skipped",
  "opened",
  "clicked",
]

function scenarioRows(totals: Totals): Row[] {
  return Object.entries(totals.scenarios).flatMap(([id, scenario]): Row[] => {
    const blank = { text: "", right: true }
    const own: Row = [id, scenario.entered, scenario.active, scenario.converted, scenario.exited]
    const steps = Object.entries(scenario.steps).map(([step, counts]): Row => {
      const { planned, sent, late, missed, skipped, opened, clicked } = counts
      const red = missed > 0 ? ({ text: String(missed), colour: "red", right: true } as const) : missed
      return [`  ${step}`, blank, blank, blank, blank, planned, sent, late, red, skipped, opened, clicked]
    })
    return [[...own, blank, blank, blank, blank, blank, blank, blank], ...steps]
  })
}

const CHANNEL_HEADS = [
  "channel",
  "expected",
  "sent",
  "delivered",
  "opened",
  "clicked",
  "failed",
  "missed",
  "cost",
  "conversions",
]

function channelRows(totals: Totals, map: CommunicationMap): Row[] {
  return Object.entries(totals.channels).map(([id, counts]): Row => {
    const { expected, sent, delivered, opened, clicked, failed, missed, cost, conversions } = counts
    const money = { text: map.currency ? `${cost} ${map.currency}` : String(cost), right: true }
    return [id, expected, sent, delivered, opened, clicked, failed, missed, money, conversions]
  })
}

/** `2026-03-02 10:00:00Z`, with milliseconds only where there are some. */
function writeTime(iso: string): string {
  return iso.replace("T", " ").replace(/\.000Z$/, "Z")
}
