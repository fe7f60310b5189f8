import type { BrowserContext, Page } from "playwright"
import { expect, test } from "playwright/test"
import { viewIds } from "../../extension/panel/views"
import { launchChromium } from "../browser/chromium"
import { findFaults } from "../browser/find-faults"
import { servePanel } from "./harness/serve"
import { noon } from "./noon"

// The real panel with the worker's real halves of its views: what only a browser with layout can tell.

let harness: Awaited<ReturnType<typeof servePanel>>
let context: BrowserContext
let page: Page

test.describe.configure({ mode: "serial" })
test.beforeAll(async () => {
  harness = await servePanel()
  context = await launchChromium({ viewport: { width: 400, height: 900 }, timezoneId: "UTC" })
  page = await context.newPage()
  await page.clock.setFixedTime(noon)
})
test.afterAll(async () => {
  await context?.close()
  await harness?.close()
})

async function open(query: string): Promise<void> {
  await page.goto(`${harness.address}/panel.html?${query}`)
  await page.getByRole("tabpanel").waitFor()
}

/** Everything that can be opened, opened: axe sees only what is shown. */
async function openAll(): Promise<void> {
  const closed = page.locator(
    ".cue-view .cue-row > .cue-row-button[aria-expanded=false], .cue-cell-button[aria-expanded=false]",
  )
  for (let left = await closed.count(); left > 0; left--) await closed.first().click()
}

for (const [theme, language] of [
  ["light", "en"],
  ["dark", "ru"],
] as const)
  test(`every view is free of faults of accessibility, ${theme}, ${language}`, async () => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" })
    for (const view of viewIds) {
      await open(`view=${view}&language=${language}`)
      await openAll()
      expect.soft(await findFaults(page), view).toEqual([])
      expect(await page.evaluate(() => document.getAnimations().length), view).toBe(0)
    }
    await page.locator("#tab-clock").click()
    await page.locator(".cue-what-if-event button").click()
    await page.locator(".cue-branch").waitFor()
    expect.soft(await findFaults(page), "a branch").toEqual([])
  })

test("at any width nothing is wider than the panel, also at 200 % of the narrowest, or too small to press", async () => {
  for (const width of [1280, 400, 200]) {
    await page.setViewportSize({ width, height: 800 })
    for (const view of viewIds) {
      await open(`view=${view}&journey=hostile&language=ru`)
      const found = await page.evaluate(() => {
        const shown = document.querySelector(".cue-view")!
        return {
          over: Math.max(shown.scrollWidth - shown.clientWidth, document.body.scrollWidth - innerWidth, 0),
          small: [...document.querySelectorAll("button, select, input:not([type=checkbox])")]
            .filter((each) => each.getBoundingClientRect().height < 24)
            .map((each) => each.outerHTML.slice(0, 80)),
        }
      })
      expect.soft(found, `${view} ${width}`).toEqual({ over: 0, small: [] })
    }
  }
})
