import { brotliCompressSync, constants } from "node:zlib"
import { launchChromium } from "../../browser/chromium"
import type { BenchResult } from "../bench"
import { type Outcome, playScenario, scenarios } from "./delivery"
import { buildRecorders, type Recorder } from "./recorders"
import { openSite } from "./site"
import { measureTimings, type Timings } from "./timings"

/** Recorders whose delivery is measured side by side: they mostly wait. */
const AT_ONCE = 3

interface RecorderMeasure {
  name: string
  version: string
  set: string
  bytes: number[]
  timings: Timings
  deliveries: Record<string, Outcome[]>
}

const compress = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
    }),
  )
}

/** `10`, or `7–10` of several runs; with an arrow where the return visit brought more. */
function writeArrived(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return "–"
  const span = (read: (outcome: Outcome) => number) => {
    const values = outcomes.map(read)
    const [least, most] = [Math.min(...values), Math.max(...values)]
    return least === most ? String(least) : `${least}–${most}`
  }
  const [before, after] = [span((one) => one.arrived), span((one) => one.afterReturn)]
  const [doubled, repeated] = [span((one) => one.doubled), span((one) => one.repeated)]
  const more = [doubled !== "0" && `${doubled} doubled`, repeated !== "0" && `${repeated} repeated`].filter(
    Boolean,
  )
  return `${before === after ? before : `${before} → ${after}`}${more.length > 0 ? ` (${more.join(", ")})` : ""}`
}

const row = (cells: (string | number)[], widths: number[]) =>
  `${cells.map((cell, place) => (typeof cell === "number" ? cell.toLocaleString("en") : cell)[place === 0 ? "padEnd" : "padStart"](widths[place] ?? 20)).join("")}\n`

function writeTables(measures: readonly RecorderMeasure[], runs: number): string {
  const [own] = measures as [RecorderMeasure]
  const ratio = (value: number, base: number) => (base > 0 ? `${(value / base).toFixed(1)}x` : "–")
  const bytesOf = ({ bytes }: RecorderMeasure) => bytes.reduce((sum, one) => sum + one, 0)
  const timeWidths = [28, 14, 10, 16, 10, 16, 12, 10, 18, 10]
  const times = measures.map((measure) => {
    const { evaluationMs, loadMs, callMs, eventMs } = measure.timings
    return row(
      [
        `${measure.name} ${measure.version}`,
        measure.bytes.length > 1 ? measure.bytes.join("+") : String(bytesOf(measure)),
        ratio(bytesOf(measure), bytesOf(own)),
        evaluationMs.toFixed(1),
        ratio(evaluationMs, own.timings.evaluationMs),
        loadMs.toFixed(0),
        callMs.toFixed(2),
        ratio(callMs, own.timings.callMs),
        eventMs.toFixed(2),
        ratio(eventMs, own.timings.eventMs),
      ],
      timeWidths,
    )
  })
  const titles = Object.values(scenarios).map(({ title }) => title)
  const deliveryWidths = [12, ...titles.map((title) => Math.max(title.length + 3, 26))]
  const deliveries = measures.map(({ name, deliveries }) =>
    row([name, ...Object.keys(scenarios).map((key) => writeArrived(deliveries[key] ?? []))], deliveryWidths),
  )
  const unread = measures.flatMap(({ name, deliveries }) => {
    const count = Object.values(deliveries)
      .flat()
      .reduce((sum, one) => sum + one.unread, 0)
    return count > 0 ? [`${name}: ${count} bodies could not be read\n`] : []
  })
  return [
    "Recorders: bytes (brotli 11), and times at 4x CPU throttle in milliseconds; x is the ratio to cuelight\n",
    row(
      ["", "bytes", "", "evaluate, init", "", "load, all work", "one call", "", "event, all work", ""],
      timeWidths,
    ),
    ...times,
    `\nTen events, how many arrive, and how many after a return visit${runs > 1 ? `; ${runs} runs` : ""}. Doubled came twice and nothing tells; repeated came twice with one id, by which a collector removes the second.\n`,
    row(["", ...titles], deliveryWidths),
    ...deliveries,
    ...unread,
    "\nHow they are set up\n",
    ...measures.map(({ name, set }) => `${name.padEnd(12)}${set}\n`),
  ].join("")
}

/**
 * The recorder beside its peers, in Chromium, against one collector that speaks each one's dialect. `--runs=N` plays
 * every delivery N times, `--delivery` and `--times` measure only one of the two,
 * `--only=NAME,NAME` only those beside our own. Times want a machine that does nothing else.
 */
export async function run(given: ReadonlySet<string>): Promise<BenchResult> {
  const runs = Number([...given].find((one) => one.startsWith("--runs="))?.slice("--runs=".length) ?? 1)
  const [wantsDelivery, wantsTimes] = [!given.has("--times"), !given.has("--delivery")]
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const only = [...given]
    .find((one) => one.startsWith("--only="))
    ?.slice("--only=".length)
    .split(",")
  const recorders = (await buildRecorders()).filter(
    ({ name }) => name === "cuelight" || (only?.includes(name) ?? true),
  )
  const site = await openSite(recorders)
  const context = await launchChromium()
  const measures: RecorderMeasure[] = recorders.map(({ name, version, set, files }) => ({
    name,
    version,
    set,
    bytes: files.map(({ text }) => compress(text)),
    timings: { evaluationMs: Number.NaN, loadMs: Number.NaN, callMs: Number.NaN, eventMs: Number.NaN },
    deliveries: {},
  }))
  try {
    if (wantsTimes) {
      const none: Recorder = { name: "none", version: "", set: "", files: [] }
      const blank = await measureTimings(context, site, none, undefined)
      for (const [place, recorder] of recorders.entries()) {
        say(`times of ${recorder.name}`)
        measures[place]!.timings = await measureTimings(context, site, recorder, blank)
      }
    }
    if (wantsDelivery)
      for (let turn = 0; turn < runs; turn++)
        for (const [key, scenario] of Object.entries(scenarios)) {
          say(`${scenario.title}${runs > 1 ? `, ${turn + 1} of ${runs}` : ""}`)
          await eachOf(measures, AT_ONCE, async ({ name, deliveries }) => {
            deliveries[key] = [...(deliveries[key] ?? []), await playScenario(context, site, name, scenario)]
          })
        }
  } finally {
    await context.close()
    site.close()
  }
  return { table: writeTables(measures, runs), measures }
}
