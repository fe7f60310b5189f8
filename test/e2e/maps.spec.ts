import { expect, test } from "./fixtures"
import { cue, expectStage, freshOverlay, openProduct } from "./walk"

const goodMap = `
cuelight: 1
id: pasted
name: Pasted map
timeZone: UTC
stages:
  - { id: first, name: Only stage }
`
const brokenMap = `
cuelight: 1
id: broken
name: Broken map
timeZone: UTC
stages:
  - { id: first }
channels:
  email: { cost: 1 }
scenarios:
  - id: s
    triger: { event: add_to_cart }
    steps: [{ id: x, channel: emial }]
`

test.describe("the map", () => {
  test("of the page is used where the page names one", async ({ page, shop }) => {
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    await overlay.getByRole("button", { name: "Menu" }).click()
    await expect(overlay.locator("body")).toContainText("Kiln & Linen")
  })

  test("pasted by the person wins, and can be given back", async ({ page, shop }) => {
    await openProduct(page, shop)
    let overlay = await freshOverlay(page)
    await overlay.getByRole("button", { name: "Menu" }).click()
    await overlay.getByRole("button", { name: "Paste a map" }).click()
    await overlay.getByRole("textbox").fill(goodMap)
    await overlay.getByRole("button", { name: "Use this map" }).click()
    await expect(overlay.locator("body")).toContainText("Pasted map")
    await page.reload()
    overlay = await freshOverlay(page)
    await expectStage(overlay, "first")
    await overlay.getByRole("button", { name: "Menu" }).click()
    await overlay.getByRole("button", { name: /^Use the page's map/ }).click()
    await overlay.getByRole("button", { name: "Back", exact: true }).click()
    await expectStage(overlay, "consideration")
  })

  test("with errors is refused with line and proposal, and the last good one stays", async ({
    page,
    shop,
  }) => {
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    await overlay.getByRole("button", { name: "Menu" }).click()
    await overlay.getByRole("button", { name: "Paste a map" }).click()
    await overlay.getByRole("textbox").fill(brokenMap)
    await overlay.getByRole("button", { name: "Use this map" }).click()
    await expect(overlay.locator("body")).toContainText(/line 12/)
    await expect(overlay.locator("body")).toContainText(/triger/)
    await expect(overlay.locator("body")).toContainText(/trigger/)
    await expect(overlay.locator("body")).toContainText("Kiln & Linen")
    await overlay.getByRole("button", { name: "Back", exact: true }).click()
    await expect(cue(overlay, "health", "map-broken").first()).toBeVisible()
    await expectStage(overlay, "awareness")
  })

  test("brings its own touchpoints, which are looked for at once", async ({ page, shop }) => {
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    await page.getByRole("heading", { level: 1 }).click()
    await overlay.getByRole("button", { name: "Menu" }).click()
    await overlay.getByRole("button", { name: "Paste a map" }).click()
    const rule = "touchpoints: [{ event: name_clicked, on: click, selector: h1 }]"
    await overlay.getByRole("textbox").fill(`${goodMap}${rule}\n`)
    await overlay.getByRole("button", { name: "Use this map" }).click()
    await expect(overlay.locator("body")).toContainText("Pasted map")
    await overlay.getByRole("button", { name: "Back", exact: true }).click()
    await expect(cue(overlay, "event", "name_clicked")).toHaveCount(0)
    await page.getByRole("heading", { level: 1 }).click()
    await expect(cue(overlay, "event", "name_clicked")).toHaveCount(1)
  })

  test("from a file is used", async ({ page, shop }) => {
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    await overlay.getByRole("button", { name: "Menu" }).click()
    await overlay
      .locator('input[type="file"]')
      .setInputFiles({ name: "mine.yaml", mimeType: "text/yaml", buffer: Buffer.from(goodMap) })
    await expect(overlay.locator("body")).toContainText("mine.yaml")
  })

  test.describe("on a shop that names none", () => {
    test.use({ shopOptions: { snippet: false } })

    test("is the starter map for shops", async ({ page, shop }) => {
      await openProduct(page, shop)
      const overlay = await freshOverlay(page)
      await overlay.getByRole("button", { name: "Menu" }).click()
      await expect(overlay.locator("body")).toContainText("starter map")
    })
  })

  test("that cannot be fetched is reported, and recording goes on", async ({ page, shop }) => {
    await page.route("**/cuelight.map.yaml", (route) => route.fulfill({ status: 404, body: "" }))
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    await expect(cue(overlay, "health", "map-unreachable").first()).toBeVisible()
    await expect(cue(overlay, "event", "page_view")).toHaveCount(1)
  })

  test("of the page that is broken shows its errors, and the starter map is used", async ({ page, shop }) => {
    await page.route("**/cuelight.map.yaml", (route) => route.fulfill({ body: brokenMap }))
    await openProduct(page, shop)
    const overlay = await freshOverlay(page)
    await expect(cue(overlay, "health", "map-broken").first()).toBeVisible()
    await expectStage(overlay, "awareness")
  })
})
