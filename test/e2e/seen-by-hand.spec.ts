import type { Frame } from "playwright/test"
import { expect, test } from "./fixtures"
import { addToCart, clock, cue, expectFollowUp, freshOverlay, openProduct, watchMyself } from "./walk"

/** A reminder that is due at once, so that the test need not wait for an hour. */
const map = `
cuelight: 1
id: at-once
name: At once
timeZone: UTC
stages: [{ id: all }]
channels: { email: { grace: 1h } }
scenarios:
  - id: thanks
    name: Thanks for the interest
    trigger: { event: add_to_cart }
    steps: [{ id: mail, channel: email }]
`

test.use({ shopOptions: { snippet: false } })

async function useMap(overlay: Frame): Promise<void> {
  await overlay.getByRole("button", { name: "Menu" }).click()
  await overlay.getByRole("button", { name: "Paste a map" }).click()
  await overlay.getByRole("textbox").fill(map)
  await overlay.getByRole("button", { name: "Use this map" }).click()
  await expect(overlay.locator("body")).toContainText("At once")
  await overlay.getByRole("button", { name: "Back", exact: true }).click()
}

test("what the person has seen counts as sent, and can be taken back", async ({ page, shop }) => {
  await openProduct(page, shop)
  const first = await freshOverlay(page)
  await useMap(first)
  await watchMyself(first, /mail/i)
  await addToCart(page)
  const overlay = await freshOverlay(page)
  await expectFollowUp(overlay, "thanks/mail", "due")
  await overlay.getByRole("button", { name: /Thanks for the interest/ }).click()
  const row = overlay.locator("li", { has: cue(overlay, "followup", "thanks/mail") }).last()
  const button = row.getByRole("button").first()
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click()
  await overlay.getByRole("button", { name: "I have seen it just now" }).click()
  await expectFollowUp(overlay, "thanks/mail", "sent")
  await clock(overlay, "+1 day")
  await expectFollowUp(overlay, "thanks/mail", "sent")
  await expect(overlay.locator('[data-cue-status="missed"]')).toHaveCount(0)
})

test("nobody can say it of a channel that they do not watch", async ({ page, shop }) => {
  await openProduct(page, shop)
  await useMap(await freshOverlay(page))
  await addToCart(page)
  const overlay = await freshOverlay(page)
  await expectFollowUp(overlay, "thanks/mail", "due")
  const closed = overlay.locator('li [aria-expanded="false"]')
  while ((await closed.count()) > 0) await closed.first().click()
  await expect(overlay.locator("body")).toContainText("Who watches: nobody")
  await expect(overlay.getByRole("button", { name: "I have seen it just now" })).toHaveCount(0)
})
