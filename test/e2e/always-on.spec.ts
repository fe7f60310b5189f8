import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "playwright/test"
import { launchChromium } from "../browser/chromium"
import { startShop } from "../shop/shop"
import { ExtensionUnderTest, findOverlay, locateBuild } from "./fixtures-extension"
import { addToCart, cue, freshOverlay, openProduct } from "./walk"
import { holdWorker } from "./worker"

type ExtensionPage = { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }

/** The store build as it is after the browser's question, which no test can answer: one address is granted. */
async function grantOneAddress(pattern: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cuelight-granted-"))
  await cp(locateBuild("chrome-mv3-prod"), folder, { recursive: true })
  const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"))
  await writeFile(join(folder, "manifest.json"), JSON.stringify({ ...manifest, host_permissions: [pattern] }))
  return folder
}

test("a site that the person wants audited always needs no click, and no other site is", async () => {
  const pattern = "http://127.0.0.1/*"
  const folder = await grantOneAddress(pattern)
  const shop = await startShop({ snippet: false })
  const context = await launchChromium({ extension: folder })
  try {
    const extension = await ExtensionUnderTest.attach(context)
    const page = await context.newPage()
    // Granted, but not wanted: as for a source of evidence that lives there.
    await page.goto(shop.url)
    await page.waitForLoadState("networkidle")
    expect(findOverlay(page)).toBeUndefined()

    const popup = await context.newPage()
    await popup.goto(extension.address("tabs/popup.html"))
    const want = (on: boolean) =>
      popup.evaluate(
        (message) => (globalThis as unknown as ExtensionPage).chrome.runtime.sendMessage(message),
        { type: "always-on", pattern, on },
      )
    await want(true)
    // Pressed before the worker has said whether this page is recorded, and with what.
    const letGo = await holdWorker(extension)
    await openProduct(page, shop)
    await page.evaluate(() => document.addEventListener("submit", (event) => event.preventDefault()))
    await addToCart(page)
    await letGo()
    const overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)

    // The same machine by another name is another site.
    await page.goto(shop.url.replace("127.0.0.1", "localhost"))
    await page.waitForLoadState("networkidle")
    expect(findOverlay(page)).toBeUndefined()

    await want(false)
    await page.goto(shop.url)
    await page.waitForLoadState("networkidle")
    expect(findOverlay(page)).toBeUndefined()
    expect(await extension.listErrors()).toEqual([])
  } finally {
    await context.close()
    await shop.close()
    await rm(folder, { recursive: true, force: true })
  }
})
