import { ChromiumMissing, ensureChromium, launchChromium } from "./chromium"

/** Run before what needs a browser: prints the path of a Chromium that really opens a page, or says what to do. */
try {
  const path = await ensureChromium()
  const context = await launchChromium({ timeout: 60_000 })
  await context.close()
  console.log(path)
} catch (error) {
  console.error(error instanceof ChromiumMissing ? error.message : error)
  process.exitCode = 1
}
