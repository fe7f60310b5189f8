import type { BrowserContext, Page } from "playwright"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { launchChromium } from "../../browser/chromium"
import { count, openSite, openTab, readHistory, tag, waitForEvents } from "./open-site"

let context: BrowserContext
beforeAll(async () => {
  context = await launchChromium()
})
afterAll(() => context.close())

const shell = (body: string, head = tag()) =>
  `<!doctype html><html lang="en"><title>Shop</title>${head}<body>${body}`

async function visit(pages: Parameters<typeof openSite>[0], path = "/") {
  const site = await openSite(pages)
  const tab = await openTab(context)
  await tab.page.goto(site.origin + path)
  return { site, ...tab }
}

const problemsOf = (page: Page): Promise<{ code: string; detail: string }[]> =>
  page.evaluate("cuelight.problems()")
const ready = (page: Page) => page.waitForFunction("window.cuelight?.version")

describe("delivery", () => {
  const send = `data-site="shop" data-endpoint="/v1/batch"`

  test("speaks Segment's language, without a preflight", async () => {
    const { page, site } = await visit({ "/": shell("", tag(send)) }, "/?utm_source=news")
    await ready(page)
    await page.evaluate(
      `cuelight.identify("u-1", { plan: "pro" }); cuelight.track("Bought a thing", { n: 1 }); cuelight.flush()`,
    )
    await expect.poll(() => site.batches.flatMap(({ batch }) => batch).length).toBe(3)
    const { batch, writeKey } = site.batches[0]!
    expect(writeKey).toBe("shop")
    expect(batch).toMatchObject([
      { type: "page", properties: { path: "/", title: "Shop" }, context: { campaign: { source: "news" } } },
      { type: "identify", userId: "u-1", traits: { plan: "pro" } },
      {
        type: "track",
        event: "Bought a thing",
        properties: { n: 1 },
        userId: "u-1",
        anonymousId: expect.any(String),
        messageId: expect.any(String),
      },
    ])
    expect(site.headers.map(({ method }) => method)).toEqual(["POST"])
    expect(site.headers[0]!["content-type"]).toMatch(/^text\/plain/)
  })

  test("keeps what the collector did not take, and brings it on the next visit, once", async () => {
    const { page, site } = await visit({ "/": shell("", tag(send)) })
    site.answer = 503
    await ready(page)
    await page.evaluate(`cuelight.track("kept")`)
    await page.evaluate("cuelight.flush()")
    expect(await problemsOf(page)).toEqual(
      expect.arrayContaining([{ code: "endpoint-refused", detail: "HTTP 503" }]),
    )
    site.answer = 200
    await page.reload()
    const kept = () => site.batches.flatMap(({ batch }) => batch).filter(({ event }) => event === "kept")
    await expect.poll(() => new Set(kept().map(({ messageId }) => messageId)).size).toBe(1)
    await waitForEvents(page, (all) => count(all, "page_view") === 2)
    // Acknowledged, and known to be.
    await page.evaluate("cuelight.flush()")
    const before = site.batches.length
    await page.reload()
    await waitForEvents(page, (all) => count(all, "page_view") === 3)
    await page.evaluate("cuelight.flush()")
    const later = site.batches.slice(before).flatMap(({ batch }) => batch)
    expect(later.map(({ type, event }) => event ?? type)).toEqual(["page"])
    expect(count(await readHistory(page), "kept")).toBe(1)
  })

  test("loses nothing of a page that leaves in the same task", async () => {
    const { page, site } = await visit({ "/": shell("", tag(send)), "/next": shell("", tag(send)) })
    await ready(page)
    await page.evaluate(`for (let n = 0; n < 10; n++) cuelight.track("last", { n }); location.href = "/next"`)
    await page.waitForURL("**/next")
    const events = await waitForEvents(page, (all) => count(all, "page_view") === 2)
    expect(count(events, "last")).toBe(10)
    await page.evaluate("cuelight.flush()")
    const arrived = site.batches.flatMap(({ batch }) => batch).filter(({ event }) => event === "last")
    expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(10)
  })
})
