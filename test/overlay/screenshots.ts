import { mkdirSync } from "node:fs"
import type { FrameLocator, Page } from "playwright"
import type { OverlayState } from "../../extension/overlay/state"
import { launchChromium } from "../browser/chromium"
import { serveHarness } from "./harness/serve"

// Pictures of everything the overlay can show, for people to look at: `npx tsx test/overlay/screenshots.ts [NAME…]`.
const folder = "test/results/overlay"
const noon = new Date("2026-11-22T14:14:10Z")

interface Shot {
  name: string
  query: string
  dark?: boolean
  width?: number
  height?: number
  contrast?: boolean
  steps?: (frame: FrameLocator) => Promise<void>
}

const openMenu: Shot["steps"] = (frame) => frame.getByRole("button", { name: /^(Menu|Меню)$/ }).click()
const openFirstRow: Shot["steps"] = (frame) => frame.locator(".cue-row-missed button").first().click()
/** A name that is as long as such names are in Russian. */
const nameStage: Shot["steps"] = async (frame) => {
  await frame.locator(".cue-stage").evaluate(() => {
    const { setState } = window as unknown as {
      setState(change: (state: OverlayState) => OverlayState): void
    }
    setState((state) => ({
      ...state,
      stage: state.stage && { ...state.stage, name: "Осведомлённость и выбор" },
    }))
  })
}

const shots: Shot[] = [
  { name: "pill", query: "state=healthy&mode=pill" },
  { name: "pill-missed", query: "state=missed&mode=pill" },
  { name: "pill-dark", query: "state=missed&mode=pill", dark: true },
  { name: "pill-ru", query: "state=missed&mode=pill&language=ru" },
  { name: "pill-empty", query: "state=empty&mode=pill" },
  { name: "pill-trouble", query: "state=unhealthy&mode=pill" },
  { name: "empty", query: "state=empty" },
  { name: "healthy", query: "state=healthy" },
  { name: "healthy-dark", query: "state=healthy", dark: true },
  { name: "fired", query: "state=fired" },
  { name: "fired-pill", query: "state=fired&mode=pill" },
  { name: "fired-pill-ru-dark", query: "state=fired&mode=pill&language=ru", dark: true },
  { name: "missed", query: "state=missed" },
  { name: "missed-dark", query: "state=missed", dark: true },
  { name: "missed-ru", query: "state=missed&language=ru" },
  { name: "missed-why", query: "state=missed", steps: openFirstRow },
  { name: "missed-why-ru", query: "state=missed&language=ru", steps: openFirstRow },
  { name: "moved", query: "state=moved" },
  { name: "moved-dark-ru", query: "state=moved&language=ru", dark: true },
  { name: "statuses", query: "state=statuses", height: 1300 },
  { name: "statuses-dark", query: "state=statuses", height: 1300, dark: true },
  { name: "returned", query: "state=returned" },
  { name: "menu", query: "state=healthy", height: 1300, steps: openMenu },
  { name: "menu-ru-dark", query: "state=healthy&language=ru", height: 1300, steps: openMenu, dark: true },
  { name: "map-errors", query: "state=broken-map" },
  { name: "map-errors-menu", query: "state=broken-map", height: 1300, steps: openMenu },
  { name: "health", query: "state=unhealthy", height: 1500 },
  { name: "health-ru", query: "state=unhealthy&language=ru", height: 1500 },
  { name: "hostile", query: "state=hostile", height: 1600 },
  { name: "hostile-pill", query: "state=hostile&mode=pill" },
  { name: "narrow", query: "state=missed&language=ru", width: 400, height: 640 },
  { name: "very-narrow", query: "state=missed", width: 280, height: 500 },
  { name: "long-stage", query: "state=healthy&language=ru", steps: nameStage },
  { name: "inbox", query: "inbox=waiting" },
  { name: "inbox-dark", query: "inbox=waiting", dark: true },
  { name: "inbox-ru", query: "inbox=waiting&language=ru" },
  { name: "inbox-ru-narrow", query: "inbox=waiting&language=ru", width: 300, height: 560 },
  { name: "inbox-nothing", query: "inbox=nothing" },
  { name: "inbox-all-here-dark-ru", query: "inbox=all-here&language=ru", dark: true },
  { name: "inbox-hostile", query: "inbox=hostile" },
  { name: "forced-colours", query: "state=missed", contrast: true },
]

async function shoot(page: Page, address: string, shot: Shot): Promise<void> {
  await page.setViewportSize({ width: shot.width ?? 760, height: shot.height ?? 800 })
  await page.emulateMedia({
    colorScheme: shot.dark ? "dark" : "light",
    forcedColors: shot.contrast ? "active" : "none",
    reducedMotion: "reduce",
  })
  await page.goto(`${address}/page.html?${shot.query}`)
  await page.waitForFunction(() => document.querySelector<HTMLElement>("#overlay")!.offsetHeight >= 40)
  const frame = page.frameLocator("#overlay iframe")
  await shot.steps?.(frame)
  // Two frames: the size that a step asked for has been drawn.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const box = await page.locator("#overlay").boundingBox()
  if (!box) throw new Error(`${shot.name}: no overlay`)
  const margin = 12
  await page.screenshot({
    path: `${folder}/${shot.name}.png`,
    clip: {
      x: Math.max(0, box.x - margin),
      y: Math.max(0, box.y - margin),
      width: box.width + 2 * margin,
      height: box.height + 2 * margin,
    },
  })
}

mkdirSync(folder, { recursive: true })
const only = process.argv.slice(2)
const harness = await serveHarness()
const context = await launchChromium({ deviceScaleFactor: 2, timezoneId: "UTC" })
try {
  const page = await context.newPage()
  page.on("pageerror", (error) => {
    process.exitCode = 1
    console.error(error)
  })
  await page.clock.setFixedTime(noon)
  for (const shot of shots)
    if (only.length === 0 || only.includes(shot.name)) await shoot(page, harness.address, shot)
} finally {
  await context.close()
  await harness.close()
}
