import { mkdirSync } from "node:fs"
import AxeBuilder from "axe-core"
import type { Page } from "playwright"
import { launchChromium } from "../browser/chromium"
import { serveHarness } from "../overlay/harness/serve"

// Pictures of the sources of evidence, for people to look at: `npx tsx test/evidence/screenshots.ts [PART…]`. What axe
// finds is told beside them.
const folder = "test/results/sources"
const csv = "test/evidence/harness/sent.csv"

const press = (page: Page, en: string, ru: string) =>
  page.getByRole("button", { name: new RegExp(`^(${en}|${ru})$`) }).click()
const service = (page: Page, id: string) => page.getByLabel(/^(Service|Сервис)$/).selectOption(id)

const places: Record<string, (page: Page) => Promise<unknown>> = {
  list: async () => {},
  form: async (page) => {
    await press(page, "Connect a source", "Подключить источник")
    await service(page, "mailpit")
    await page.getByLabel(/^(Address|Адрес)$/).fill("http://localhost:8025")
    await press(page, "Try it", "Проверить")
    await page.locator('[data-cue="source-test"]').waitFor()
  },
  mapping: async (page) => {
    await press(page, "Connect a source", "Подключить источник")
    await service(page, "json")
    await page.getByLabel(/^(Address|Адрес)$/).fill("https://api.shop.example/sent")
    await page
      .getByLabel(/^(Channel|Канал)$/)
      .first()
      .fill("email")
    await press(page, "Try it", "Проверить")
    await page.locator('[data-cue="answer-mapping"]').waitFor()
  },
  columns: async (page) => {
    await press(page, "Import a file", "Загрузить файл")
    await page.getByLabel(/^(File|Файл)$/).setInputFiles(csv)
    await page.locator('[data-cue="file-summary"]').waitFor()
    await page.locator('[data-cue="file-rejected"] summary').click()
  },
  taken: async (page) => {
    await press(page, "Import a file", "Загрузить файл")
    await page.getByLabel(/^(File|Файл)$/).setInputFiles(csv)
    await press(page, "Import", "Загрузить")
    await page.locator('[data-cue="file-taken"]').waitFor()
  },
}

mkdirSync(folder, { recursive: true })
const only = process.argv.slice(2)
const harness = await serveHarness({
  source: `${import.meta.dirname}/harness`,
  pages: ["sources.html"],
  built: "test/results/sources-harness",
})
const context = await launchChromium({ timezoneId: "Europe/Moscow" })
try {
  const page = await context.newPage()
  page.on("pageerror", (error) => {
    process.exitCode = 1
    console.error(error)
  })
  for (const [name, open] of Object.entries(places))
    for (const language of ["en", "ru"])
      for (const colorScheme of ["light", "dark"] as const)
        for (const width of [400, 1280]) {
          const shot = `${name}-${language}-${colorScheme}-${width}`
          if (only.length > 0 && !only.some((part) => shot.includes(part))) continue
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme })
          await page.goto(`${harness.address}/sources.html?language=${language}`)
          await page.getByRole("article").first().waitFor()
          await open(page)
          await page.evaluate(AxeBuilder.source)
          const found = await page.evaluate(async () => {
            const { axe } = globalThis as unknown as { axe: typeof AxeBuilder }
            const { violations } = await axe.run(document)
            return violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
            )
          })
          const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
          if (found.length > 0 || wide) console.log(shot, wide ? "WIDER THAN THE WINDOW" : "", found)
          await page.screenshot({ path: `${folder}/${shot}.png`, fullPage: true })
        }
} finally {
  await context.close()
  await harness.close()
}
