import { expect, findOverlay, test } from "./fixtures"
import { addToCart, clock, cue, expectFollowUp, freshOverlay, openProduct } from "./walk"

test.describe("the store build", () => {
  test.use({ build: "chrome-mv3-prod", shopOptions: { snippet: false } })

  test("does nothing on a page before the click", async ({ page, shop }) => {
    await openProduct(page, shop)
    await page.waitForLoadState("networkidle")
    expect(findOverlay(page)).toBeUndefined()
  })

  test("audits this tab after a click on the icon, also after a navigation and a reload", async ({
    page,
    shop,
    extension,
  }) => {
    await openProduct(page, shop)
    await extension.clickIcon(page)
    let overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "view_item")).toHaveCount(1)
    await addToCart(page)
    overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
    await page.reload()
    overlay = await freshOverlay(page)
    await clock(overlay, "Next step")
    await expectFollowUp(overlay, "abandoned-cart/email", "due")
  })

  test("on another site it stops, and says so on the icon", async ({ page, shop, openShop, extension }) => {
    await openProduct(page, shop)
    await extension.clickIcon(page)
    await freshOverlay(page)
    const other = await openShop({ snippet: false, language: "ru" })
    await page.goto(other.url.replace("127.0.0.1", "localhost"))
    const badge = async () =>
      (await extension.worker()).evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
        return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id })
      })
    await expect.poll(badge).toBe("–")
    expect(findOverlay(page)).toBeUndefined()
  })
})

test.describe("the store build on a shop with the snippet", () => {
  test.use({ build: "chrome-mv3-prod" })

  test("shows what the snippet has stored since before the click", async ({ page, shop, extension }) => {
    await openProduct(page, shop)
    await addToCart(page)
    await page.goto(`${shop.url}/`)
    await page.waitForLoadState("networkidle")
    expect(findOverlay(page)).toBeUndefined()
    await extension.clickIcon(page)
    const overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
    await expect(cue(overlay, "event", "view_item")).toHaveCount(1)
    await expect(cue(overlay, "stage").first()).toHaveAttribute("data-cue-id", "intent")
  })
})
