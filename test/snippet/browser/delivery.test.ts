import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { count, readHistory, type Site, tag, waitForEvents } from "./open-site"
import { problemsOf, ready, shell, startBrowser } from "./start-browser"

const { openTab, visit } = startBrowser()

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

  const sentBy = (site: Site) => site.batches.flatMap(({ batch }) => batch)
  const named = (site: Site, name: string) => sentBy(site).filter(({ event }) => event === name)

  test("splits what is too large for the collector, and gives up only what is too large by itself", async () => {
    const { page, site } = await visit({ "/": shell("", tag(send)) })
    await ready(page)
    await page.evaluate("cuelight.flush()")
    site.mostCharacters = 5_000
    await page.evaluate(
      `for (let n = 0; n < 10; n++) cuelight.track("part", { n, text: "x".repeat(500) }); cuelight.track("huge", { text: "x".repeat(9000) })`,
    )
    await page.evaluate("cuelight.flush()")
    expect(named(site, "part").map(({ properties }) => (properties as { n: number }).n)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ])
    expect(named(site, "huge")).toEqual([])
    site.mostCharacters = Number.POSITIVE_INFINITY
    await page.reload()
    await waitForEvents(page, (all) => count(all, "page_view") === 2)
    await page.evaluate("cuelight.flush()")
    expect(named(site, "huge")).toEqual([])
    expect((await problemsOf(page)).map(({ code }) => code)).toEqual([])
    // Known to be refused, and in the history all the same.
    expect(count(await readHistory(page), "huge")).toBe(1)
  })

  test("waits as long as the collector asks, and not while there is no network", async () => {
    const { page, site } = await visit({ "/": shell("", tag(send)) })
    await ready(page)
    await page.evaluate("cuelight.flush()")
    await page.clock.install()
    site.answer = 429
    site.answerHeaders = { "retry-after": "60" }
    const before = site.headers.length
    await page.evaluate(`cuelight.track("patient"); cuelight.flush()`)
    await expect.poll(() => site.headers.length).toBe(before + 1)
    await page.waitForFunction("cuelight.problems().length > 0")
    site.answer = 200
    await page.clock.fastForward(59_000)
    expect(site.headers.length).toBe(before + 1)
    await page.clock.fastForward(40_000)
    await expect.poll(() => named(site, "patient").length).toBe(1)

    await page.context().setOffline(true)
    await page.evaluate(`cuelight.track("later"); cuelight.flush()`)
    expect((await problemsOf(page)).map(({ detail }) => detail)).toEqual(["HTTP 429", "Error: HTTP 429"])
    await page.context().setOffline(false)
    await expect.poll(() => named(site, "later").length).toBe(1)
  })

  test("two tabs send each event once", async () => {
    const { page, site } = await visit({ "/": shell("", tag(send)) })
    site.answer = 503
    await ready(page)
    await page.evaluate(`for (let n = 0; n < 5; n++) cuelight.track("one", { n }); cuelight.flush()`)
    await waitForEvents(page, (all) => count(all, "one") === 5)
    const other = await openTab()
    await other.page.goto(site.origin)
    await ready(other.page)
    await other.page.evaluate(`for (let n = 0; n < 5; n++) cuelight.track("two", { n })`)
    site.answer = 200
    await Promise.all([page, other.page].map((tab) => tab.evaluate("cuelight.flush()")))
    await Promise.all([page, other.page].map((tab) => tab.evaluate("cuelight.flush()")))
    expect([named(site, "one").length, named(site, "two").length]).toEqual([5, 5])
  })

  test("what was told before the journal was open, in a page that left at once, is in it", async () => {
    const slow = `<script>IDBFactory.prototype.open = () => ({})</script>`
    const { page } = await visit({ "/": shell("", slow + tag()), "/next": shell("", tag()) })
    await ready(page)
    await page.evaluate(`cuelight.track("first"); location.href = "/next"`)
    await page.waitForURL("**/next")
    await waitForEvents(page, (all) => count(all, "first") === 1 && count(all, "page_view") === 2)
    expect(await page.evaluate(`Object.keys(localStorage)`)).toEqual(["cuelight"])
  })

  test("forwards events to a data layer in GA4's shape, once, and does not read them back", async () => {
    const { page, site } = await visit({
      "/": shell(
        "",
        `<script>dataLayer = [{ event: "login", method: "mail" }]</script>${tag(`data-forward="dataLayer" data-consent="pending"`)}`,
      ),
    })
    await ready(page)
    const item = `{ items: [{ item_id: "77", price: 39 }], currency: "EUR", value: 39 }`
    await page.evaluate(`cuelight.track("add_to_cart", ${item})`)
    expect(await page.evaluate("dataLayer.length")).toBe(1)
    await page.evaluate(`cuelight.consent({ analytics: true })`)
    const events = await readHistory(page)
    // Three, and what is said before one that has items.
    await page.waitForFunction("dataLayer.length === 5")
    const pushed: Record<string, unknown>[] = await page.evaluate("dataLayer.slice(1)")
    const { id } = events.find(({ name }) => name === "add_to_cart")!
    const at = pushed.findIndex(({ event }) => event === "add_to_cart")
    expect(pushed.slice(at - 1, at + 1)).toEqual([
      { ecommerce: null },
      {
        event: "add_to_cart",
        cuelight_id: id,
        ecommerce: { items: [{ item_id: "77", price: 39 }], currency: "EUR", value: 39 },
      },
    ])
    expect(
      pushed
        .map(({ event }) => event)
        .filter(Boolean)
        .sort(),
    ).toEqual(["add_to_cart", "consent", "page_view"])
    expect(count(events, "add_to_cart")).toBe(1)
    expect(site.batches).toEqual([])
  })

  test("says the same as Segment's own library, field by field", async () => {
    const library = readFileSync("node_modules/@segment/analytics-next/dist/umd/index.js", "utf8")
    const { page, site } = await visit(
      {
        "/segment": shell("<h1>Vase</h1>", `<script src="/segment.js"></script>`),
        "/": shell("<h1>Vase</h1>", tag(send)),
        "/segment.js": { body: library, headers: { "content-type": "text/javascript" } },
      },
      "/?utm_source=news&utm_medium=email&utm_campaign=spring",
    )
    const calls = `api.identify("u-1", { plan: "pro", seats: 3 }); api.track("Plan Chosen", { plan: "pro", list: [1, { deep: true }] })`
    await ready(page)
    await page.evaluate(`{ const api = cuelight; ${calls} }`)
    await readHistory(page)
    await page.goto(`${site.origin}/segment?utm_source=news&utm_medium=email&utm_campaign=spring`)
    await page.evaluate(`(async () => {
      const [api] = await AnalyticsNext.AnalyticsBrowser.load(
        { writeKey: "k", cdnSettings: { integrations: { "Segment.io": { apiHost: location.host + "/v1", protocol: "http" } } } },
        { disableClientPersistence: true, integrations: { "Segment.io": true } })
      await api.page(); ${calls.replaceAll("api.", "await api.")}
    })()`)
    await expect.poll(() => site.messages.length).toBe(3)
    for (const type of ["page", "identify", "track"]) {
      const theirs = site.messages.find((message) => message.type === type)!
      // What the address tells of the message that was clicked is no call.
      const ours = sentBy(site).find(
        (message) => message.type === type && message.event !== "message_clicked",
      )!
      const pick = (message: Record<string, unknown>) => {
        const {
          page: place,
          campaign,
          locale,
          timezone,
          userAgent,
          library: by,
        } = message.context as Record<string, unknown>
        const at = (value: unknown) => JSON.parse(JSON.stringify(value ?? null).replaceAll("/segment", "/"))
        return {
          type,
          event: message.event,
          userId: type === "page" ? undefined : message.userId,
          traits: type === "identify" ? message.traits : undefined,
          properties: at(message.properties),
          page: at(place),
          campaign,
          locale,
          timezone,
          userAgent,
          kinds: [
            typeof message.messageId,
            typeof message.anonymousId,
            typeof by,
            Number.isNaN(Date.parse(String(message.timestamp))),
          ],
        }
      }
      expect(pick(ours)).toEqual(pick(theirs))
    }
    expect(site.batches[0]).toEqual({
      batch: expect.any(Array),
      sentAt: expect.any(String),
      writeKey: "shop",
    })
  })
})
