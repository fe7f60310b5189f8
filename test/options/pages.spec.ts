import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import type { AxeResults } from "axe-core"
import type { BrowserContext, Page } from "playwright"
import { expect, test } from "playwright/test"
import { launchChromium } from "../browser/chromium"
import { serveHarness } from "../overlay/harness/serve"
import { auditText } from "./audit-text"
import { servePages } from "./harness/serve"

// The options, the editor, the tour and the opened audit: what only a browser with layout can tell.

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
let options: Awaited<ReturnType<typeof serveHarness>>
let pages: Awaited<ReturnType<typeof servePages>>
let context: BrowserContext
let page: Page

test.describe.configure({ mode: "default" })
test.beforeAll(async () => {
  options = await serveHarness({
    source: join(import.meta.dirname, "../overlay/harness"),
    pages: ["options.html"],
    built: "test/results/options-harness",
  })
  pages = await servePages()
  context = await launchChromium({ viewport: { width: 1280, height: 800 }, timezoneId: "UTC" })
  page = await context.newPage()
})
test.afterAll(async () => {
  await context?.close()
  await options?.close()
  await pages?.close()
})

/** Each place with everything on it opened that can be: axe sees only what is shown. */
const places: Record<string, (language: string) => Promise<void>> = {
  async options(language) {
    await page.goto(`${options.address}/options.html?state=some&language=${language}`)
    for (const summary of await page.locator("summary").all()) await summary.click()
    await page
      .getByRole("button", { name: /^(Save the journey|Сохранить путь)/ })
      .first()
      .click()
    await page.getByRole("button", { name: /^(Erase everything|Стереть всё)$/ }).click()
    await page
      .getByRole("button", { name: /^(Rename|Переименовать) / })
      .first()
      .click()
  },
  async editor(language) {
    // Another place of the same document would keep what was opened there.
    await page.goto("about:blank")
    await page.goto(`${options.address}/options.html?state=some&language=${language}#map=m-3`)
    await page.getByRole("button", { name: /^(What has changed|Что изменилось)$/ }).click()
    await page.locator(".cue-changes").first().waitFor()
    await page.getByRole("textbox", { name: /^(Text of the map|Текст карты)/ }).focus()
    await page.keyboard.press("ControlOrMeta+f")
    await page.keyboard.type("email")
    await page.locator(".cm-searchMatch").first().waitFor()
  },
  async "editor with errors"(language) {
    await page.goto("about:blank")
    await page.goto(`${options.address}/options.html?state=some&language=${language}#map=m-2`)
    await page.locator(".cue-remarks li").first().waitFor()
  },
  async tour(language) {
    await page.goto(`${pages.address}/pages.html?page=tour&language=${language}`)
    await page.getByRole("tabpanel").waitFor()
    await page.getByRole("button", { name: /^(Next|Дальше)$/ }).focus()
    for (let stop = 0; stop < 4; stop++) await page.keyboard.press("ArrowRight")
    await expect(page.getByRole("heading", { level: 1 }).first()).toHaveText(/^(The reminder|Напоминание)/)
    await page.getByRole("tabpanel").waitFor()
  },
  async audit(language) {
    await page.goto(`${pages.address}/pages.html?page=audit&language=${language}`)
    const file = { name: "a.json", mimeType: "application/json", buffer: Buffer.from(auditText()) }
    await page.locator("input[type=file]").setInputFiles(file)
    await page.getByRole("tabpanel").waitFor()
  },
}

async function findFaults(): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

for (const [theme, language] of [
  ["light", "en"],
  ["dark", "ru"],
] as const)
  test(`every page is free of faults of accessibility, ${theme}, ${language}`, async () => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" })
    for (const [name, open] of Object.entries(places)) {
      await open(language)
      expect.soft(await findFaults(), name).toEqual([])
    }
  })

test("at any width nothing is wider than the window, also at 200 % of a narrow one, or too small to press", async () => {
  for (const [name, open] of Object.entries(places)) {
    await page.setViewportSize({ width: 1280, height: 800 })
    await open("ru")
    for (const width of [400, 200]) {
      await page.setViewportSize({ width, height: 800 })
      const found = await page.evaluate(() => ({
        over: Math.max(0, document.documentElement.scrollWidth - innerWidth),
        small: [...document.querySelectorAll("button:not(.cue-link), select, summary, .cue-input")]
          .filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().height < 24)
          .map((each) => each.outerHTML.slice(0, 120)),
      }))
      expect.soft(found, `${name} ${width}`).toEqual({ over: 0, small: [] })
    }
  }
})

test("the editor is left by keyboard, and its text is searched and replaced in it", async () => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await places.editor?.("en")
  await page.keyboard.press("Tab")
  await page.getByRole("textbox", { name: "Replace" }).fill("e-mail")
  await page.getByRole("button", { name: "replace all" }).click()
  await expect(page.locator(".cue-changes").first()).toBeVisible()
  await expect(page.getByRole("heading", { name: /lines are new/ })).not.toHaveText(/^2 lines are new/)
  await page.keyboard.press("Escape")
  const text = page.getByRole("textbox", { name: /^Text of the map/ })
  await text.focus()
  // What was replaced can be taken back at once.
  await page.keyboard.press("ControlOrMeta+z")
  await expect(page.getByRole("heading", { name: /lines are new/ })).toHaveText(/^2 lines are new/)
  await page.keyboard.press("Escape")
  await page.keyboard.press("Tab")
  await expect(text).not.toBeFocused()
})
