import { expect, test } from "playwright/test"
import { launchChromium } from "../browser/chromium"
import { startShop } from "../shop/shop"
import { ExtensionUnderTest, locateBuild } from "./fixtures-extension"
import { freshOverlay, openProduct } from "./walk"

test("a page that comes back out of the browser's memory goes on in the same journey, and tells nothing twice", async () => {
  const shop = await startShop({ snippet: false })
  const context = await launchChromium({
    extension: locateBuild("chrome-mv3-qa"),
    // Playwright's own choice, which no person's browser has.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  })
  try {
    // What must not be stored is not kept in memory either.
    await context.route(`${shop.url}/**`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), "cache-control": "no-cache" } })
    })
    const extension = await ExtensionUnderTest.attach(context)
    const told = async (name: string) => {
      const worker = await extension.worker()
      const names = await worker.evaluate(
        () =>
          new Promise<string[]>((done) => {
            const opened = indexedDB.open("cuelight")
            opened.onsuccess = () => {
              const all = opened.result.transaction("events").objectStore("events").getAll()
              all.onsuccess = () => done(all.result.map(({ event }) => event.name))
            }
          }),
      )
      return names.filter((each) => each === name).length
    }
    const page = await context.newPage()
    await openProduct(page, shop)
    // A page with a frame of an extension in it is never kept: closed, the overlay leaves nothing behind.
    await (await freshOverlay(page)).getByRole("button", { name: /^Hide in this tab/ }).click()
    await expect.poll(() => told("view_item")).toBe(1)
    await expect.poll(() => told("page_view")).toBe(1)

    // Playwright does not know pages that come back; Chromium's own protocol does.
    const session = await context.newCDPSession(page)
    const ask = async (expression: string) =>
      (await session.send("Runtime.evaluate", { expression })).result.value
    await session.send("Page.enable")
    await ask(`addEventListener("pageshow", (event) => { globalThis.isBack = event.persisted })`)
    await session.send("Page.navigate", { url: `${shop.url}/c/vases` })
    await expect.poll(() => told("page_view")).toBe(2)
    const { currentIndex, entries } = await session.send("Page.getNavigationHistory")
    await session.send("Page.navigateToHistoryEntry", { entryId: entries[currentIndex - 1]!.id })
    await expect.poll(() => ask("globalThis.isBack")).toBe(true)
    await expect.poll(() => told("page_view")).toBe(3)
    await expect.poll(() => told("view_item")).toBe(2)

    // What is done on it is told, and once.
    await ask(
      `globalThis.dataLayer = [{ event: "purchase", ecommerce: { transaction_id: "T-1", value: 39, currency: "EUR" } }]`,
    )
    await expect.poll(() => told("purchase")).toBe(1)
    expect(await told("page_view")).toBe(3)
    expect(await told("view_item")).toBe(2)
  } finally {
    await context.close()
    await shop.close()
  }
})
