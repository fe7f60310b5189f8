import { expect, test } from "./fixtures"
import { cue, freshOverlay } from "./walk"

test.use({ shopOptions: { snippet: false } })

test("what a person does in a frame of another site belongs to this page's journey", async ({
  page,
  shop,
  openShop,
}) => {
  const other = await openShop({ snippet: false })
  await page.goto(shop.url)
  const overlay = await freshOverlay(page)
  await page.evaluate((address) => {
    const pixel = document.createElement("iframe")
    pixel.width = pixel.height = "1"
    const form = document.createElement("iframe")
    Object.assign(form, { id: "embedded", width: "600", height: "500" })
    for (const frame of [pixel, form]) {
      frame.src = `${address}/account`
      document.body.prepend(frame)
    }
  }, other.url)
  const form = page
    .frameLocator("#embedded")
    .locator("form", { has: page.locator('[autocomplete="new-password"]') })
  // Each input tells the form anew until the recorder has come into the frame; it begins only once.
  await expect(async () => {
    await form.locator('[name="name"]').fill("")
    await form.locator('[name="name"]').fill("Anna")
    await expect(cue(overlay, "event", "form_start")).toHaveCount(1, { timeout: 1_000 })
  }).toPass()
  await form.locator('[name="email"]').fill("anna@mail.example")
  await form.locator('[name="password"]').fill("correct horse battery")
  await form.getByRole("button").click()
  await expect(cue(overlay, "event", "form_submit")).toHaveCount(1)
  // Neither frame counts as a page.
  await expect(cue(overlay, "event", "page_view")).toHaveCount(1)
})
