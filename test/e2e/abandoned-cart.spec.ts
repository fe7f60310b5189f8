import type { ShopOptions } from "../shop/shop"
import { expect, test } from "./fixtures"
import {
  addToCart,
  buy,
  clock,
  cue,
  expectFollowUp,
  expectStage,
  freshOverlay,
  openProduct,
  signUp,
  watchMyself,
} from "./walk"

const variants: Record<string, ShopOptions> = {
  "server-rendered": {},
  "single-page with pushState": { spa: "history" },
  "single-page with the Navigation API": { spa: "navigation" },
  "strict-CSP, with a GA4 data layer": { csp: true, dataLayer: true },
}

for (const [variant, shopOptions] of Object.entries(variants)) {
  test.describe(`the abandoned cart on the ${variant} shop`, () => {
    test.use({ shopOptions })

    // One visit, as a marketer would look at it: three browsers would tell no more than three looks in one.
    test("is unknown, or missed where somebody watches, and none when the visitor buys", async ({
      page,
      shop,
      extension,
    }) => {
      await signUp(page, shop)
      await openProduct(page, shop)
      await addToCart(page)
      let overlay = await freshOverlay(page)
      await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
      await expectStage(overlay, "intent")
      await expect(overlay.locator("body")).toContainText(/because.*added.*vase/i)

      await test.step("what nobody watches is unknown, not missed", async () => {
        await clock(overlay, "+1 day")
        await expectFollowUp(overlay, "abandoned-cart/email", "unknown")
        await expect(overlay.locator('[data-cue="followup"][data-cue-status="missed"]')).toHaveCount(0)
        await clock(overlay, "Back to now")
      })

      await test.step("triggered after an hour, due, and missed when nobody sees the reminder", async () => {
        await watchMyself(overlay, /mail/i)
        await extension.killServiceWorker()
        await clock(overlay, "+1 h")
        await expect(cue(overlay, "scenario", "abandoned-cart")).toHaveAttribute("data-cue-status", "active")
        await expectFollowUp(overlay, "abandoned-cart/email", "due")
        await clock(overlay, "+1 h")
        await expectFollowUp(overlay, "abandoned-cart/email", "missed")

        await page.reload()
        overlay = await freshOverlay(page)
        await expectFollowUp(overlay, "abandoned-cart/email", "missed")

        await clock(overlay, "Back to now")
        await expect(cue(overlay, "scenario", "abandoned-cart")).toHaveCount(0)
        await expect(
          cue(overlay, "followup", "abandoned-cart/email").filter({ hasText: "overdue" }),
        ).toHaveCount(0)
      })

      await test.step("no abandoned cart when the visitor buys", async () => {
        await buy(page, shop)
        overlay = await freshOverlay(page)
        await expect(cue(overlay, "event", "purchase")).toHaveCount(1)
        await expectStage(overlay, "purchase")
        await clock(overlay, "+1 day")
        await expect(cue(overlay, "scenario", "review-request")).toHaveAttribute("data-cue-status", "active")
        await expect(cue(overlay, "scenario", "abandoned-cart")).toHaveCount(0)
        await expect(cue(overlay, "followup", "abandoned-cart/email")).toHaveCount(0)
      })
    })
  })
}

test.describe("the abandoned cart on a shop without the snippet", () => {
  test.use({ shopOptions: { snippet: false } })

  test("is told by the extension's own recorder, with the starter map", async ({ page, shop, extension }) => {
    await openProduct(page, shop)
    await addToCart(page)
    let overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
    await expectStage(overlay, "intent")
    await watchMyself(overlay, /mail/i)

    await extension.killServiceWorker()

    await clock(overlay, "Next step")
    await clock(overlay, "+1 h")
    await expectFollowUp(overlay, "abandoned-cart/email", "missed")
    await page.goto(`${shop.url}/`)
    overlay = await freshOverlay(page)
    await expectFollowUp(overlay, "abandoned-cart/email", "missed")
  })

  test("leaves nothing in the page's storage and no global", async ({ page, shop }) => {
    await openProduct(page, shop)
    await freshOverlay(page)
    const traces = await page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      globals: Object.keys(globalThis).filter((name) => /cuelight/i.test(name)),
    }))
    expect(traces).toEqual({ databases: [], local: [], session: [], globals: [] })
  })
})
