import { spawnSync } from "node:child_process"
import { resolve } from "node:path"
import { build } from "vite"
import type { StreamMeasure } from "./engine-bench"

/** What the command sets for itself (`cli/main.ts`); and room for a million events that are held. */
const FLAGS: Record<string, string[]> = {
  fold: ["--max-old-space-size=6000"],
  stream: ["--heap-growing-percent=30"],
}

export interface MeasureOptions {
  density?: number
  surveyed?: boolean
  path?: string
}

export const peopleFor = (events: number) => Math.min(events / 20, 50_000)

/**
 * Measured is the bundle, as it is shipped, in processes of one thread each. Times are of the processor, so that other
 * work on the machine disturbs little; but what shares its caches does.
 */
export async function buildMeasures() {
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
  function measure<T>(kind: string, events: number, people: number, options: MeasureOptions = {}): T {
    const { density = 1, surveyed = false, path = "" } = options
    const given = [kind, events, people, density, surveyed ? "surveyed" : "whole", path].map(String)
    const flags = ["--single-threaded", "--expose-gc", ...(FLAGS[kind] ?? [])]
    const child = spawnSync(process.execPath, [...flags, `${outDir}/measure.js`, ...given], {
      encoding: "utf8",
    })
    if (child.status !== 0) throw new Error(`A measure failed: ${child.stderr.slice(-2_000)}`)
    return JSON.parse(child.stdout) as T
  }
  return { measure, outDir }
}

export function writeRow(cells: (string | number)[]): string {
  const texts = cells.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell))
  return `${texts.map((text) => text.padStart(16)).join("")}\n`
}

/** The readings of a longer log are more: what is folded once costs the same, and each passes over what is not its own. */
export function writeStreams(streams: readonly StreamMeasure[]): string[] {
  return [
    "\nAudit of a log that is generated while it is read, each in a process of its own (target 300 MiB)\n",
    writeRow([
      "events",
      "people",
      "runs",
      "findings",
      "readings",
      "seconds",
      "us/event",
      "result MiB",
      "peak RSS MiB",
    ]),
    ...streams.map(({ events, people, runs, findings, readings, seconds, resultMiB, peakMiB }) =>
      writeRow([
        events,
        people,
        runs,
        findings,
        readings,
        seconds.toFixed(1),
        ((seconds / events) * 1e6).toFixed(2),
        Math.round(resultMiB),
        Math.round(peakMiB),
      ]),
    ),
  ]
}
