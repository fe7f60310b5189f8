import { expect, findOverlay, overlayFrame, test } from "./fixtures"

test.describe("the fixtures themselves", () => {
  test("find the overlay, which is there only with the extension", async ({ page, shop }) => {
    await page.goto(`${shop.url}/p/blue-vase`)
    const overlay = await overlayFrame(page)
    await expect(overlay.locator('[data-cue="stage"]')).toBeVisible()
  })

  test("end the service worker, and what it held in memory", async ({ page, shop, extension }) => {
    await page.goto(`${shop.url}/p/blue-vase`)
    await overlayFrame(page)
    const worker = await extension.worker()
    await worker.evaluate(() => {
      ;(globalThis as { held?: boolean }).held = true
    })
    await extension.killServiceWorker()
    await page.getByRole("button", { name: "Add to cart" }).click()
    await expect.poll(() => extension.isWorkerRunning()).toBe(true)
    const held = await (await extension.worker()).evaluate(() => "held" in globalThis)
    expect(held).toBe(false)
  })

  test.describe("without the extension", () => {
    test.use({ build: null })

    test("there is no overlay", async ({ page, shop }) => {
      await page.goto(`${shop.url}/p/blue-vase`)
      await page.waitForLoadState("networkidle")
      expect(findOverlay(page)).toBeUndefined()
    })
  })

  test.describe("with errors that are expected", () => {
    test.use({ expectedErrors: /from (the worker|the page|an extension page)/ })

    test("note them wherever they happen", async ({ page, shop, extension }) => {
      const worker = await extension.worker()
      await worker.evaluate(() => {
        Promise.reject(new Error("from the worker"))
      })
      await page.goto(`${shop.url}/about`)
      await page.evaluate(() => {
        Promise.reject(new Error("from the page"))
      })
      const options = await page.context().newPage()
      await options.goto(extension.address("options.html"))
      await options.evaluate(() => {
        Promise.reject(new Error("from an extension page"))
      })
      await expect
        .poll(() => extension.listErrors())
        .toContainEqual(expect.stringContaining("from the worker"))
    })
  })
  for (const place of ["worker", "page"])
    test(`fail a test with an error of the ${place} that nobody expected`, async ({
      page,
      shop,
      extension,
    }) => {
      test.fail()
      await page.goto(`${shop.url}/about`)
      const reject = () => {
        Promise.reject(new Error("unexpected"))
      }
      if (place === "page") await page.evaluate(reject)
      else await (await extension.worker()).evaluate(reject)
      await page.reload()
    })
})
