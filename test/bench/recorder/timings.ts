import { setTimeout as pass } from "node:timers/promises"
import type { BrowserContext, CDPSession, Page } from "playwright"
import { openCollector } from "./collector"
import type { Recorder } from "./recorders"
import type { BenchSite } from "./site"

/** How much slower than this machine: the phone of a visitor. */
const THROTTLE = 4
const LOADS = 5
const CALLS = 60
const SPACED_MS = 25

export interface Timings {
  /** Evaluating the file and its first synchronous init, milliseconds at 4x. */
  evaluationMs: number
  /** All that the main thread did until the page was idle, beyond what it does without a recorder. */
  loadMs: number
  /** One call of `track`, milliseconds at 4x. */
  callMs: number
  /** All that the main thread did for an event, beyond what it does without a recorder. */
  eventMs: number
}

/** Milliseconds that the page's main thread has worked, by its own clock: other work on the machine does not count. */
async function readTaskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics")
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000
}

async function openThrottled(context: BrowserContext): Promise<{ page: Page; session: CDPSession }> {
  const page = await context.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send("Performance.enable", { timeDomain: "threadTicks" })
  await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE })
  return { page, session }
}

/** Calls one after the other, each in a task of its own, as gestures are; the one in the middle. */
const callSpaced = `async (calls, spacedMs) => {
  const spent = []
  for (let call = 0; call < calls; call++) {
    await new Promise((next) => setTimeout(next, spacedMs))
    const from = performance.now()
    window.bench?.track("bench_event", { marker: "call " + call })
    spent.push(performance.now() - from)
  }
  return spent.sort((one, other) => one - other)[calls >> 1]
}`

let visits = 0

async function measureVisit(context: BrowserContext, site: BenchSite, recorder: string) {
  const collector = await openCollector()
  const { page, session } = await openThrottled(context)
  try {
    await page.goto(site.address(`time-${visits++}`, recorder, collector.origin, true))
    await page.waitForFunction("window.ready")
    await page.waitForLoadState("networkidle")
    await pass(1_500)
    const loadMs = await readTaskMs(session)
    const callMs = (await page.evaluate(`(${callSpaced})(${CALLS}, ${SPACED_MS})`)) as number
    await pass(2_500)
    const eventMs = ((await readTaskMs(session)) - loadMs) / CALLS
    return { loadMs, callMs, eventMs }
  } finally {
    await page.close()
    collector.close()
  }
}

/** Compiling and running the file, and the first init, in an empty page whose scripts have no other work. */
async function measureEvaluation(
  context: BrowserContext,
  site: BenchSite,
  recorder: Recorder,
): Promise<number> {
  const collector = await openCollector()
  const { page } = await openThrottled(context)
  try {
    await page.goto(site.address(`time-${visits++}`, "none", collector.origin, true))
    const text = recorder.files[0]?.text ?? ""
    return (await page.evaluate(
      `(async ([text, collector]) => {
        const script = document.createElement("script")
        script.text = text
        script.dataset.endpoint = collector + "/v1/batch"
        const from = performance.now()
        document.head.append(script)
        window.bench?.start?.(collector)
        return performance.now() - from
      })(${JSON.stringify([text, collector.origin])})`,
    )) as number
  } finally {
    await page.close()
    collector.close()
  }
}

/** Times of one recorder: of several visits to a page that has not seen it, the one that was disturbed least. */
export async function measureTimings(
  context: BrowserContext,
  site: BenchSite,
  recorder: Recorder,
  blank: Timings | undefined,
): Promise<Timings> {
  const evaluations: number[] = []
  const seen: { loadMs: number; callMs: number; eventMs: number }[] = []
  for (let load = 0; load < LOADS; load++) {
    evaluations.push(recorder.files.length > 0 ? await measureEvaluation(context, site, recorder) : 0)
    seen.push(await measureVisit(context, site, recorder.name))
  }
  return {
    evaluationMs: Math.min(...evaluations),
    loadMs: Math.min(...seen.map(({ loadMs }) => loadMs)) - (blank?.loadMs ?? 0),
    callMs: Math.min(...seen.map(({ callMs }) => callMs)),
    eventMs: Math.min(...seen.map(({ eventMs }) => eventMs)) - (blank?.eventMs ?? 0),
  }
}
