import type { Page } from "playwright/test"
import { expect, test } from "./fixtures"
import { expectStage, freshOverlay, openProduct } from "./walk"

const ownMap = `cuelight: 1
id: mine
name: Mine
timeZone: UTC
stages:
  - { id: only, name: The only stage }
`

const editor = (page: Page) => page.getByRole("textbox", { name: /^Text of the map/ })

async function write(page: Page, text: string): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press("ControlOrMeta+a")
  await page.keyboard.insertText(text)
}

test("a map is begun, broken, kept as a draft, mended, used by a site, deleted and had back", async ({
  context,
  page,
  shop,
  extension,
}) => {
  await openProduct(page, shop)
  const overlay = await freshOverlay(page)
  await expectStage(overlay, "awareness")

  const options = await context.newPage()
  await options.goto(extension.address("options.html"))
  await options.getByLabel("Starter map", { exact: true }).selectOption("Empty map")
  await options.getByRole("button", { name: "Begin" }).click()
  await expect(options.getByText("This text is in use.")).toBeVisible()

  // Broken: its error stands at its line, it cannot be used, and a reload loses nothing of it.
  await write(options, ownMap.replace("stages:", "stagess:"))
  await expect(options.getByText("Draft kept. The last good text stays in use.")).toBeVisible()
  await expect(options.locator(".cue-remarks")).toContainText("Error Line 5")
  await expect(options.locator(".cue-remarks")).toContainText("stages")
  await expect(options.getByRole("button", { name: "Use this map" })).toBeDisabled()
  await options.reload()
  await expect(editor(options)).toContainText("stagess:")

  // Completion from the schema, and its words.
  await editor(options).press("ControlOrMeta+End")
  await options.keyboard.insertText("chan")
  await options.keyboard.press("Control+Space")
  await expect(options.getByRole("option", { name: "channels" })).toBeVisible()
  await options.keyboard.press("Escape")

  await write(options, ownMap)
  await options.getByRole("button", { name: "Use this map" }).click()
  await expect(options.getByText("This text is in use.")).toBeVisible()
  await options.getByRole("link", { name: "All maps" }).click()

  // A map from the web, and one that is dropped, open in the editor.
  await options.getByLabel("Address of a map on the web").fill(`${shop.url}/cuelight.map.yaml`)
  await options.getByRole("button", { name: "Fetch" }).click()
  await expect(options.getByRole("heading", { level: 1 })).toHaveText("cuelight.map")
  await options.getByRole("link", { name: "All maps" }).click()
  await options.getByRole("button", { name: "Delete cuelight.map" }).click()
  await options.evaluate((text) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([text], "dropped.yaml"))
    document
      .querySelector("h2")
      ?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }))
  }, ownMap)
  await expect(options.getByRole("heading", { level: 1 })).toHaveText("dropped")
  await options.getByRole("link", { name: "All maps" }).click()
  await options.getByRole("button", { name: "Delete dropped" }).click()

  // Which map for which site.
  await options.getByLabel("Which map is used here").selectOption("Empty map")
  await expectStage(overlay, "only")
  await expect(options.getByText("in use on 127.0.0.1", { exact: false })).toBeVisible()

  // A map that is in use is deleted: the site goes back to its own, and comes again with "undo".
  await options.getByRole("button", { name: "Delete Empty map" }).click()
  await expectStage(overlay, "awareness")
  await options.getByRole("button", { name: "Undo", exact: true }).click()
  await expectStage(overlay, "only")

  // Limits are asked about before they erase; without a limit nothing asks.
  await options.getByLabel("Days").fill("0")
  await expect(options.getByText("A whole number from 1 to 3,650, or nothing.")).toBeVisible()
  await options.getByLabel("Days").fill("30")
  await options.getByRole("button", { name: "Keep so" }).click()
  await expect(options.getByRole("alertdialog")).toContainText("older than 30 days")
  await options.getByRole("button", { name: "Erase", exact: true }).click()
  await expect(options.getByText("Kept so from now on.")).toBeVisible()

  await options.getByRole("button", { name: "Русский" }).click()
  await expect(options.getByRole("heading", { level: 1 })).toHaveText("Cuelight: карты, сайты и настройки")
  await options.getByRole("button", { name: "Как в браузере" }).click()
  await expect(options.getByRole("heading", { level: 1 })).toContainText("maps, sites and settings")

  // The colours, on every page at once.
  await options.getByRole("button", { name: "Dark", exact: true }).click()
  for (const each of [options.mainFrame(), overlay])
    await expect(each.locator("html")).toHaveAttribute("data-theme", "dark")
  await expect(options.locator("body")).toHaveCSS("background-color", "rgb(22, 32, 54)")
  await expect(overlay.locator(".cue-open")).toHaveCSS("background-color", "rgb(15, 23, 42)")
  await options.getByRole("button", { name: "System", exact: true }).click()
  await expect(overlay.locator("html")).not.toHaveAttribute("data-theme")

  await options.getByRole("button", { name: "Erase everything" }).click()
  await options.getByRole("button", { name: "Erase", exact: true }).click()
  await expect(options.getByText("No site has been looked at yet.", { exact: false })).toBeVisible()
  await expect(options.getByText("You have no map of your own yet.", { exact: false })).toBeVisible()
})
