import { resolve } from "node:path"
import { expect, test } from "playwright/test"
import puppeteer from "puppeteer-core"
import { findFirefox } from "../browser/find-firefox"
import { startShop } from "../shop/shop"

const executablePath = findFirefox()
const id = "extension@cuelight.example"

if (executablePath === null)
  console.warn("Firefox is not tried: none is installed here. Its program can be named in CUELIGHT_FIREFOX.")
else
  test("in Firefox, the overlay comes up on a page and on the next one, and asks the worker for its place", async () => {
    const shop = await startShop({ snippet: false })
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath,
      headless: true,
    })
    try {
      const page = await browser.newPage()
      await page.setViewport({ width: 1900, height: 1000 })
      // Until the overlay's page runs and has asked the worker for a place of its size, every click goes through it.
      const isOverlayShown = () =>
        page.evaluate(() => {
          const found = document.elementFromPoint(innerWidth - 60, innerHeight - 40)
          return /^cue-/.test(found?.localName ?? "")
        })

      await page.goto(shop.url)
      expect(await isOverlayShown()).toBe(false)
      expect(await browser.installExtension(resolve("extension/build/firefox-mv3-qa"))).toBe(id)

      await page.goto(`${shop.url}/p/blue-vase`)
      await expect.poll(isOverlayShown).toBe(true)
      await page.locator("::-p-aria(Add to cart)").click()
      await expect.poll(() => page.url()).toContain("/cart")
      await expect.poll(isOverlayShown).toBe(true)
    } finally {
      await browser.close()
      await shop.close()
    }
  })
