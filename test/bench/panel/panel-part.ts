import type { CDPSession, Page } from "playwright"
import { launchChromium } from "../../browser/chromium"
import { servePanel } from "../../panel/harness/serve"
import type { BenchResult } from "../bench"

// Ten thousand events in the panel's log: how smoothly they scroll, and how much memory they hold. Panel and engine run
// in one page here, so the memory is that of both.

const EVENTS = 10_000
const FRAMES = 240

interface ScrollMeasure {
  /** Frames in which nothing was late: at most one and a half of the screen's own, in per cent. */
  smoothPercent: number
  medianFrameMs: number
  slowestFrameMs: number
}

interface PanelMeasure {
  events: number
  scroll: ScrollMeasure
  /** The page's own work for a frame of scrolling, 95th percentile, ms. */
  workMsP95: number
  heldMB: number
  emptyMB: number
}

async function heldBytes(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage")
  const { usedSize } = await session.send("Runtime.getHeapUsage")
  return usedSize
}

/** Scrolls by a screen's height a frame, from top to bottom and back. */
async function scroll(page: Page): Promise<{ frames: number[]; work: number[] }> {
  return page.locator(".cue-event-list").evaluate(async (list, count) => {
    const frames: number[] = []
    const work: number[] = []
    let direction = 1
    let last = await new Promise<number>((done) => requestAnimationFrame(done))
    for (let index = 0; index < count; index++) {
      const begin = performance.now()
      list.scrollTop += direction * list.clientHeight
      list.dispatchEvent(new Event("scroll"))
      // Reading a size makes the browser lay out what React has drawn.
      list.getBoundingClientRect()
      work.push(performance.now() - begin)
      if (list.scrollTop <= 0 || list.scrollTop + list.clientHeight >= list.scrollHeight - 1) direction *= -1
      const now = await new Promise<number>((done) => requestAnimationFrame(done))
      frames.push(now - last)
      last = now
    }
    return { frames, work }
  }, FRAMES)
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

async function measure(): Promise<PanelMeasure> {
  const harness = await servePanel()
  const context = await launchChromium({ viewport: { width: 400, height: 900 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.goto(`${harness.address}/panel.html?view=events&journey=empty`)
    await page.locator(".cue-view").waitFor()
    const empty = await heldBytes(session)
    await page.goto(`${harness.address}/panel.html?view=events&journey=busy`)
    await page
      .getByText(`${EVENTS.toLocaleString("en")} of ${EVENTS.toLocaleString("en")}`)
      .waitFor({ timeout: 120_000 })
    const { frames, work } = await scroll(page)
    const sorted = frames.toSorted((one, other) => one - other)
    const screen = at(sorted, 0.1)
    const held = await heldBytes(session)
    return {
      events: EVENTS,
      scroll: {
        smoothPercent: Math.round((100 * frames.filter((ms) => ms <= screen * 1.5).length) / frames.length),
        medianFrameMs: at(sorted, 0.5),
        slowestFrameMs: at(sorted, 1),
      },
      workMsP95: at(
        work.toSorted((one, other) => one - other),
        0.95,
      ),
      heldMB: held / 1e6,
      emptyMB: empty / 1e6,
    }
  } finally {
    await context.close()
    await harness.close()
  }
}

export async function run(): Promise<BenchResult> {
  const measures = await measure()
  const { scroll: smooth, workMsP95, heldMB, emptyMB } = measures
  return {
    measures,
    table: [
      `The panel's log with ${EVENTS.toLocaleString("en")} events\n`,
      `  scrolling a screen a frame: ${smooth.smoothPercent} % of the frames in time, median ${smooth.medianFrameMs.toFixed(1)} ms, slowest ${smooth.slowestFrameMs.toFixed(1)} ms; 95 % of the work within ${workMsP95.toFixed(1)} ms\n`,
      `  held: ${heldMB.toFixed(1)} MB, engine and all (target 60), ${emptyMB.toFixed(1)} MB without events\n`,
    ].join(""),
  }
}
