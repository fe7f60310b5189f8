import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "playwright/test"
import { launchChromium } from "../browser/chromium"
import { removeProfile } from "../browser/remove-profile"
import { startShop } from "../shop/shop"
import { ExtensionUnderTest, locateBuild } from "./fixtures-extension"
import { addToCart, cue, expectStage, freshOverlay, openProduct, watchMyself } from "./walk"

test("the journey survives the restart of the browser", async () => {
  const profile = await mkdtemp(join(tmpdir(), "cuelight-profile-"))
  const shop = await startShop({ snippet: false })
  // The browser opens pages before it has loaded the extension; a click made that early is nobody's.
  const open = async () => {
    const context = await launchChromium({ extension: locateBuild("chrome-mv3-qa"), profile })
    await ExtensionUnderTest.attach(context)
    return context
  }
  try {
    const before = await open()
    const page = await before.newPage()
    await openProduct(page, shop)
    await addToCart(page)
    const overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
    await watchMyself(overlay, /mail/i)
    await before.close()

    const after = await open()
    const again = await after.newPage()
    await again.goto(shop.url)
    const overlayAgain = await freshOverlay(again)
    await expect(cue(overlayAgain, "event", "add_to_cart")).toHaveCount(1)
    await expectStage(overlayAgain, "intent")
    await overlayAgain.getByRole("button", { name: "Menu" }).click()
    await expect(overlayAgain.getByRole("switch", { name: /mail/i })).toHaveAttribute("aria-checked", "true")
    await after.close()
  } finally {
    await shop.close()
    await removeProfile(profile)
  }
})
