import type { Page } from "playwright/test"
import { expect, test } from "./fixtures"
import { addToCart, cue, freshOverlay, openProduct } from "./walk"
import { holdWorker, readJournal } from "./worker"

test.use({ shopOptions: { snippet: false } })

/** The page keeps what it would send, and stays. */
const stay = (page: Page) =>
  page.evaluate(() => document.addEventListener("submit", (event) => event.preventDefault()))

test("what is pressed before the worker has answered is recorded: on a page that stays, and on one that goes at once", async ({
  page,
  shop,
  extension,
}) => {
  const letGo = await holdWorker(extension)
  await openProduct(page, shop)
  await addToCart(page)
  await expect(page).toHaveURL(/\/cart/)
  await openProduct(page, shop, "moon-jar")
  await stay(page)
  await addToCart(page)
  const pressedBy = Date.now()
  await letGo()

  const carts = async () => (await readJournal(extension)).filter(({ name }) => name === "add_to_cart")
  await expect.poll(async () => (await carts()).length).toBe(2)
  const [first, second] = await carts()
  expect(first?.page?.url).toContain("/p/blue-vase")
  expect(first?.gesture).toMatchObject({ type: "click", label: "Add to cart" })
  expect(second?.page?.url).toContain("/p/moon-jar")
  expect(second?.gesture).toMatchObject({ type: "click", label: "Add to cart" })
  expect(second?.at).toBeLessThanOrEqual(pressedBy)
  // Each page was seen once, and before what was done on it.
  const told = await readJournal(extension)
  expect(told.filter(({ name }) => name === "page_view")).toHaveLength(3)
  expect(told.findIndex(({ name }) => name === "page_view")).toBeLessThan(
    told.findIndex(({ name }) => name === "add_to_cart"),
  )
  const overlay = await freshOverlay(page)
  await expect(cue(overlay, "event", "add_to_cart").first()).toBeAttached()
})
