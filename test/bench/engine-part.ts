import { rmSync } from "node:fs"
import { resolve } from "node:path"
import type { BenchResult } from "./bench"
import type { AnswerMeasure } from "./duckdb-bench"
import type { FoldMeasure, StreamMeasure } from "./engine-bench"
import { buildMeasures, peopleFor, writeRow as row, writeStreams } from "./measured"

const QUESTIONS = ["seen", "inCart", "bought", "abandoned"] as const

/** What the engine costs, on logs of up to a million events; on longer ones, `engine-long` says. */
export async function run(): Promise<BenchResult> {
  const sizes = [10_000, 100_000, 1_000_000]
  const { measure, outDir } = await buildMeasures()

  const folds: [string, FoldMeasure][] = []
  for (const surveyed of [true, false]) {
    for (const events of sizes) {
      const name = surveyed ? "audit" : "live"
      folds.push([name, measure("fold", events, peopleFor(events), { surveyed })])
    }
    const dense = measure<FoldMeasure>("fold", 100_000, 5_000, { density: 8, surveyed })
    folds.push([surveyed ? "audit, dense" : "live, dense", dense])
  }
  const quietBytes = {
    keepingEvents: measure<number>("quiet", 0, 20_000),
    surveyed: measure<number>("quiet", 0, 20_000, { surveyed: true }),
  }
  const streams = sizes.slice(1).map((events) => measure<StreamMeasure>("stream", events, peopleFor(events)))
  const path = resolve(outDir, "log.ndjson")
  const [asked, askedPeople] = [300_000, 15_000]
  measure("write", asked, askedPeople, { path })
  const engine = measure<AnswerMeasure>("engine", asked, askedPeople, { path })
  const duckdb = measure<AnswerMeasure>("duckdb", asked, askedPeople, { path })
  rmSync(path)
  const isSame = QUESTIONS.every((question) => engine[question] === duckdb[question])

  function foldRows(): string[] {
    const base = folds[0]?.[1].nsPerEvent ?? Number.NaN
    return folds.map(([name, fold]) =>
      row([
        name,
        fold.events,
        fold.people,
        (fold.runs / fold.events).toFixed(3),
        fold.eventsPerSecond,
        fold.nsPerEvent,
        (fold.nsPerEvent / base).toFixed(2),
        fold.heldPerPerson,
      ]),
    )
  }

  const table = [
    "The fold, 20 scenarios, one core: of an audit, and the live one, which keeps the events (target 300,000 events/s)\n",
    row(["fold", "events", "people", "runs/event", "events/s", "ns/event", "ratio", "bytes/person"]),
    ...foldRows(),
    `\nHeld per quiet person of ten events: ${quietBytes.surveyed.toLocaleString("en")} bytes in an audit (target 2,048), `,
    `${quietBytes.keepingEvents.toLocaleString("en")} in the live fold, with the events\n`,
    ...writeStreams(streams),
    `\nThe same questions of the same file of ${asked.toLocaleString("en")} events, one core; answers ${isSame ? "are equal" : "DIFFER"}\n`,
    row(["asked", ...QUESTIONS, "seconds", "peak RSS MiB"]),
    ...[
      { name: "engine", ...engine },
      { name: "DuckDB", ...duckdb },
    ].map((answer) =>
      row([
        answer.name,
        ...QUESTIONS.map((question) => answer[question]),
        answer.seconds.toFixed(2),
        Math.round(answer.peakMiB),
      ]),
    ),
  ]
  if (!isSame) throw new Error(table.join(""))

  return { table: table.join(""), measures: { folds, quietBytes, streams, engine, duckdb } }
}
