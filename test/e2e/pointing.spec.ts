import type { Page } from "playwright/test"
import { expect, test } from "./fixtures"
import { addToCart, clock, cue, freshOverlay, openProduct, standStill } from "./walk"

/** The outline lies in a closed shadow root: the browser's own tools measure it. */
async function boxOfOutline(page: Page) {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true })
  type Node = typeof root
  const find = (node: Node): Node | undefined =>
    node.localName === "cue-outline"
      ? node
      : [...(node.children ?? []), ...(node.shadowRoots ?? [])].map(find).find(Boolean)
  const nodeId = find(root)?.shadowRoots?.[0]?.children?.[0]?.nodeId
  const model = nodeId === undefined ? null : (await session.send("DOM.getBoxModel", { nodeId })).model
  await session.detach()
  const [x = 0, y = 0] = model?.border ?? []
  return model && { x, y, width: model.width, height: model.height }
}

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
  // It lies around the button however large the page is shown, and goes with it.
  const button = page.getByRole("button", { name: "Add to cart" }).first()
  const expectAround = async (what: string) =>
    expect(async () => {
      const [drawn, pressed] = [await boxOfOutline(page), await button.boundingBox()]
      if (!drawn || !pressed) throw new Error("It is not shown.")
      for (const side of ["x", "y", "width", "height"] as const)
        expect(Math.abs(drawn[side] - pressed[side]), side).toBeLessThan(8)
    }, what).toPass({ timeout: 15_000 })
  await expectAround("as it is")
  await page.evaluate(`document.documentElement.style.zoom = "1.5"; dispatchEvent(new Event("resize"))`)
  await expectAround("an enlarged page")
  await page.evaluate(
    `document.body.style.cssText = "height: 400px; overflow: auto"; document.body.scrollTop = 60`,
  )
  await expectAround("a page that scrolls in itself")
  await page.evaluate(`document.documentElement.style.zoom = document.body.style.cssText = ""`)
  await overlay.evaluate(() => chrome.tabs.setZoom(1.25))
  await expectAround("a zoomed tab")
  await overlay.evaluate(() => chrome.tabs.setZoom(1))
  await standStill(overlay)
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
