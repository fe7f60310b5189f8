import type { Page } from "playwright/test"
import { expect, overlayFrame, test } from "./fixtures"
import { cue } from "./walk"

test.use({ expectedErrors: /Content Security Policy|Failed to load|MIME type|CORS|ERR_FAILED|Integrity/ })

type Answer = { status?: number; contentType?: string; headers?: Record<string, string>; body?: string }

const answer = (address: RegExp, given: Answer) => (page: Page) =>
  page.route(address, (route) => route.fulfill(given))

/** Another attribute of the page's script tag, or another header of the page. */
const rewrite =
  (from: string, to: (shop: string) => string, headers: Record<string, string> = {}) =>
  (page: Page, shop: string) =>
    page.route(`${shop}/account`, async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace(from, () => to(shop))
      await route.fulfill({ response, body, headers: { ...response.headers(), ...headers } })
    })

const script = /\/cuelight\.js/
const map = /\/cuelight\.map\.yaml/

/** What is wrong with a page, and what the light says of it; each is a tab of the same site. */
const causes: Record<string, [code: string, (page: Page, shop: string) => Promise<unknown>]> = {
  "is well": ["snippet", async () => {}],
  "has no file": ["snippet-missing", answer(script, { status: 404 })],
  "has a policy against it": [
    "snippet-blocked",
    rewrite("", () => "", { "content-security-policy": "script-src 'none'" }),
  ],
  "has it blocked by an extension": [
    "snippet-silent",
    (page) => page.route(script, (route) => route.abort("blockedbyclient")),
  ],
  "has it sent as a web page": [
    "snippet-refused",
    answer(script, { contentType: "text/html", headers: { "x-content-type-options": "nosniff" }, body: "" }),
  ],
  "has an older copy": [
    "other-version",
    (page) =>
      page.route(script, async (route) => {
        const response = await route.fetch()
        await route.fulfill({ response, body: (await response.text()).replace(/0\.1\.0/g, "0.0.9") })
      }),
  ],
  "has only its first file": ["more-missing", answer(/\/cuelight-more\.js/, { status: 404 })],
  "delivers to a closed door": [
    "collector-refused",
    async (page, shop) => {
      await answer(/\/v1\/batch/, { status: 403 })(page)
      await rewrite("data-site", (at) => `data-endpoint="${at}/v1/batch" data-site`)(page, shop)
    },
  ],
  "has no map": ["map-unreachable", answer(map, { status: 404 })],
  "has a web page for a map": ["map-is-page", answer(map, { body: "<!doctype html><h1>Log in</h1>" })],
  "has a map that is too large": ["map-too-large", answer(map, { body: `# ${"x".repeat(1024 * 1024)}` })],
  "has a map that another domain keeps": [
    "map-not-shared",
    rewrite('data-map="', (at) => `data-map="${at.replace("127.0.0.1", "localhost")}`),
  ],
}

test("the health light of each tab says why its page does not record or deliver, and we do in its place", async ({
  context,
  shop,
}) => {
  const open = Object.values(causes).map(async ([code, hinder]) => {
    const page = await context.newPage()
    await hinder(page, shop.url)
    await page.goto(`${shop.url}/account`)
    const overlay = await overlayFrame(page)
    await expect(cue(overlay, "health", code).first(), code).toBeAttached()
    await expect(cue(overlay, "event", "page_view").first()).toBeAttached()
    return { overlay, code }
  })
  // All at once: what is wrong in one tab is not said in another.
  for (const { overlay, code } of await Promise.all(open)) {
    const troubles = await overlay.locator(".cue-trouble[data-cue=health]").evaluateAll((found) => {
      return found.map((each) => (each as HTMLElement).dataset.cueId)
    })
    expect(troubles, code).toEqual(code === "snippet" ? [] : [code])
  }
})

test("the light follows what the visitor answers to the question of consent", async ({ page, shop }) => {
  await rewrite("data-site", () => 'data-consent="pending" data-site')(page, shop.url)
  await page.goto(`${shop.url}/account`)
  const overlay = await overlayFrame(page)
  await expect(cue(overlay, "health", "consent-pending").first()).toBeAttached()
  const answer = (analytics: boolean) =>
    page.evaluate((given) => {
      const { cuelight } = window as unknown as { cuelight: { consent(choices: object): void } }
      cuelight.consent({ analytics: given })
    }, analytics)
  await answer(false)
  await expect(cue(overlay, "health", "consent-refused").first()).toBeAttached()
  await answer(true)
  await expect(cue(overlay, "health", "snippet").first()).toBeAttached()
})
