import { mkdirSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import type { Page } from "playwright"
import { expect } from "playwright/test"
import { ChromiumMissing, ensureChromium, launchChromium } from "../browser/chromium"
import { runCommand } from "../browser/run-command"
import { locateBuild } from "../e2e/fixtures-extension"
import {
  addToCart,
  clock,
  cue,
  expectFollowUp,
  freshOverlay,
  openProduct,
  signUp,
  watchMyself,
} from "../e2e/walk"
import { startShop } from "../shop/shop"

/**
 * `npm run demo`: a visitor signs up in the demo shop, fills a cart and leaves; the clock is moved forward in the
 * overlay; the reminder that nobody sent shows as missed. The same events go through the `audit` command, whose table is
 * printed. With `--keep-open` the browser's window stays.
 */
const root = fileURLToPath(new URL("../../", import.meta.url))
const folder = "test/results/demo"
const mapFile = "test/shop/cuelight.map.yaml"
const hourMs = 3_600_000
const tsx = join(dirname(createRequire(import.meta.url).resolve("tsx/package.json")), "dist/cli.mjs")

interface TouchpointEvent {
  name: string
  at: number
}

function stopWith(reason: string): never {
  console.error(reason)
  process.exit(1)
}

async function build(): Promise<void> {
  const npm = process.env.npm_execpath
  const args = ["run", "--silent", "build"]
  const limits = { timeLimitMs: 10 * 60_000 }
  const result = npm
    ? await runCommand(process.execPath, [npm, ...args], limits)
    : await runCommand("npm", args, limits)
  if (!result.ok) stopWith(`${result.output}\nThe build failed: "npm run build" ${result.reason}.`)
}

/** What the recorder on the page has kept of this visitor. */
const readHistory = (page: Page) =>
  page.evaluate(async () => {
    const { cuelight } = globalThis as unknown as { cuelight: { history(): Promise<TouchpointEvent[]> } }
    return cuelight.history()
  })

/** The engine on the recorded events, as the `audit` command prints it. */
async function printAudit(events: TouchpointEvent[], watchedFrom: number, now: number): Promise<void> {
  const eventFile = join(folder, "events.ndjson")
  const coverageFile = join(folder, "coverage.json")
  writeFileSync(eventFile, events.map((event) => `${JSON.stringify(event)}\n`).join(""))
  // The person said in the overlay to watch the inbox.
  writeFileSync(coverageFile, JSON.stringify([{ channel: "email", from: watchedFrom, to: now }]))
  const options = ["--map", mapFile, "--events", eventFile, "--coverage", coverageFile, "--now", String(now)]
  const args = [tsx, "shared/cli/main.ts", "audit", ...options]
  const result = await runCommand(process.execPath, args, { timeLimitMs: 60_000 })
  if (!result.ok) stopWith(`${result.output}\nThe audit failed: it ${result.reason}.`)
  console.log(`\n${result.output.trimEnd()}`)
}

async function run(keepOpen: boolean): Promise<void> {
  mkdirSync(folder, { recursive: true })
  console.log("Building the snippet and the extension …")
  await build()
  await ensureChromium()
  const shop = await startShop({ popup: false })
  const context = await launchChromium({
    extension: locateBuild("chrome-mv3-qa"),
    headless: !keepOpen,
    // Real pixels, two to the CSS pixel: emulated ones leave the overlay's frame, another process, blurred.
    viewport: null,
    args: ["--window-size=1560,940", ...(keepOpen ? [] : ["--force-device-scale-factor=2"])],
    locale: "en-GB",
  })
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.goto(shop.url)
    const watchedFrom = Date.now()
    await watchMyself(await freshOverlay(page), /mail/i)
    console.log("A visitor signs up, looks at a vase, puts it in the cart and leaves.")
    await signUp(page, shop)
    await openProduct(page, shop, "blue-vase")
    await addToCart(page)
    await expect(page.getByRole("heading", { name: "Your cart" })).toBeVisible()
    await expect(cue(await freshOverlay(page), "event", "add_to_cart")).toHaveCount(1)
    await page.goto(shop.url)
    const overlay = await freshOverlay(page)
    console.log("An hour passes, and another one: the clock of the overlay is moved.")
    await clock(overlay, "+1 h")
    await expectFollowUp(overlay, "abandoned-cart/email", "due")
    await clock(overlay, "+1 h")
    await expectFollowUp(overlay, "abandoned-cart/email", "missed")
    await page.mouse.move(20, 20)
    // No named function in here: tsx marks those with a helper that the page does not have.
    await page.evaluate(() =>
      Promise.all(
        [...document.images]
          .filter((image) => image.getBoundingClientRect().top < innerHeight)
          .map((image) => image.decode()),
      ),
    )
    const picture = join(folder, "overlay.png")
    await page.screenshot({ path: picture })
    await printAudit(await readHistory(page), watchedFrom, Date.now() + 2 * hourMs)
    if (!keepOpen) console.log('\nTo walk through the shop yourself: "npm run demo -- --keep-open".')
    console.log(`\nThe overlay on the shop: ${picture}`)
    if (keepOpen) {
      console.log(
        "The window is yours. Put something in the cart, move the clock in the overlay (+1 h, Next step),",
      )
      console.log("and open the side panel with the first button of the overlay. Close the window to end.")
      await new Promise<void>((resolve) => context.once("close", () => resolve()))
    }
  } finally {
    await context.close()
    await shop.close()
  }
}

process.chdir(root)
const { values } = parseArgs({ options: { "keep-open": { type: "boolean", default: false } } })
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
if (values["keep-open"] && !hasDisplay)
  stopWith("--keep-open needs a display, and there is none here. Without it the demo runs unseen.")
try {
  await run(values["keep-open"])
} catch (error) {
  stopWith(error instanceof ChromiumMissing ? error.message : String(error))
}
