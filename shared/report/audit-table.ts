import type { AuditResult, Finding, PersonResult } from "../engine/audit-result"
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

/** The audit as a person reads it: who is where, what went out and what did not, what to look at, and the sums. */
export function writeAuditTable(result: AuditResult, { colours, map }: TableOptions): string {
  const title = (text: string) => paint(text, "bold", colours)
  const count = (kind: string) => result.findings.filter((finding) => finding.kind === kind).length
  const name = cleanText(wordsOf(map.name))
  const people = `${result.people.length} ${result.people.length === 1 ? "person" : "people"}`
  const missed = paint(`${count("missed")} missed`, count("missed") > 0 ? "red" : "green", colours)
  const parts = [
    `${title(name)} · ${writeTime(result.now)} · ${people} · ${missed} · ${result.findings.length} findings\n`,
  ]
  const section = (heading: string, heads: string[], rows: Row[], most: number, empty: string) => {
    parts.push(`\n${title(heading)}\n`)
    if (rows.length === 0) parts.push(`  ${paint(empty, "grey", colours)}\n`)
    parts.push(writeTable(heads, rows.slice(0, most), colours))
    if (rows.length > most)
      parts.push(paint(`  and ${rows.length - most} more: see --json\n`, "grey", colours))
  }
  section(
    "People",
    ["person", "stage", "since", "segments", "runs"],
    result.people.map(personRow),
    MOST_PEOPLE,
    "Nobody yet: the log holds no event at or before this time.",
  )
  section(
    "Follow-ups",
    ["", "status", "due", "sent", "person", "scenario/step", "channel", "why"],
    result.people.flatMap(followUpRows),
    MOST_ROWS,
    "No scenario has begun.",
  )
  section(
    "Findings",
    ["", "kind", "at", "what"],
    result.findings.map((finding) => findingRow(finding)),
    MOST_ROWS,
    "Nothing to look at.",
  )
  section("Scenarios", SCENARIO_HEADS, scenarioRows(result), MOST_ROWS, "The map has none.")
  section("Channels", CHANNEL_HEADS, channelRows(result, map), MOST_ROWS, "The map has none.")
  return parts.join("")
}

function personRow({ person, stage, segments, runs }: PersonResult): Row {
  return [
    person,
    stage.id,
    writeTime(stage.since),
    segments.map(({ id }) => id).join(", ") || "–",
    runs.length,
  ]
}

function followUpRows({ person, runs }: PersonResult): Row[] {
  return runs.flatMap((run) =>
    run.steps.map((step): Row => {
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
    }),
  )
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

function scenarioRows({ totals }: AuditResult): Row[] {
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

function channelRows({ totals }: AuditResult, map: CommunicationMap): Row[] {
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
