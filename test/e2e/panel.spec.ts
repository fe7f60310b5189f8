import type { Page } from "playwright"
import { expect, test } from "./fixtures"
import type { ExtensionUnderTest } from "./fixtures-extension"
import { addToCart, clock, cue, freshOverlay, openProduct, standStill } from "./walk"

/** The tab of a page, as Chrome's extensions know it, asked of an extension page that lies in it. */
const tabIdOf = (overlay: Awaited<ReturnType<typeof freshOverlay>>) =>
  overlay.evaluate(async () => (await chrome.tabs.getCurrent())?.id ?? -1)

/** A page that Chrome shows beside the tab, opened in a tab of its own, where a test can press its buttons. */
async function openBeside(extension: ExtensionUnderTest, page: Page, address: string): Promise<Page> {
  const beside = await page.context().newPage()
  await beside.goto(extension.address(address))
  return beside
}

const popupOf = async (extension: ExtensionUnderTest, tabId: number) =>
  (await extension.worker()).evaluate((id) => chrome.action.getPopup({ tabId: id }), tabId)

test.describe("the side panel", () => {
  test.use({ build: "chrome-mv3-prod", shopOptions: { snippet: false } })

  test("follows a journey from the icon to the clock, and keeps to itself what is pretended", async ({
    page,
    shop,
    extension,
  }) => {
    await openProduct(page, shop)
    await extension.clickIcon(page)
    let overlay = await freshOverlay(page)
    const tabId = await tabIdOf(overlay)
    await expect.poll(() => popupOf(extension, tabId)).toContain("popup.html")

    const panel = await openBeside(extension, page, `sidepanel.html?tab=${tabId}`)
    const view = panel.getByRole("tabpanel")
    await expect(panel.locator('header [data-cue="stage"]')).toHaveAttribute("data-cue-id", "awareness")

    await page.bringToFront()
    await addToCart(page)
    overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
    await expect(panel.locator('header [data-cue="stage"]')).toHaveAttribute("data-cue-id", "intent")

    await panel.bringToFront()
    await panel.getByRole("tab", { name: "Now" }).focus()
    await panel.keyboard.press("ArrowDown")
    await expect(panel.getByRole("tab", { name: "Scenarios" })).toBeFocused()
    await expect(view).toHaveAttribute("data-view", "scenarios")
    await view.locator('[data-cue-id="abandoned-cart"] > button').click()
    await expect(view).toContainText("then no purchase")

    await panel.getByRole("tab", { name: "Clock" }).click()
    await expect(view.getByRole("slider")).toBeVisible()
    await view.getByRole("button", { name: "Pretend", exact: true }).click()
    await expect(view.getByText("Compared with what is")).toBeVisible()
    await panel.getByRole("tab", { name: "Now" }).click()
    await expect(view).toContainText("did not happen")
    await expect(panel.locator('header [data-cue="stage"]')).toHaveAttribute("data-cue-id", "purchase")
    await expect(cue(overlay, "stage").first()).toHaveAttribute("data-cue-id", "intent")
    await view.getByRole("button", { name: "Discard" }).click()
    await expect(panel.locator('header [data-cue="stage"]')).toHaveAttribute("data-cue-id", "intent")

    // The overlay's clock is the site's: the panel says that it is moved, and brings it back.
    await page.bringToFront()
    await clock(overlay, "+1 h")
    await panel.bringToFront()
    await view.getByRole("button", { name: "Back to now" }).click()
    await page.bringToFront()
    await expect(overlay.getByRole("button", { name: "Back to now" })).toHaveCount(0)

    const popup = await openBeside(extension, page, `tabs/popup.html?tab=${tabId}`)
    await expect(popup.getByRole("heading", { level: 1 })).toHaveText("Intent")
    const shown = popup.getByRole("switch", { name: "Show the overlay on this site" })
    await shown.click()
    await expect(shown).toHaveAttribute("aria-checked", "false")
    await expect.poll(() => popupOf(extension, tabId)).toBe("")
  })

  test("opens beside the page from the button of the overlay", async ({ page, shop, extension }) => {
    await openProduct(page, shop)
    await extension.clickIcon(page)
    const overlay = await freshOverlay(page)
    await standStill(overlay)
    await overlay.getByRole("button", { name: "Open the side panel" }).click()
    const contexts = async () =>
      (await extension.worker()).evaluate(async () => {
        const open = await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] })
        return open.length
      })
    await expect.poll(contexts).toBe(1)
  })
})
