import { viewIds } from "../../extension/panel/views"
import { walkByKeys } from "../browser/walk-by-keys"
import { expect, test } from "./fixtures"
import { addToCart, freshOverlay, openProduct } from "./walk"

test("every page of the extension is walked by the Tab key alone, and none is wider than its window", async ({
  page,
  shop,
  extension,
}) => {
  await openProduct(page, shop)
  await addToCart(page)
  await expect(page).toHaveURL(/\/cart/)
  const overlay = await freshOverlay(page)
  const tabId = await overlay.evaluate(async () => (await chrome.tabs.getCurrent())?.id ?? -1)
  expect(await walkByKeys(page, overlay), "the overlay").toEqual([])
  // Out of the overlay it goes on in the page, and what is pressed there is the page's.
  expect(await page.evaluate(() => document.activeElement?.localName.startsWith("cue-"))).toBe(false)

  const beside = await page.context().newPage()
  const open = async (address: string, shown: string) => {
    await beside.goto("about:blank")
    await beside.goto(extension.address(address))
    await beside.locator(shown).first().waitFor()
  }
  const expectToFit = async (what: string) =>
    expect(await beside.evaluate(() => document.documentElement.scrollWidth - innerWidth), what).toBe(0)

  await open(`tabs/popup.html?tab=${tabId}`, "h1")
  expect(await walkByKeys(beside), "the popup").toEqual([])

  await beside.setViewportSize({ width: 400, height: 800 })
  await open(`sidepanel.html?tab=${tabId}`, "[role=tabpanel]")
  for (const view of viewIds) {
    await expect(beside.getByRole("tabpanel")).toHaveAttribute("data-view", view)
    expect(await walkByKeys(beside), view).toEqual([])
    await beside.locator(`#tab-${view}`).focus()
    await beside.keyboard.press("ArrowDown")
  }

  await beside.setViewportSize({ width: 1280, height: 800 })
  for (const [address, shown] of [
    ["options.html", ".cue-sources"],
    ["tabs/tour.html", "h1"],
    ["tabs/audit.html", "button"],
  ] as const) {
    await open(address, shown)
    expect(await walkByKeys(beside), address).toEqual([])
    // As the browser enlarges it, not as a narrower window.
    await beside.evaluate(() => chrome.tabs.setZoom(2))
    await expect.poll(() => beside.evaluate(() => innerWidth)).toBe(640)
    await expectToFit(address)
    await beside.evaluate(() => chrome.tabs.setZoom(1))
  }

  // What opens has the focus, and gives it back.
  await open("options.html", ".cue-sources")
  for (const name of ["Paste a map", "Connect a source", "Import a file", "Erase everything"]) {
    const opener = beside.getByRole("button", { name, exact: true })
    await opener.focus()
    await beside.keyboard.press("Enter")
    await expect(opener, name).toHaveCount(0)
    expect(await beside.evaluate(() => document.activeElement !== document.body), name).toBe(true)
    await beside.keyboard.press("Escape")
    await expect(opener, name).toBeFocused()
  }

  // The walk sees what it is for.
  await beside.setContent(
    `<button style="outline: none"></button><a href="#" style="position: fixed; left: -99px">a</a>`,
  )
  expect(await walkByKeys(beside)).toEqual([
    expect.stringContaining("no sign of the focus: <button"),
    expect.stringContaining("out of sight: <a"),
    "a button without a name",
  ])
})
