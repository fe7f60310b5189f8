import { spawnSync } from "node:child_process"
import { resolve } from "node:path"
import { build } from "vite"
import type { BenchResult } from "./bench"
import type { FoldMeasure, StreamMeasure } from "./engine-bench"

/**
 * What the engine costs. `--long` adds a million events, which takes many minutes and gigabytes. Measured is the bundle,
 * as it is shipped, in processes of one thread each. Times are of the processor, so other work on the machine disturbs
 * little.
 */
export async function run(given: ReadonlySet<string>): Promise<BenchResult> {
  const sizes = [10_000, 100_000, ...(given.has("--long") ? [1_000_000] : [])]
  const peopleFor = (events: number) => Math.min(events / 20, 50_000)
  const outDir = resolve("test/results/bench")

  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: { ssr: resolve("test/bench/measure.ts"), outDir, minify: false, target: "es2022" },
  })

  function measure<T>(kind: string, events: number, people: number, density = 1, surveyed = false): T {
    const given = [kind, events, people, density, surveyed ? "surveyed" : "whole"].map(String)
    const flags = [
      "--single-threaded",
      "--expose-gc",
      ...(kind === "fold" ? ["--max-old-space-size=6000"] : []),
    ]
    const child = spawnSync(process.execPath, [...flags, `${outDir}/measure.js`, ...given], {
      encoding: "utf8",
    })
    if (child.status !== 0) throw new Error(`A measure failed: ${child.stderr.slice(-2_000)}`)
    return JSON.parse(child.stdout) as T
  }

  const folds: [string, FoldMeasure][] = []
  for (const surveyed of [false, true]) {
    for (const events of sizes) {
      const name = surveyed ? "shop, surveyed" : "shop"
      folds.push([name, measure("fold", events, peopleFor(events), 1, surveyed)])
    }
    folds.push([surveyed ? "dense, surveyed" : "dense", measure("fold", 100_000, 5_000, 8, surveyed)])
  }
  const quietBytes = {
    keepingEvents: measure<number>("quiet", 0, 20_000),
    surveyed: measure<number>("quiet", 0, 20_000, 1, true),
  }
  const streams = sizes.slice(1).map((events) => measure<StreamMeasure>("stream", events, peopleFor(events)))

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
    "The fold, 20 scenarios, one core\n",
    row(["log", "events", "people", "runs/event", "events/s", "ns/event", "ratio", "bytes/person"]),
    ...foldRows(),
    `\nHeld per quiet person of ten events: ${quietBytes.keepingEvents.toLocaleString("en")} bytes with its events, `,
    `${quietBytes.surveyed.toLocaleString("en")} without (target 2,048)\n`,
    "\nStreamed audit, read twice, each in a process of its own\n",
    row(["events", "people", "runs", "seconds", "folded MiB", "peak MiB"]),
    ...streams.map(({ events, people, runs, seconds, foldedMiB, peakMiB }) =>
      row([events, people, runs, seconds.toFixed(1), Math.round(foldedMiB), Math.round(peakMiB)]),
    ),
  ]

  return { table: table.join(""), measures: { folds, quietBytes, streams } }
}
