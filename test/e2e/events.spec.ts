import { expect, test } from "./fixtures"
import { addToCart, freshOverlay, openProduct } from "./walk"

test("the panel lists events as they come, with what is wrong, what carries them and what caused them", async ({
  context,
  page,
  shop,
  extension,
}) => {
  await openProduct(page, shop)
  await freshOverlay(page)
  const worker = await extension.worker()
  const tab = await worker.evaluate(
    async () => (await chrome.tabs.query({ url: "http://127.0.0.1/*" }))[0]?.id,
  )
  const panel = await context.newPage()
  await panel.goto(`${extension.address("sidepanel.html")}?tab=${tab}#events`)
  const list = panel.getByRole("listbox", { name: "Events, newest first" })
  const row = (name: string) => list.locator(`[data-cue="event"][data-cue-id="${name}"]`)
  await expect(row("view_item")).toHaveCount(1)

  // Live, also beside the panel; a page may tell anything.
  await addToCart(page)
  await expect(row("add_to_cart")).toHaveCount(1)
  // The cart that comes is told once what reads shops has come: what is told here is newer.
  await expect(row("view_cart")).toHaveCount(1)
  await page.evaluate(() => {
    const { cuelight } = window as unknown as { cuelight: { track(name: string, props: object): void } }
    cuelight.track("purchase", { value: "78,00", items: [{ item_name: "<img src=x onerror=alert(1)>" }] })
  })
  await row("purchase").click()
  const detail = panel.getByRole("region", { name: "The chosen event" })
  await expect(detail).toContainText("transaction_id")
  await expect(detail).toContainText("<img src=x onerror=alert(1)>")

  await row("add_to_cart").click()
  await expect(detail).toContainText(/click .* before/)

  // By keyboard: one stop, arrows choose.
  await list.focus()
  await panel.keyboard.press("Home")
  await expect(detail.getByRole("heading").first()).toContainText("purchase")

  // Paused, what comes waits; nothing is lost.
  await panel.getByRole("button", { name: "Pause" }).click()
  await page.evaluate(() => {
    const { cuelight } = window as unknown as { cuelight: { track(name: string, props: object): void } }
    cuelight.track("search", { search_term: "vase" })
  })
  await expect(panel.getByText("1 new event waiting", { exact: false })).toBeVisible()
  await expect(row("search")).toHaveCount(0)
  await panel.getByRole("button", { name: "Go on" }).click()
  await expect(row("search")).toHaveCount(1)
  await panel.getByRole("searchbox").fill("onerror")
  await expect(list.getByRole("option")).toHaveCount(1)
})
