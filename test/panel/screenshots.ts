import { mkdirSync } from "node:fs"
import type { Page } from "playwright"
import { viewIds } from "../../extension/panel/views"
import { launchChromium } from "../browser/chromium"
import { servePanel } from "./harness/serve"
import { noon } from "./noon"

// Pictures of every view of the panel, for people to look at: `npx tsx test/panel/screenshots.ts [VIEW…]`.
const folder = "test/results/panel"

interface Shot {
  name: string
  query: string
  dark?: boolean
  width: number
  steps?: (page: Page) => Promise<void>
}

const openAll = async (page: Page) => {
  const closed = page.locator(".cue-view .cue-row-button[aria-expanded=false]")
  for (let left = await closed.count(); left > 0; left--) await closed.first().click()
}

const pretendPurchase = async (page: Page) => {
  await page.locator(".cue-what-if-event button").click()
  await page.locator(".cue-branch").waitFor()
}

const shots: Shot[] = viewIds.flatMap((view) =>
  [400, 1280].flatMap((width) => [
    { name: `${view}-${width}`, query: `view=${view}`, width },
    { name: `${view}-${width}-dark-ru`, query: `view=${view}&language=ru`, dark: true, width },
  ]),
)
for (const view of viewIds)
  shots.push({ name: `${view}-empty`, query: `view=${view}&journey=empty`, width: 400 })
shots.push(
  { name: "scenarios-open", query: "view=scenarios", width: 400, steps: openAll },
  { name: "scenarios-open-ru", query: "view=scenarios&language=ru", width: 400, steps: openAll },
  { name: "clock-branch", query: "view=clock", width: 400, steps: pretendPurchase },
  {
    name: "clock-branch-wide-ru-dark",
    query: "view=clock&language=ru",
    width: 1280,
    dark: true,
    steps: pretendPurchase,
  },
  { name: "now-narrow", query: "view=now", width: 320 },
  { name: "findings-hostile", query: "view=findings&journey=hostile", width: 400 },
)

mkdirSync(folder, { recursive: true })
const only = process.argv.slice(2)
const harness = await servePanel()
const context = await launchChromium({ timezoneId: "UTC" })
try {
  const page = await context.newPage()
  page.on("pageerror", (error) => {
    process.exitCode = 1
    console.error(error)
  })
  await page.clock.setFixedTime(noon)
  for (const shot of shots) {
    if (only.length > 0 && !only.some((name) => shot.name.startsWith(name))) continue
    await page.setViewportSize({ width: shot.width, height: shot.width > 700 ? 900 : 1100 })
    await page.emulateMedia({ colorScheme: shot.dark ? "dark" : "light", reducedMotion: "reduce" })
    await page.goto(`${harness.address}/panel.html?${shot.query}`)
    await page.getByRole("tabpanel").waitFor()
    await shot.steps?.(page)
    await page.screenshot({ path: `${folder}/${shot.name}.png` })
  }
} finally {
  await context.close()
  await harness.close()
}
