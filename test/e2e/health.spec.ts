import { expect, test } from "./fixtures"
import { cue, freshOverlay } from "./walk"

test.use({ expectedErrors: /Content Security Policy|Failed to load/ })

test("the health light says why the page's own snippet records nothing, and we do in its place", async ({
  page,
  shop,
}) => {
  await page.goto(shop.url)
  let overlay = await freshOverlay(page)
  await expect(cue(overlay, "health", "snippet")).toBeAttached()

  await page.route(/cuelight\.js/, (route) => route.fulfill({ status: 404 }))
  await page.reload()
  overlay = await freshOverlay(page)
  await expect(cue(overlay, "health", "snippet-silent").first()).toBeAttached()
  await expect(cue(overlay, "event", "page_view").first()).toBeAttached()

  await page.unroute(/cuelight\.js/)
  await page.route(`${shop.url}/`, async (route) => {
    const answer = await route.fetch()
    const headers = { ...answer.headers(), "content-security-policy": "script-src 'none'" }
    await route.fulfill({ response: answer, headers })
  })
  await page.goto(shop.url)
  overlay = await freshOverlay(page)
  await expect(cue(overlay, "health", "snippet-blocked").first()).toBeAttached()
})
