import { readFile } from "node:fs/promises"
import type { Page } from "playwright/test"
import { expect, test } from "./fixtures"
import { addToCart, expectStage, freshOverlay, openProduct } from "./walk"

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ])
  return readFile(await download.path(), "utf8")
}

const asFile = (name: string, text: string) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(text),
})

test("an audit is saved and opens elsewhere with its clock; everything is saved, erased and brought back", async ({
  context,
  page,
  shop,
  extension,
}) => {
  await openProduct(page, shop)
  await addToCart(page)
  const overlay = await freshOverlay(page)
  await expectStage(overlay, "intent")

  const options = await context.newPage()
  await options.goto(extension.address("options.html"))
  await options.getByRole("button", { name: "Save the journey as a file" }).click()
  await options.getByRole("button", { name: "Prepare the file" }).click()
  await expect(options.getByText(/\d+ values? will be masked\./)).toBeVisible()
  const audit = await saved(options, "Save the file")

  // Elsewhere: only the file is needed. A hostile one is refused with its path.
  const opened = await context.newPage()
  await opened.goto(extension.address("tabs/audit.html"))
  const picker = opened.getByLabel("Choose a file").last()
  await picker.setInputFiles(asFile("bad.json", audit.replace(/"now": \d+/, '"now": "soon"')))
  await expect(opened.getByRole("alert")).toContainText("now")
  await picker.setInputFiles(asFile("good.json", audit))
  await expect(opened.getByText(/^Audit of 127\.0\.0\.1/)).toBeVisible()
  await expectStage(opened.mainFrame(), "intent")

  // Everything: saved, erased, brought back; twice changes nothing.
  const everything = await saved(options, "Save everything as a file")
  await options.getByRole("button", { name: "Erase everything" }).click()
  await options.getByRole("button", { name: "Erase", exact: true }).click()
  await expect(options.getByText("No site has been looked at yet.", { exact: false })).toBeVisible()
  const back = options.getByLabel("Bring back a saved file")
  await back.setInputFiles(asFile("bad.json", everything.replace('"recordedFrom":', '"recordedfrom":')))
  await expect(options.getByRole("alert")).toContainText("sites[0].record.recordedFrom")
  await expect(options.getByText("No site has been looked at yet.", { exact: false })).toBeVisible()
  await back.setInputFiles(asFile("good.json", everything))
  await expect(options.getByText(/Brought back: \d+ events? were new\./)).toBeVisible()
  await expect(options.getByRole("heading", { name: /^127\.0\.0\.1/ })).toBeVisible()
  await expectStage(overlay, "intent")
  await back.setInputFiles(asFile("again.json", everything))
  await expect(options.getByText("Brought back: 0 events were new.")).toBeVisible()
})
