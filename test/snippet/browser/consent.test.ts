import type { Page } from "playwright"
import { describe, expect, test } from "vitest"
import { count, readHistory, tag, waitForEvents } from "./open-site"
import { problemsOf, ready, shell, startBrowser } from "./start-browser"

const { openTab, visit } = startBrowser()

describe("consent", () => {
  const stores = (page: Page): Promise<unknown> =>
    page.evaluate(
      "indexedDB.databases().then((all) => [all.map(({ name }) => name), JSON.stringify(localStorage), document.cookie])",
    )

  test("while it is pending nothing is stored or sent; granted, nothing is lost", async () => {
    const { page, site } = await visit({
      "/": shell("", tag(`data-consent="pending" data-endpoint="/v1/batch"`)),
    })
    await ready(page)
    await page.evaluate(`cuelight.track("early", {})`)
    expect((await readHistory(page)).map(({ name }) => name).sort()).toEqual(["early", "page_view"])
    expect(await stores(page)).toEqual([[], "{}", ""])
    expect(site.batches).toEqual([])
    await page.evaluate(`cuelight.consent({ analytics: true, marketing: "denied", replay: "perhaps" })`)
    await readHistory(page)
    const sent = site.batches.flatMap(({ batch }) => batch.map(({ type, event }) => event ?? type))
    expect(sent.sort()).toEqual(["consent", "early", "page"])
    await page.reload()
    await waitForEvents(page, (all) => count(all, "page_view") === 2)
    const events = await readHistory(page)
    expect(events.find(({ name }) => name === "consent")?.props).toEqual({
      analytics: "granted",
      marketing: "denied",
    })
    expect(new Set(events.map(({ person }) => person)).size).toBe(1)
  })

  test("denied, what memory held is dropped, and only the refusal is remembered", async () => {
    const { page, site } = await visit({
      "/": shell("", tag(`data-consent="pending" data-endpoint="/v1/batch"`)),
    })
    await ready(page)
    await page.evaluate(
      `cuelight.track("early"); cuelight.consent({ analytics: "denied" }); cuelight.track("late")`,
    )
    expect(await readHistory(page)).toEqual([])
    const refusal = JSON.stringify({ cuelight: '{"consents":{"analytics":"denied"}}' })
    expect(await stores(page)).toEqual([[], refusal, ""])
    await page.reload()
    await ready(page)
    expect(await readHistory(page)).toEqual([])
    expect(site.batches).toEqual([])
  })

  test("denied by the tag, nothing is recorded until it is granted", async () => {
    const { page } = await visit({ "/": shell("", tag(`data-consent="denied"`)) })
    await ready(page)
    await page.evaluate(`cuelight.track("before")`)
    expect(await readHistory(page)).toEqual([])
    expect(await stores(page)).toEqual([[], "{}", ""])
    await page.evaluate(`cuelight.consent({ analytics: "granted" }); cuelight.track("after")`)
    expect((await readHistory(page)).map(({ name }) => name)).toEqual(["consent", "after"])
  })
})

describe("persons", () => {
  test("identify is an event, and another user of the browser is another person", async () => {
    const { page } = await visit({ "/": shell("") })
    await ready(page)
    await page.evaluate(
      `cuelight.track("a"); cuelight.identify("u-1"); cuelight.track("b"); cuelight.identify("u-2"); cuelight.track("c"); cuelight.reset(); cuelight.track("d"); cuelight.identify("")`,
    )
    const events = (await readHistory(page)).filter(({ name }) => name.length === 1)
    expect(events.map(({ user }) => user)).toEqual([undefined, "u-1", "u-2", undefined])
    const [a, b, c, d] = events.map(({ person }) => person)
    expect(a).toBe(b)
    expect(new Set([b, c, d]).size).toBe(3)
    expect(await problemsOf(page)).toEqual([
      { code: "call-refused", detail: expect.stringContaining("identify") },
    ])
  })

  test("two tabs are one session of one person", async () => {
    const { page, site } = await visit({ "/": shell("") })
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
    const other = await openTab()
    await other.page.goto(site.origin)
    const events = await waitForEvents(other.page, (all) => count(all, "page_view") === 2)
    expect(new Set(events.map(({ person, session }) => person + session)).size).toBe(1)
  })
})
