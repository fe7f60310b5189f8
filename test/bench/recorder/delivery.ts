import { setTimeout as pass } from "node:timers/promises"
import type { BrowserContext, Page } from "playwright"
import { type Collector, notCounted, openCollector } from "./collector"
import type { BenchSite } from "./site"

const EVENTS = 10
/** How long nothing may come before the rest counts as lost; longer where a recorder is to try again by itself. */
const QUIET_MS = 4_000
const QUIET_RETRY_MS = 15_000

export interface Outcome {
  events: number
  /** Different events that came, before and after a return visit. */
  arrived: number
  afterReturn: number
  /** Events that came more than once with different ids or none: nobody can take them out again. */
  doubled: number
  /** Events that came more than once with one id. */
  repeated: number
  unread: number
}

interface Stage {
  collector: Collector
  /** A tab of this shop with the recorder, when it has begun. */
  open(): Promise<Page>
  track(page: Page, then?: string): Promise<void>
}

interface Scenario {
  title: string
  events: number
  quietMs: number
  play(stage: Stage): Promise<unknown>
}

/** Only this tab: others are measured beside it. */
async function goOffline(page: Page): Promise<() => Promise<unknown>> {
  const session = await page.context().newCDPSession(page)
  const set = (offline: boolean) =>
    session.send("Network.emulateNetworkConditions", {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
  await set(true)
  return () => set(false)
}

export const scenarios: Record<string, Scenario> = {
  navigate: {
    title: "navigates in the same task",
    events: EVENTS,
    quietMs: QUIET_MS,
    async play({ open, track }) {
      const page = await open()
      await track(page, `location.href = "/elsewhere"`)
      await page.waitForURL("**/elsewhere")
    },
  },
  close: {
    title: "tab closed",
    events: EVENTS,
    quietMs: QUIET_MS,
    async play({ open, track }) {
      const page = await open()
      await track(page)
      await page.close()
    },
  },
  kill: {
    title: "renderer killed after 500 ms",
    events: EVENTS,
    quietMs: QUIET_MS,
    async play({ open, track }) {
      const page = await open()
      await track(page)
      await pass(500)
      const crashed = page.waitForEvent("crash")
      void (await page.context().newCDPSession(page)).send("Page.crash").catch(() => {})
      await crashed
      await page.close()
    },
  },
  offline: {
    title: "offline, then online",
    events: EVENTS,
    quietMs: QUIET_RETRY_MS,
    async play({ open, track, collector }) {
      const page = await open()
      const goOnline = await goOffline(page)
      await track(page)
      await pass(3_000)
      await goOnline()
      await collector.settled(EVENTS, QUIET_RETRY_MS)
      await page.close()
    },
  },
  down: {
    title: "collector down 4 s, then up",
    events: EVENTS,
    quietMs: QUIET_MS,
    async play({ open, track, collector }) {
      const page = await open()
      collector.isUp = false
      await track(page)
      await pass(4_000)
      collector.isUp = true
      await collector.settled(EVENTS, QUIET_RETRY_MS)
      await page.close()
    },
  },
  tabs: {
    title: "two tabs at once, 20 events",
    events: 2 * EVENTS,
    quietMs: QUIET_RETRY_MS,
    async play({ open, track, collector }) {
      const pages = [await open(), await open()]
      // Both have what the collector did not take, and both begin anew when it does.
      collector.isUp = false
      await Promise.all(pages.map((page) => track(page)))
      await pass(1_500)
      collector.isUp = true
      await Promise.all(pages.map((page) => page.reload()))
      await collector.settled(2 * EVENTS, QUIET_RETRY_MS)
      await Promise.all(pages.map((page) => page.close()))
    },
  },
}

let plays = 0

/** Plays one scenario with one recorder on an origin of its own, then visits again, and counts. */
export async function playScenario(
  context: BrowserContext,
  site: BenchSite,
  recorder: string,
  scenario: Scenario,
): Promise<Outcome> {
  const collector = await openCollector()
  const host = `${recorder}-${plays++}`
  let marked = 0
  const stage: Stage = {
    collector,
    async open() {
      const page = await context.newPage()
      await page.goto(site.address(host, recorder, collector.origin))
      await page.waitForFunction("window.ready")
      // What a recorder fetches or stores for itself first is not measured here.
      await page.waitForLoadState("networkidle")
      return page
    },
    async track(page, then = "") {
      const markers = Array.from({ length: EVENTS }, () => `${host}-${marked++}`)
      await page.evaluate(
        `for (const marker of ${JSON.stringify(markers)}) bench.track("bench_event", { marker }); ${then}; undefined`,
      )
    },
  }
  try {
    await scenario.play(stage)
    await collector.settled(scenario.events, QUIET_MS)
    const arrived = collector.arrivals.size
    // One who comes back does something; some recorders send what is left only then.
    const page = await stage.open()
    await page.evaluate(`bench.track("bench_event", { marker: "${notCounted}" }); undefined`)
    await collector.settled(scenario.events, Math.max(QUIET_MS, 8_000))
    await page.close()
    const repeats = [...collector.arrivals.values()].filter((ids) => ids.length > 1)
    const isKnownAgain = (ids: (string | undefined)[]) => ids[0] !== undefined && new Set(ids).size === 1
    return {
      events: scenario.events,
      arrived,
      afterReturn: collector.arrivals.size,
      doubled: repeats.filter((ids) => !isKnownAgain(ids)).length,
      repeated: repeats.filter(isKnownAgain).length,
      unread: collector.unread.length,
    }
  } finally {
    collector.close()
  }
}
