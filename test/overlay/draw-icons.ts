import { readFileSync } from "node:fs"
import { launchChromium } from "../browser/chromium"

// The icon in the sizes that Chrome asks for, drawn from the one picture: `npx tsx test/overlay/draw-icons.ts`.
const folder = "extension/assets"
const picture = readFileSync(`${folder}/icon.svg`, "utf8")

const context = await launchChromium()
try {
  const page = await context.newPage()
  for (const size of [16, 32, 48, 128]) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${picture}`,
    )
    await page.screenshot({ path: `${folder}/icon${size}.png`, omitBackground: true })
  }
} finally {
  await context.close()
}
