import type { BenchResult } from "./bench"
import type { FoldMeasure, StreamMeasure } from "./engine-bench"
import { buildMeasures, peopleFor, writeRow, writeStreams } from "./measured"

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000]

/** Whether an event costs the same from ten thousand to ten million of them, and whether those fit into little memory. */
export async function run(): Promise<BenchResult> {
  const { measure } = await buildMeasures()
  const folds = SIZES.map((events) =>
    measure<FoldMeasure>("fold", events, peopleFor(events), { surveyed: true }),
  )
  const streams = SIZES.slice(1).map((events) => measure<StreamMeasure>("stream", events, peopleFor(events)))
  const base = folds[0]?.nsPerEvent ?? Number.NaN
  const table = [
    "The fold of an audit, 20 scenarios, one core: cost per event (target: flat)\n",
    writeRow(["events", "people", "events/s", "ns/event", "ratio"]),
    ...folds.map(({ events, people, eventsPerSecond, nsPerEvent }) =>
      writeRow([events, people, eventsPerSecond, nsPerEvent, (nsPerEvent / base).toFixed(2)]),
    ),
    ...writeStreams(streams),
  ]
  return { table: table.join(""), measures: { folds, streams } }
}
