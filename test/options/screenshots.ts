import { mkdirSync } from "node:fs"
import { launchChromium } from "../browser/chromium"
import { serveHarness } from "../overlay/harness/serve"

// Pictures of the options page and its editor, for people to look at: `npx tsx test/options/screenshots.ts [PART…]`.
const folder = "test/results/options"

const places = [
  { name: "none", address: "options.html?state=none" },
  { name: "some", address: "options.html?state=some" },
  { name: "hostile", address: "options.html?state=hostile" },
  { name: "editor", address: "options.html?state=some", hash: "#map=m-1" },
  { name: "editor-errors", address: "options.html?state=some", hash: "#map=m-2" },
]

mkdirSync(folder, { recursive: true })
const only = process.argv.slice(2)
const harness = await serveHarness()
const context = await launchChromium({ timezoneId: "UTC" })
try {
  const page = await context.newPage()
  page.on("pageerror", (error) => {
    process.exitCode = 1
    console.error(error)
  })
  for (const { name, address, hash = "" } of places)
    for (const language of ["en", "ru"])
      for (const colorScheme of ["light", "dark"] as const)
        for (const width of [400, 1280]) {
          const shot = `${name}-${language}-${colorScheme}-${width}`
          if (only.length > 0 && !only.some((part) => shot.includes(part))) continue
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme })
          await page.goto(`${harness.address}/${address}&language=${language}${hash}`)
          await page.reload()
          await page.getByRole("heading", { level: 1 }).waitFor()
          await page.screenshot({ path: `${folder}/${shot}.png`, fullPage: hash === "" })
        }
} finally {
  await context.close()
  await harness.close()
}
