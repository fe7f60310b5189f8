import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { launchChromium } from "../../browser/chromium"
import { ExtensionUnderTest } from "../../e2e/fixtures-extension"
import { quantile } from "./quantile"

/** How much slower than this machine: the phone of a visitor. */
const SLOWER = 4
const ROUNDS = 11
/** As they are put into the pages of a site that is audited without a click (`extension/worker/always-on.ts`). */
const scripts = ["knock", "tap"] as const
type Script = (typeof scripts)[number]
/** What the worker's answer brings. */
const following = "bridge"

/** All in ms, medians, at a fourth of this machine's speed. */
export interface InjectedTimes {
  /** What holds the page's own task as it begins, without what empty files in their place cost. */
  firstMs: Record<Script, number>
  emptyMs: number
  /** The tasks of their own that follow until the page is idle. */
  longestLaterMs: number
  laterMs: number
}

interface Traced {
  name: string
  ph: string
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args?: { data?: { url?: string } }
}

type Round = Record<Script | "longestLater" | "later", number>

/** The build with nothing but knock and tap in its pages from the start; `empty`: with empty files in their place. */
async function makeVariant(build: string, empty: boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cuelight-injected-"))
  await cp(build, folder, { recursive: true })
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"))
  const each = { matches: ["<all_urls>"], run_at: "document_start" }
  manifest.content_scripts = [
    { ...each, js: ["page/knock.js"] },
    { ...each, js: ["page/tap.js"], world: "MAIN" },
  ]
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest))
  if (empty) for (const name of scripts) await writeFile(join(folder, "page", `${name}.js`), "")
  return folder
}

/** Work of the processor, not time on the clock: of a loaded machine the others have a part of that. */
const workMs = ({ tdur = 0 }: Traced): number => (tdur / 1_000) * SLOWER

function readRound(events: Traced[]): Round {
  const ours = (name: string, script: string) =>
    events.filter(
      (event) => event.name === name && event.args?.data?.url?.endsWith(`/page/${script}.js`) === true,
    )
  const evaluated = (script: Script) => {
    const [event] = ours("EvaluateScript", script)
    if (!event) throw new Error(`The trace shows no ${script}.js in the page.`)
    return workMs(event)
  }
  const calls = [...scripts, following]
    .flatMap((script) => ours("FunctionCall", script))
    .concat(ours("EvaluateScript", following))
    .toSorted((one, other) => one.ts - other.ts)
  let end = 0
  // One world's call may be inside the other's, whom it hands something.
  const tasks = calls.filter(({ ts, dur = 0 }) => {
    const isInside = ts < end
    end = Math.max(end, ts + dur)
    return !isInside
  })
  return {
    knock: evaluated("knock"),
    tap: evaluated("tap"),
    longestLater: Math.max(0, ...tasks.map(workMs)),
    later: tasks.reduce((sum, task) => sum + workMs(task), 0),
  }
}

async function measureVariant(folder: string, address: string): Promise<Round> {
  const context = await launchChromium({ extension: folder, viewport: { width: 1280, height: 800 } })
  try {
    await ExtensionUnderTest.attach(context)
    const browser = context.browser()
    if (!browser) throw new Error("The context has no browser.")
    const rounds: Round[] = []
    for (let round = 0; round < ROUNDS; round++) {
      // A tab of its own has a process of its own, which has compiled nothing yet.
      const page = await context.newPage()
      await browser.startTracing(page, { categories: ["devtools.timeline"] })
      await page.goto(address, { waitUntil: "load" })
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
      const trace = JSON.parse((await browser.stopTracing()).toString())
      rounds.push(readRound(trace.traceEvents))
      await page.close()
    }
    const median = (part: keyof Round) =>
      quantile(
        rounds.map((each) => each[part]),
        0.5,
      )
    return {
      knock: median("knock"),
      tap: median("tap"),
      longestLater: median("longestLater"),
      later: median("later"),
    }
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * What a page pays before anything is shown, by the browser's own trace of a new document. Measured at full speed and
 * multiplied: the browser's throttle stops a page in slices that are longer than what is measured here.
 */
export async function measureInjected(build: string, address: string): Promise<InjectedTimes> {
  const empty = await measureVariant(await makeVariant(build, true), address)
  const full = await measureVariant(await makeVariant(build, false), address)
  return {
    firstMs: { knock: full.knock - empty.knock, tap: full.tap - empty.tap },
    emptyMs: empty.knock + empty.tap,
    longestLaterMs: full.longestLater,
    laterMs: full.later,
  }
}
