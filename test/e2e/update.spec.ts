import { expect, findOverlay, test } from "./fixtures"
import { addToCart, cue, freshOverlay, openProduct } from "./walk"

test.describe("an update of the extension", () => {
  // A shop that stays in one document: there old copy and new copy meet.
  test.use({ shopOptions: { snippet: false, spa: true }, expectedErrors: /is redundant with the required/ })

  test("goes on in the pages that are open, and loses nothing that happened meanwhile", async ({
    page,
    shop,
    extension,
  }) => {
    await openProduct(page, shop)
    await expect(cue(await freshOverlay(page), "event", "view_item")).toHaveCount(1)

    await extension.disable()
    // Seen by a copy that is cut off: it takes its overlay off the page, and keeps what it has seen.
    await addToCart(page)
    await expect.poll(() => findOverlay(page)).toBeUndefined()
    expect(page.frames()).toHaveLength(1)

    await extension.update()
    const overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
    await expect(cue(overlay, "stage").first()).toHaveAttribute("data-cue-id", "intent")
    // The new copy's recorder has looked at the same page: what was viewed is not viewed twice.
    await expect(cue(overlay, "event", "page_view")).toHaveCount(1)
    await expect(cue(overlay, "event", "view_item")).toHaveCount(1)
    // And what happens from now on is told once.
    await addToCart(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(2)
    await expect(cue(overlay, "event", "view_item")).toHaveCount(1)
  })
})
