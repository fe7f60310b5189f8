import type { BrowserContext, Frame, Page } from "playwright"
import { freshOverlay } from "../../e2e/walk"
import { quantile } from "./quantile"

// The overlay of the built extension on the demo shop: how soon an event of the page is in it.

const EVENTS = 120
const LONG = 3_000

export interface EventTimes {
  /** From the page's call to the frame that shows it, ms. */
  medianMs: number
  p95Ms: number
  /** Work of the overlay's main thread for one event, ms: what is left of it on a machine that does nothing else. */
  workMs: number
  /** Events that the journey had before. */
  log: number
}

export interface OverlayTimes {
  short: EventTimes
  long: EventTimes
}

type Tracking = { cuelight: { track(name: string): void } }
type Marked = { cuelightPainted: Record<string, number> }

async function measureEvents(page: Page, overlay: Frame, log: number): Promise<EventTimes> {
  const session = await page.context().newCDPSession(overlay)
  // The time of the thread itself: a machine that does other things too makes it no longer.
  await session.send("Performance.enable", { timeDomain: "threadTicks" })
  const work = async () => {
    const { metrics } = await session.send("Performance.getMetrics")
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000
  }
  // tsx gives functions their names by a function that a page does not have.
  await overlay.evaluate("globalThis.__name = (named) => named")
  await overlay.evaluate(() => {
    const painted: Record<string, number> = {}
    Object.assign(globalThis, { cuelightPainted: painted })
    const look = () => {
      const shown = [...document.querySelectorAll("[data-cue=event]")].map((each) =>
        each.getAttribute("data-cue-id"),
      )
      // After the frame that shows it, not before.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          for (const name of shown) if (name) painted[name] ??= performance.timeOrigin + performance.now()
        }
        port2.postMessage(null)
      })
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  const before = await work()
  const times: number[] = []
  for (let index = 0; index < EVENTS; index++) {
    const name = `bench_${log}_${index}`
    const told = await page.evaluate((each) => {
      ;(globalThis as unknown as Tracking).cuelight.track(each)
      return performance.timeOrigin + performance.now()
    }, name)
    const shown = await overlay.waitForFunction(
      (each) => (globalThis as unknown as Marked).cuelightPainted[each],
      name,
    )
    times.push(((await shown.jsonValue()) ?? Number.NaN) - told)
  }
  const workMs = ((await work()) - before) / EVENTS
  await session.detach()
  return { medianMs: quantile(times, 0.5), p95Ms: quantile(times, 0.95), workMs, log }
}

export async function measureOverlay(context: BrowserContext, shop: { url: string }): Promise<OverlayTimes> {
  const page = await context.newPage()
  await page.goto(`${shop.url}/p/blue-vase`)
  const overlay = await freshOverlay(page)
  const short = await measureEvents(page, overlay, 0)
  await page.evaluate(async (count) => {
    for (let index = 0; index < count; index++) {
      ;(globalThis as unknown as Tracking).cuelight.track(`long_${index}`)
      if (index % 100 === 99) await new Promise((done) => requestAnimationFrame(done))
    }
  }, LONG)
  await overlay.locator(`[data-cue="event"][data-cue-id="long_${LONG - 1}"]`).waitFor({ timeout: 120_000 })
  const long = await measureEvents(page, overlay, LONG)
  await page.close()
  return { short, long }
}
