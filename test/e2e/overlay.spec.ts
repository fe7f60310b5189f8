import { expect, findOverlay, test } from "./fixtures"
import {
  addToCart,
  clock,
  cue,
  expectFollowUp,
  freshOverlay,
  openProduct,
  standStill,
  watchMyself,
} from "./walk"

type Tracking = { cuelight: { track(name: string): void } }

/** The rectangle that the overlay's frame takes in the window, read from the browser, since the page cannot see it. */
async function overlayBox(page: import("playwright/test").Page) {
  const frame = findOverlay(page)
  if (!frame) throw new Error("There is no overlay.")
  const element = await frame.frameElement()
  const box = await element.boundingBox()
  if (!box) throw new Error("The overlay is not shown.")
  return box
}

test.describe("the overlay", () => {
  test("collapses to a pill and closes in this tab, and stays so after a reload", async ({
    page,
    shop,
    extension,
  }) => {
    await openProduct(page, shop)
    let overlay = await freshOverlay(page)
    await overlay.getByRole("button", { name: "Make small" }).click()
    await expect(overlay.getByRole("button", { name: "Make small" })).toHaveCount(0)
    await expect.poll(async () => (await overlayBox(page)).height).toBe(40)
    await page.reload()
    overlay = await freshOverlay(page)
    await expect.poll(async () => (await overlayBox(page)).height).toBe(40)
    await overlay.getByRole("button").click()
    await expect.poll(async () => (await overlayBox(page)).width).toBe(320)
    await standStill(overlay)
    await overlay.getByRole("button", { name: /^Hide in this tab/ }).click()
    await expect.poll(() => findOverlay(page)).toBeUndefined()
    await page.reload()
    await page.waitForLoadState("networkidle")
    expect(findOverlay(page)).toBeUndefined()
    await extension.clickIcon(page)
    await freshOverlay(page)
  })

  test("is as large as what it shows, every click beside it is the page's, and the arrow keys move it", async ({
    page,
    shop,
  }) => {
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    const box = await overlayBox(page)
    expect(box.width).toBe(320)
    expect(box.height).toBeLessThanOrEqual(800 * 0.6)
    // Not on what the page is there for.
    const button = await page.getByRole("button", { name: "Add to cart" }).boundingBox()
    const isBeside = (one: typeof box, other: typeof box) =>
      one.x + one.width <= other.x || one.y + one.height <= other.y
    expect(button !== null && (isBeside(box, button) || isBeside(button, box))).toBe(true)
    await page.evaluate(() => {
      const seen: string[] = []
      const note = (event: MouseEvent) => {
        seen.push(`${event.clientX},${event.clientY}`)
        event.preventDefault()
      }
      addEventListener("click", note, true)
      Object.assign(globalThis, { seen })
    })
    const beside: [number, number][] = [
      [box.x - 3, box.y + box.height / 2],
      [box.x + box.width / 2, box.y - 3],
      [box.x + box.width + 3, box.y + box.height / 2],
      [box.x + box.width / 2, box.y + box.height + 3],
    ]
    for (const [x, y] of beside) await page.mouse.click(x, y)
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
    expect(seen).toEqual(beside.map(([x, y]) => `${Math.floor(x)},${Math.floor(y)}`))
    // And one inside it is not.
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen.length)).toBe(4)

    const before = await overlayBox(page)
    await overlay.getByRole("button", { name: /^Move/ }).focus()
    await page.keyboard.press(before.x > 400 ? "Shift+ArrowLeft" : "Shift+ArrowRight")
    await expect.poll(async () => (await overlayBox(page)).x).not.toBe(before.x)
    for (let i = 0; i < 60; i++) await page.keyboard.press("Shift+ArrowUp")
    await expect.poll(async () => (await overlayBox(page)).y).toBeGreaterThanOrEqual(0)
  })

  test("can be dragged, and is found there on the next page", async ({ page, shop }) => {
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "view_item")).toHaveCount(1)
    const grip = overlay.getByRole("button", { name: /^Move/ })
    await standStill(overlay)
    await grip.hover()
    const before = await overlayBox(page)
    const at = await grip.boundingBox()
    if (!at) throw new Error("There is nothing to drag the overlay by.")
    const hand = { x: at.x + at.width / 2, y: at.y + at.height / 2 }
    const inwards = before.x > 400 ? -12 : 12
    await page.mouse.move(hand.x, hand.y)
    await page.mouse.down()
    await page.mouse.move(hand.x + 8 * inwards, hand.y - 8 * 6, { steps: 8 })
    await expect.poll(async () => (await overlayBox(page)).x).toBe(before.x + 8 * inwards)
    // What the page tells meanwhile makes the overlay grow and orders it anew: it stays in the hand.
    const { height } = await overlayBox(page)
    await page.evaluate(() => (globalThis as unknown as Tracking).cuelight.track("while_dragged"))
    await expect.poll(async () => (await overlayBox(page)).height).not.toBe(height)
    expect((await overlayBox(page)).x).toBe(before.x + 8 * inwards)
    await page.mouse.move(hand.x + 16 * inwards, hand.y - 16 * 6, { steps: 8 })
    await page.mouse.up()
    // At once: the page that was told of the drop is going.
    await page.goto(`${shop.url}/`)
    await freshOverlay(page)
    await expect.poll(async () => (await overlayBox(page)).x).toBe(before.x + 16 * inwards)
    const after = await overlayBox(page)
    expect(800 - after.y - after.height).toBe(800 - before.y - before.height + 16 * 6)
  })

  test("closes for good on a site, and goes on recording", async ({ page, shop, extension }) => {
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    await overlay.getByRole("button", { name: "Menu" }).click()
    await overlay.getByRole("button", { name: "Hide on this site" }).click()
    await expect.poll(() => findOverlay(page)).toBeUndefined()
    const other = await page.context().newPage()
    await openProduct(other, shop)
    await addToCart(other)
    await other.waitForLoadState("networkidle")
    expect(findOverlay(other)).toBeUndefined()
    await extension.clickIcon(other)
    await expect(cue(await freshOverlay(other), "event", "add_to_cart")).toHaveCount(1)
  })

  test("on a page that swallows keys they reach it, and it keeps its document when a modal dialog opens", async ({
    page,
    shop,
  }) => {
    await page.goto(`${shop.url}/ugly`)
    const overlay = await freshOverlay(page)
    await overlay.getByRole("button", { name: "Menu" }).focus()
    await page.keyboard.press("Enter")
    await expect(overlay.getByRole("button", { name: "Back", exact: true })).toBeVisible()
    await page.locator("#count").click()
    await expect(page.locator("#count")).toHaveText("Clicked 1")
    await overlay.getByRole("button", { name: "Back", exact: true }).click()
    await standStill(overlay)
    await overlay.evaluate(() => Object.assign(globalThis, { sameDocument: true }))
    await page.locator("#open").click()
    await overlay.getByRole("button", { name: "Menu" }).click()
    await expect(overlay.getByRole("button", { name: "Back", exact: true })).toBeVisible()
    expect(await overlay.evaluate(() => "sameDocument" in globalThis)).toBe(true)
    await page.locator("#close").click()
    await overlay.getByRole("button", { name: "Back", exact: true }).click()
    await expect(cue(overlay, "stage").first()).toBeVisible()
  })

  test("survives a page that removes it and hides it, which can neither read it nor find its address", async ({
    page,
    shop,
  }) => {
    await openProduct(page, shop)
    await freshOverlay(page)
    const seen = await page.evaluate(() => {
      const hosts = [...document.documentElement.children].filter(({ localName }) =>
        localName.startsWith("cue-"),
      )
      let text = "unreadable"
      try {
        text = globalThis.frames[0]?.document.body.textContent ?? "unreadable"
      } catch {
        // Another origin: as it should be.
      }
      return {
        hosts: hosts.length,
        open: hosts.some((host) => host.shadowRoot),
        inside: hosts[0]?.innerHTML,
        text,
      }
    })
    expect(seen).toEqual({ hosts: 1, open: false, inside: "", text: "unreadable" })
    await page.evaluate(() => {
      for (const element of document.documentElement.children)
        if (element.localName.startsWith("cue-")) element.remove()
    })
    const overlay = await freshOverlay(page)
    await page.evaluate(() => {
      for (const element of document.documentElement.children)
        if (element.localName.startsWith("cue-")) element.setAttribute("style", "display: none !important")
    })
    await expect.poll(async () => (await overlayBox(page)).width).toBe(320)
    await expect(cue(overlay, "stage").first()).toBeVisible()
    // Made anew as a whole, with an empty copy of our place in it.
    await page.evaluate(() => {
      const { documentElement } = document
      documentElement.replaceWith(documentElement.cloneNode(true))
    })
    await expect(cue(await freshOverlay(page), "stage").first()).toBeVisible()
    await expect.poll(async () => (await overlayBox(page)).width).toBe(320)
  })

  test("the clock goes to the next step, which says why it is not sent, and back to now", async ({
    page,
    shop,
  }) => {
    await openProduct(page, shop)
    await addToCart(page)
    const overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
    await clock(overlay, "Next step")
    await expect(overlay.getByRole("button", { name: "Back to now" })).toBeVisible()
    await clock(overlay, "+1 h")
    // The visitor gave no address: the step is refused, and says why.
    await expectFollowUp(overlay, "abandoned-cart/email", "skipped")
    await clock(overlay, "Back to now")
    await expect(overlay.getByRole("button", { name: "Back to now" })).toHaveCount(0)
  })

  test.describe("on a shop without the snippet", () => {
    test.use({ shopOptions: { snippet: false } })

    test("two presses of the clock in one breath are two steps", async ({ page, shop }) => {
      await openProduct(page, shop)
      await addToCart(page)
      const overlay = await freshOverlay(page)
      await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(1)
      await watchMyself(overlay, /mail/i)
      await expect(overlay.getByRole("button", { name: "Next step" })).toBeEnabled()
      await overlay.evaluate(() => {
        const buttons = [...document.querySelectorAll("button")]
        for (const label of ["Next step", "+1 h"])
          buttons.find(({ textContent }) => textContent === label)?.click()
      })
      await expectFollowUp(overlay, "abandoned-cart/email", "missed")
    })
  })

  test.describe("of two sites", () => {
    test.use({ shopOptions: { snippet: false } })

    test("shows two journeys, and one journey in two tabs of one site", async ({ page, shop, openShop }) => {
      await openProduct(page, shop)
      await addToCart(page)
      await expect(cue(await freshOverlay(page), "event", "add_to_cart")).toHaveCount(1)
      const sameSite = await page.context().newPage()
      await openProduct(sameSite, shop)
      await expect(cue(await freshOverlay(sameSite), "event", "add_to_cart")).toHaveCount(1)
      const otherShop = await openShop({ snippet: false, language: "ru" })
      const otherSite = await page.context().newPage()
      await otherSite.goto(otherShop.url)
      const overlay = await freshOverlay(otherSite)
      await expect(cue(overlay, "event", "page_view")).toHaveCount(1)
      await expect(cue(overlay, "event", "add_to_cart")).toHaveCount(0)
    })
  })

  test.describe("on a broken page", () => {
    test.use({ expectedErrors: /threw/ })

    test("says what is broken, and keeps the rest", async ({ page, shop }) => {
      await page.goto(`${shop.url}/broken`)
      const overlay = await freshOverlay(page)
      await expect(cue(overlay, "event", "page_view")).toHaveCount(1)
      await expect(cue(overlay, "event", "view_item")).toHaveCount(1)
      await expect(cue(overlay, "health", "markup-broken").first()).toBeVisible()
      await expect(page.locator("html")).toHaveAttribute("data-boom", "yes")
    })
  })

  test("says that the page loads the snippet twice, and counts once", async ({ page, shop }) => {
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    await expect(cue(overlay, "event", "view_item")).toHaveCount(1)
    await page.addScriptTag({ url: `${shop.url}/cuelight.js` })
    await expect(cue(overlay, "health", "double-snippet").first()).toBeVisible()
    await expect(cue(overlay, "event", "view_item")).toHaveCount(1)
  })
})
