import { expect, type Frame, type Locator, type Page } from "playwright/test"
import { overlayFrame } from "./fixtures"

/** What a visitor does in the demo shop, and what a marketer does in the overlay: by what they see, not by its code. */

export async function openProduct(page: Page, shop: { url: string }, slug = "blue-vase"): Promise<void> {
  await page.goto(`${shop.url}/p/${slug}`)
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
}

export async function addToCart(page: Page, label = "Add to cart"): Promise<void> {
  await page.getByRole("button", { name: label }).first().click()
}

/** An account with the newsletter: after it the shop knows an address and may write to it. */
export async function signUp(page: Page, shop: { url: string }, email = "anna@mail.example"): Promise<void> {
  await page.goto(`${shop.url}/account`)
  const form = page.locator("form", { has: page.locator('[autocomplete="new-password"]') })
  await form.locator('[name="name"]').fill("Anna")
  await form.locator('[name="email"]').fill(email)
  await form.locator('[name="password"]').fill("correct horse battery")
  for (const box of await form.getByRole("checkbox").all()) await box.check()
  await form.getByRole("button").click()
  await expect(form).toHaveCount(0)
}

export async function buy(page: Page, shop: { url: string }): Promise<void> {
  await page.goto(`${shop.url}/checkout`)
  const values = {
    name: "Anna",
    email: "anna@mail.example",
    phone: "+31 20 555 0100",
    street: "Prinsengracht 1",
    postcode: "1015 DK",
    city: "Amsterdam",
  }
  for (const [name, value] of Object.entries(values))
    await page.locator(`#checkout [name="${name}"]`).fill(value)
  await page.locator('#checkout [type="submit"]').click()
  await expect(page.locator("[data-order-number]")).toBeVisible()
}

export const cue = (overlay: Frame, kind: string, id?: string): Locator =>
  overlay.locator(id === undefined ? `[data-cue="${kind}"]` : `[data-cue="${kind}"][data-cue-id="${id}"]`)

export async function expectStage(overlay: Frame, id: string): Promise<void> {
  await expect(cue(overlay, "stage").first()).toHaveAttribute("data-cue-id", id)
}

export async function expectFollowUp(overlay: Frame, id: string, status: string): Promise<void> {
  await expect(
    overlay.locator(`[data-cue="followup"][data-cue-id="${id}"][data-cue-status="${status}"]`).first(),
  ).toBeAttached()
}

/**
 * Waits until the frame stands still. It grows with what it shows, from its lower corner: a click that is aimed while it
 * grows lands beside its target, because the frame's place and the button's place in it are read one after the other.
 */
export async function standStill(overlay: Frame): Promise<void> {
  const element = await overlay.frameElement()
  let last = ""
  await expect
    .poll(async () => {
      const before = last
      last = JSON.stringify(await element.boundingBox())
      return last === before
    })
    .toBe(true)
}

/** The clock's buttons: `+1 h`, `+1 day`, `Next step`, `Back to now`. Returns when the clock shows another time. */
export async function clock(
  overlay: Frame,
  button: "+1 h" | "+1 day" | "Next step" | "Back to now",
): Promise<void> {
  const shown = overlay.getByRole("group", { name: "The clock" })
  const before = await shown.textContent()
  await standStill(overlay)
  await overlay.getByRole("button", { name: button, exact: true }).click()
  await expect(shown).not.toHaveText(before ?? "")
}

/** "I watch this one myself", in the overlay's menu. */
export async function watchMyself(overlay: Frame, channel: RegExp): Promise<void> {
  await standStill(overlay)
  await overlay.getByRole("button", { name: "Menu" }).click()
  await standStill(overlay)
  const toggle = overlay.getByRole("switch", { name: channel })
  await toggle.click()
  await expect(toggle).toHaveAttribute("aria-checked", "true")
  await standStill(overlay)
  await overlay.getByRole("button", { name: "Back", exact: true }).click()
}

export async function freshOverlay(page: Page): Promise<Frame> {
  const overlay = await overlayFrame(page)
  await expect(cue(overlay, "stage").first()).toBeVisible()
  await standStill(overlay)
  return overlay
}
