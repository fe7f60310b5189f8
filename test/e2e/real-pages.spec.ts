import { hasPages, readHtml, readSavedPages, wherePages } from "../pages/page-files"
import { expect, test } from "./fixtures"
import { cue, freshOverlay } from "./walk"

// All saved pages are judged by test/pages, with the recorder alone. Here the built extension meets one of each markup.
const saved = readSavedPages()
if (!hasPages) console.warn(`The saved pages of real shops${wherePages}`)

test.describe("the built extension on saved pages of real shops", () => {
  // What real pages throw by themselves is theirs; test/pages shows that we add nothing.
  test.use({ expectedErrors: /^https?:/ })

  for (const markup of ["json-ld", "microdata", "opengraph", "data-layer"]) {
    const page = saved.find((each) => each.markup.length === 1 && each.markup[0] === markup)
    if (!page) continue

    test(`tells the product of ${new URL(page.url).hostname} (${markup}), once`, async ({ page: tab }) => {
      const { pathname } = new URL(page.url)
      await tab.route(/^https?:/, (route) => {
        const request = route.request()
        const isPage = request.isNavigationRequest() && new URL(request.url()).pathname === pathname
        return isPage
          ? route.fulfill({ contentType: "text/html; charset=utf-8", body: readHtml(page) })
          : route.abort()
      })
      await tab.goto(page.url, { waitUntil: "commit" })
      const overlay = await freshOverlay(tab)
      await expect(cue(overlay, "event", "view_item")).toHaveCount(1)
      await expect(cue(overlay, "event", "view_item")).toContainText(/\d/)
      await expect(cue(overlay, "event", "page_view")).toHaveCount(1)
    })
  }
})
