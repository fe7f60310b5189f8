import type { Page } from "playwright"
import { launchChromium } from "../../browser/chromium"
import { ExtensionUnderTest, locateBuild } from "../../e2e/fixtures-extension"
import { servePanel } from "../../panel/harness/serve"
import { startShop } from "../../shop/shop"
import type { BenchResult } from "../bench"
import { type ClockTimes, measureClock } from "./clock-times"
import { heldByPage } from "./heaps"
import { type Hour, measureHour } from "./hour"
import { type InjectedTimes, measureInjected } from "./injected-times"
import { measureOpenings, type Opening, type Openings } from "./opening-times"
import { type EventTimes, measureOverlay, type OverlayTimes } from "./overlay-times"
import { quantile } from "./quantile"

// Ten thousand events in the panel's log: how smoothly they scroll, how much memory they hold, and what the clock costs.
// Panel and engine run in one page here, so the memory is that of both. Then the built extension on the demo shop: how
// soon the overlay shows what happens, and what an hour leaves behind.

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
  clock: ClockTimes
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

async function measureLog(): Promise<PanelMeasure> {
  const harness = await servePanel()
  const context = await launchChromium({ viewport: { width: 400, height: 900 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.goto(`${harness.address}/panel.html?view=events&journey=empty`)
    await page.locator(".cue-view").waitFor()
    const empty = await heldByPage(page)
    await page.goto(`${harness.address}/panel.html?view=events&journey=busy`)
    await page
      .getByText(`${EVENTS.toLocaleString("en")} of ${EVENTS.toLocaleString("en")}`)
      .waitFor({ timeout: 120_000 })
    const { frames, work } = await scroll(page)
    const screen = quantile(frames, 0.1)
    const held = await heldByPage(page)
    await page.goto(`${harness.address}/panel.html?view=clock&journey=busy`)
    await page.getByRole("slider").waitFor({ timeout: 120_000 })
    const clock = await measureClock(page, session)
    return {
      events: EVENTS,
      scroll: {
        smoothPercent: Math.round((100 * frames.filter((ms) => ms <= screen * 1.5).length) / frames.length),
        medianFrameMs: quantile(frames, 0.5),
        slowestFrameMs: quantile(frames, 1),
      },
      workMsP95: quantile(work, 0.95),
      heldMB: held / 1e6,
      emptyMB: empty / 1e6,
      clock,
    }
  } finally {
    await context.close()
    await harness.close()
  }
}

interface ExtensionMeasure {
  injected: InjectedTimes
  openings: Openings
  overlay: OverlayTimes
  hour: Hour
}

/** On a page without the tag, and with a data layer: what the tag does is not the extension's. */
async function measurePlain(build: string): Promise<InjectedTimes> {
  const shop = await startShop({ snippet: false, dataLayer: true })
  try {
    return await measureInjected(build, `${shop.url}/p/blue-vase`)
  } finally {
    await shop.close()
  }
}

async function measureExtension(): Promise<ExtensionMeasure> {
  const shop = await startShop({ spa: true })
  const build = locateBuild("chrome-mv3-qa")
  const injected = await measurePlain(build)
  const openings = await measureOpenings(build, shop)
  const context = await launchChromium({ extension: build, viewport: { width: 1280, height: 800 } })
  try {
    const { id } = await ExtensionUnderTest.attach(context)
    const overlay = await measureOverlay(context, shop)
    return { injected, openings, overlay, hour: await measureHour(context, shop, id) }
  } finally {
    await context.close()
    await shop.close()
  }
}

export async function run(): Promise<BenchResult> {
  const log = await measureLog()
  const { injected, openings, overlay, hour } = await measureExtension()
  return {
    measures: { ...log, injected, openings, overlay, hour },
    table: [
      ...writeLog(log),
      ...writeOpenings(openings),
      ...writeInjected(injected),
      ...writeExtension(overlay, hour),
    ].join(""),
  }
}

const ms = (value: number): string => `${value.toFixed(1)} ms`
const number = (value: number): string => value.toLocaleString("en")

function writeLog({ scroll: smooth, workMsP95, heldMB, emptyMB, clock }: PanelMeasure): string[] {
  return [
    `The panel with ${number(EVENTS)} events\n`,
    `  scrolling a screen a frame: ${smooth.smoothPercent} % of the frames in time, median ${ms(smooth.medianFrameMs)}, slowest ${ms(smooth.slowestFrameMs)}; 95 % of the work within ${ms(workMsP95)}\n`,
    `  held: ${heldMB.toFixed(1)} MB, engine and all (target 60), ${emptyMB.toFixed(1)} MB without events\n`,
    `  a move of the clock, work with the engine: into the past median ${ms(clock.pastMs.median)}, 95 % ${ms(clock.pastMs.p95)}; into the future ${ms(clock.futureMs.median)}, ${ms(clock.futureMs.p95)}\n`,
  ]
}

function writeOpenings({ overlay, empty }: Openings): string[] {
  const both = (part: keyof Opening) =>
    [overlay[part], empty[part]]
      .map(({ medianMs, p95Ms }) => `median ${ms(medianMs)}, 95 % ${ms(p95Ms)}`)
      .join("; an empty frame in its place ")
  return [
    "The built extension on the demo shop, with nobody watching\n",
    `  overlay open to painted, by a click on a page that is there: ${both("byClick")} (target 150)\n`,
    `    from the click: ${both("fromClick")}\n`,
    `  with a page that is being loaded: ${both("withPage")}\n`,
    `    first picture of that page on the same clock: ${both("ofPage")}\n`,
  ]
}

const writeInjected = ({ firstMs, emptyMs, longestLaterMs, laterMs }: InjectedTimes): string[] => [
  "  what a page pays before anything is shown, as work at 4x\n",
  `    in its own task: knock ${ms(firstMs.knock)}, tap ${ms(firstMs.tap)} (target 1 in all), beyond empty files in their place (${ms(emptyMs)})\n`,
  `    in later tasks until it is idle: ${ms(laterMs)}, longest ${ms(longestLaterMs)}\n`,
]

function writeExtension({ short, long }: OverlayTimes, { events, heldMB }: Hour): string[] {
  const told = ({ log, medianMs, p95Ms, workMs }: EventTimes) =>
    `  event to painted with ${number(log)} events before: median ${ms(medianMs)}, 95 % ${ms(p95Ms)} (target 50); work of the overlay ${ms(workMs)}\n`
  const held = (part: keyof Hour["heldMB"][number]) => heldMB.map((each) => each[part].toFixed(1)).join(", ")
  return [
    "The built extension on the demo shop\n",
    told(short),
    told(long),
    `  an hour in one document, ${number(events)} events; MB held at its beginning, middle and end: page ${held("page")}; panel and overlay ${held("panel")}; worker ${held("worker")}\n`,
  ]
}
