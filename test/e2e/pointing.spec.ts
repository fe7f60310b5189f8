import { expect, test } from "./fixtures"
import { addToCart, clock, cue, freshOverlay, openProduct, standStill } from "./walk"

test.use({ shopOptions: { snippet: false } })

test("an event's row points at what caused it, and a scenario that starts says so once", async ({
  page,
  shop,
}) => {
  // Wide enough for the overlay to lie beside the button.
  await page.setViewportSize({ width: 1900, height: 1000 })
  await openProduct(page, shop)
  await addToCart(page)
  await expect(page).toHaveURL(/\/cart/)
  await openProduct(page, shop)
  let overlay = await freshOverlay(page)
  const outline = page.locator("cue-outline")
  const row = cue(overlay, "event", "add_to_cart")
  await expect(row).toHaveCount(1)
  await row.getByRole("button").focus()
  await expect(outline).toBeAttached()
  // Over the button, and no click is caught by it.
  const covering = page
    .getByRole("button", { name: "Add to cart" })
    .first()
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      const { localName = "" } = document.elementFromPoint(left + width / 2, top + height / 2) ?? {}
      return localName
    })
  expect(await covering).toBe("button")
  await cue(overlay, "stage").first().hover()
  await overlay.getByRole("button", { name: "Menu" }).focus()
  await expect(outline).toHaveCount(0)

  // A page that shows no products: the list of what happened just now is short.
  await page.goto(`${shop.url}/account`)
  overlay = await freshOverlay(page)
  await cue(overlay, "event", "add_to_cart").getByRole("button").focus()
  await expect(cue(overlay, "event", "add_to_cart")).toContainText("not on this page")
  await expect(outline).toHaveCount(0)

  await clock(overlay, "+1 h")
  await expect(overlay.locator(".cue-toast")).toContainText("Scenario started")
  await expect(overlay.locator(".cue-toast")).toContainText("a click on “Add to cart”")
  await overlay.getByRole("button", { name: "Close this notice" }).click()
  await expect(overlay.locator(".cue-toast")).toHaveCount(0)
  // The next page finds it running: no news any more.
  await page.reload()
  overlay = await freshOverlay(page)
  await expect(cue(overlay, "scenario").first()).toBeAttached()
  await standStill(overlay)
  await expect(overlay.locator(".cue-toast")).toHaveCount(0)
})
