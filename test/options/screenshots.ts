import { mkdirSync } from "node:fs"
import type { Page } from "playwright"
import { launchChromium } from "../browser/chromium"
import { serveHarness } from "../overlay/harness/serve"
import { auditText } from "./audit-text"
import { servePages } from "./harness/serve"

// Pictures of the options page, its editor, the tour and the opened audit, for people to look at:
// `npx tsx test/options/screenshots.ts [PART…]`.
const folder = "test/results/options"

interface Place {
  name: string
  address: string
  hash?: string
  prepare?: (page: Page, language: string) => Promise<void>
}

const options = "options.html?state=some"
const places: Place[] = [
  { name: "none", address: "options.html?state=none" },
  { name: "some", address: options },
  { name: "hostile", address: "options.html?state=hostile" },
  {
    name: "editor",
    address: options,
    hash: "#map=m-1",
    prepare: async (page, language) => {
      await page
        .getByRole("button", { name: language === "ru" ? "Найти и заменить" : "Find and replace" })
        .click()
      await page.locator(".cm-search").waitFor()
    },
  },
  {
    name: "editor-errors",
    address: options,
    hash: "#map=m-2",
  },
  {
    name: "editor-changes",
    address: options,
    hash: "#map=m-3",
    prepare: async (page, language) => {
      await page
        .getByRole("button", { name: language === "ru" ? "Что изменилось" : "What has changed" })
        .click()
      await page.locator(".cue-changes").first().waitFor()
    },
  },
]
const ownPages: Place[] = [
  { name: "tour", address: "pages.html?page=tour" },
  {
    name: "tour-missed",
    address: "pages.html?page=tour",
    prepare: async (page) => {
      for (let stop = 0; stop < 4; stop++) await page.keyboard.press("ArrowRight")
    },
  },
  { name: "audit-empty", address: "pages.html?page=audit" },
  {
    name: "audit",
    address: "pages.html?page=audit",
    prepare: async (page) => {
      const buffer = Buffer.from(auditText())
      await page
        .locator("input[type=file]")
        .setInputFiles({ name: "a.json", mimeType: "application/json", buffer })
      await page.getByRole("tabpanel").waitFor()
    },
  },
]

mkdirSync(folder, { recursive: true })
const only = process.argv.slice(2)
const harness = await serveHarness()
const pages = await servePages()
const context = await launchChromium({ timezoneId: "UTC" })
try {
  const page = await context.newPage()
  page.on("pageerror", (error) => {
    process.exitCode = 1
    console.error(error)
  })
  for (const [from, list] of [
    [harness.address, places],
    [pages.address, ownPages],
  ] as const)
    for (const { name, address, hash = "", prepare } of list)
      for (const language of ["en", "ru"])
        for (const colorScheme of ["light", "dark"] as const)
          for (const width of [400, 1280]) {
            const shot = `${name}-${language}-${colorScheme}-${width}`
            if (only.length > 0 && !only.some((part) => shot.includes(part))) continue
            await page.setViewportSize({ width, height: 800 })
            await page.emulateMedia({ colorScheme })
            await page.goto(`${from}/${address}&language=${language}${hash}`)
            await page.reload()
            await page.getByRole("heading", { level: 1 }).first().waitFor()
            await prepare?.(page, language)
            await page.screenshot({ path: `${folder}/${shot}.png`, fullPage: hash === "" })
          }
} finally {
  await context.close()
  await harness.close()
  await pages.close()
}
