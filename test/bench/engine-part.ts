import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { resolve } from "node:path"
import { build } from "vite"
import type { BenchResult } from "./bench"
import type { AnswerMeasure } from "./duckdb-bench"
import type { FoldMeasure, StreamMeasure } from "./engine-bench"

/** What the command sets for itself (`cli/main.ts`); and room for a million events that are held. */
const FLAGS: Record<string, string[]> = {
  fold: ["--max-old-space-size=6000"],
  stream: ["--heap-growing-percent=30"],
}

const QUESTIONS = ["seen", "inCart", "bought", "abandoned"] as const

/**
 * What the engine costs. `--long` goes on to ten million events, which takes many minutes. Measured is the bundle, as it
 * is shipped, in processes of one thread each. Times are of the processor, so that other work on the machine disturbs
 * little; but what shares its caches does.
 */
export async function run(given: ReadonlySet<string>): Promise<BenchResult> {
  const isLong = given.has("--long")
  const sizes = [10_000, 100_000, 1_000_000, ...(isLong ? [10_000_000] : [])]
  const peopleFor = (events: number) => Math.min(events / 20, 50_000)
  const outDir = resolve("test/results/bench")

  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: {
      ssr: resolve("test/bench/measure.ts"),
      outDir,
      minify: false,
      target: "es2022",
      rolldownOptions: { external: ["@duckdb/node-api"] },
    },
  })

  function measure<T>(
    kind: string,
    events: number,
    people: number,
    { density = 1, surveyed = false, path = "" } = {},
  ): T {
    const given = [kind, events, people, density, surveyed ? "surveyed" : "whole", path].map(String)
    const flags = ["--single-threaded", "--expose-gc", ...(FLAGS[kind] ?? [])]
    const child = spawnSync(process.execPath, [...flags, `${outDir}/measure.js`, ...given], {
      encoding: "utf8",
    })
    if (child.status !== 0) throw new Error(`A measure failed: ${child.stderr.slice(-2_000)}`)
    return JSON.parse(child.stdout) as T
  }

  const folds: [string, FoldMeasure][] = []
  for (const surveyed of [true, false]) {
    // The live fold keeps every event, for late ones: ten million are more than a process holds.
    for (const events of sizes.filter((size) => surveyed || size <= 1_000_000)) {
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

  const row = (cells: (string | number)[]) =>
    `${cells.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell).padStart(16)).join("")}\n`

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
    "\nAudit of a log that is generated while it is read, each in a process of its own (target 300 MiB)\n",
    row(["events", "people", "runs", "findings", "readings", "seconds", "result MiB", "peak RSS MiB"]),
    ...streams.map(({ events, people, runs, findings, readings, seconds, resultMiB, peakMiB }) =>
      row([
        events,
        people,
        runs,
        findings,
        readings,
        seconds.toFixed(1),
        Math.round(resultMiB),
        Math.round(peakMiB),
      ]),
    ),
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
