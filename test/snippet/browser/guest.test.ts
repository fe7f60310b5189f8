import type { BrowserContext, Page } from "playwright"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { stub } from "../../../snippet/stub"
import { launchChromium } from "../../browser/chromium"
import { count, openSite, openTab, readHistory, tag, waitForEvents } from "./open-site"

let context: BrowserContext
beforeAll(async () => {
  context = await launchChromium()
})
afterAll(() => context.close())

const stubTag = `<script>${stub}</script>`

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

describe("calls before the file has loaded", () => {
  test("are made in order, at their own time, and none is lost", async () => {
    const early = `<script>
      window.seen = []; window.kept = cuelight
      const off = cuelight.on("event", ({ name }) => seen.push(name))
      cuelight.identify("u-7", { plan: "pro" }); for (let n = 0; n < 50; n++) cuelight.track("step", { n }); cuelight.page({ section: "a" })
      window.made = Date.now(); window.flushed = cuelight.flush().then(() => "yes"); window.dropped = cuelight.on("event", () => seen.push("never")); dropped()
    </script>`
    const { page } = await visit({ "/": shell("", stubTag + early) })
    await page.evaluate("new Promise((done) => setTimeout(done, 50))")
    await page.evaluate(
      `document.head.append(Object.assign(document.createElement("script"), { src: "/cuelight.js" }))`,
    )
    await ready(page)
    expect(await page.evaluate("flushed")).toBe("yes")
    const events = await readHistory(page)
    const steps = events.filter(({ name }) => name === "step")
    expect(steps.map(({ props }) => props.n)).toEqual(Array.from({ length: 50 }, (_, n) => n))
    expect(steps.every(({ user }) => user === "u-7")).toBe(true)
    expect(steps[0]!.at).toBeLessThanOrEqual(await page.evaluate("made"))
    expect(events.find(({ name }) => name === "identify")?.props).toEqual({ plan: "pro" })
    const seen: string[] = await page.evaluate("seen")
    expect(seen.slice(0, 2)).toEqual(["identify", "step"])
    expect(seen).not.toContain("never")
    // The stub that a page kept in a variable is the same object.
    expect(await page.evaluate("kept === cuelight && typeof kept.history")).toBe("function")
  })
})

describe("a second copy", () => {
  test("records nothing twice, and the first says so", async () => {
    const { page, errors } = await visit({ "/": shell("", tag() + tag(`data-site="other"`)) })
    await waitForEvents(page, (all) => count(all, "page_view") > 0)
    await expect
      .poll(() => problemsOf(page))
      .toEqual([{ code: "second-copy", detail: expect.stringContaining("/cuelight.js") }])
    await page.evaluate(`history.pushState(null, "", "/next")`)
    expect(count(await readHistory(page), "page_view")).toBe(2)
    expect(errors).toEqual([])
  })
})

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
    const other = await openTab(context)
    await other.page.goto(site.origin)
    const events = await waitForEvents(other.page, (all) => count(all, "page_view") === 2)
    expect(new Set(events.map(({ person, session }) => person + session)).size).toBe(1)
  })
})

describe("a hard place", () => {
  test("strict CSP with Trusted Types is not even reported", async () => {
    const policy =
      "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
    const { page, errors } = await visit({
      "/": {
        body: shell("<h1>Vase</h1>", tag(`data-endpoint="/v1/batch"`)),
        headers: { "content-security-policy": policy },
      },
    })
    const violations: string[] = []
    page.on("console", (message) => violations.push(message.text()))
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
    await page.reload()
    await waitForEvents(page, (all) => count(all, "page_view") === 2)
    await readHistory(page)
    expect(violations.filter((text) => /policy|trusted/i.test(text))).toEqual([])
    expect(errors).toEqual([])
    expect(await problemsOf(page)).toEqual([])
  })

  test("a sandboxed frame has a memory only, and says so", async () => {
    const { page, errors } = await visit({
      "/": `<!doctype html><iframe sandbox="allow-scripts" src="/inner"></iframe>`,
      "/inner": shell("", tag(`data-endpoint="/v1/batch"`)),
    })
    const frame = page.frames()[1]!
    await frame.waitForFunction("window.cuelight?.version")
    const events: { name: string }[] = await frame.evaluate("cuelight.flush().then(() => cuelight.history())")
    expect(events.map(({ name }) => name)).toEqual(["page_view"])
    expect(await frame.evaluate("cuelight.problems().map(({ code }) => code)")).toContain(
      "journal-unreadable",
    )
    expect(errors).toEqual([])
  })

  test("an unreadable journal costs the storage, not the events", async () => {
    const broken = `<script>IDBFactory.prototype.open = () => { throw new DOMException("No", "SecurityError") }; Object.defineProperty(window, "localStorage", { get() { throw new Error("No") } })</script>`
    const { page, errors } = await visit({ "/": shell("", broken + tag()) })
    await ready(page)
    await page.evaluate(`cuelight.track("a")`)
    expect((await readHistory(page)).map(({ name }) => name).sort()).toEqual(["a", "page_view"])
    expect((await problemsOf(page)).map(({ code }) => code)).toEqual(["journal-unreadable"])
    expect(errors).toEqual([])
  })

  test("a page that extends natives as Prototype.js does still sends JSON", async () => {
    const prototype = `<script>
      Array.prototype.toJSON = function () { return "[broken]" }; Object.prototype.toJSON = function () { return "{broken}" }
      Object.prototype.each = function () {}; Array.prototype.each = function () {}; String.prototype.toJSON = function () { return '"' + this + '"' }
      Array.from = (list) => [].concat.apply([], list)</script>`
    const { page, site, errors } = await visit({
      "/": shell("", prototype + tag(`data-endpoint="/v1/batch"`)),
    })
    await ready(page)
    await page.evaluate(`cuelight.track("a", { list: [1, { deep: "x" }] })`)
    await page.evaluate("cuelight.flush()")
    const sent = site.batches.flatMap(({ batch }) => batch)
    expect(sent.find(({ event }) => event === "a")?.properties).toEqual({ list: [1, { deep: "x" }] })
    expect(errors).toEqual([])
  })

  test("a script before the body, and fields that hide their form's own properties", async () => {
    const fields = ["elements", "id", "getAttribute", "closest", "querySelector"].map(
      (name) => `<input name="${name}">`,
    )
    const { page, errors } = await visit({
      "/": `<!doctype html><script src="/cuelight.js"></script><body><form onsubmit="return false">${fields.join("")}<button>Send</button></form>`,
    })
    await page.evaluate(`
      document.querySelector("input").dispatchEvent(new Event("input", { bubbles: true }))
      HTMLFormElement.prototype.requestSubmit.call(document.querySelector("form"))`)
    const events = await readHistory(page)
    expect(count(events, "page_view")).toBe(1)
    expect(errors).toEqual([])
  })

  test("an element called cuelight is not mistaken for the snippet", async () => {
    const { page } = await visit({ "/": `<!doctype html><div id="cuelight"></div>${tag()}` })
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
  })

  test("a listener that throws is its page's own error, and the others hear", async () => {
    const { page, errors } = await visit({ "/": shell("") })
    await ready(page)
    await page.evaluate(
      `window.heard = []; cuelight.on("event", () => { throw new Error("mine") }); cuelight.on("event", ({ name }) => heard.push(name)); cuelight.track("a")`,
    )
    expect(await page.evaluate("heard")).toContain("a")
    await expect.poll(() => errors.join()).toContain("mine")
  })

  test("leaves one global", async () => {
    const names = "Object.getOwnPropertyNames(window)"
    const { page } = await visit({
      "/": `<!doctype html><script>window.before = ${names}</script><script src="/cuelight.js"></script>`,
    })
    const added: string[] = await page.evaluate(
      `${names}.filter((name) => !before.includes(name) && name !== "before")`,
    )
    expect(added).toEqual(["cuelight"])
  })
})

describe("broken markup", () => {
  test("is reported where the person can see it, and the rest is kept", async () => {
    const good = `<script type="application/ld+json">{"@type":"Product","name":"Vase","offers":{"price":"39","priceCurrency":"EUR"}}</script>`
    const { page } = await visit({
      "/": shell(`<h1>Vase</h1><script type="application/ld+json">{"@type":"Product" oops</script>${good}`),
    })
    await waitForEvents(page, (all) => count(all, "view_item") === 1)
    expect((await problemsOf(page)).map(({ code }) => code)).toEqual(["markup-broken"])
  })
})

describe("a data layer", () => {
  const follow = (script: string) => visit({ "/": shell("", `<script>${script}</script>${tag()}`) })

  test("that throws gets its own error back, and its other events are kept", async () => {
    const { page } = await follow(`
      window.dataLayer = []; dataLayer.push = function (...all) { if (all[0].event === "boom") throw window.own = new RangeError("boom"); return Array.prototype.push.apply(this, all) }`)
    await ready(page)
    const same = await page.evaluate(
      `(() => { try { dataLayer.push({ event: "boom" }) } catch (error) { return error === own } })()`,
    )
    expect(same).toBe(true)
    await page.evaluate(`dataLayer.push({ event: "purchase", ecommerce: { transaction_id: "T-1" } })`)
    expect(count(await readHistory(page), "purchase")).toBe(1)
    expect((await problemsOf(page)).map(({ code }) => code)).toEqual(["data-layer-broken"])
  })

  test("that is replaced, or whose push is, is followed on", async () => {
    const { page } = await follow(`window.dataLayer = [{ event: "login" }]`)
    await waitForEvents(page, (all) => count(all, "login") === 1)
    await page.evaluate(`window.dataLayer = [{ event: "sign_up" }]`)
    await waitForEvents(page, (all) => count(all, "sign_up") === 1)
    await page.evaluate(
      `dataLayer.push = (entry) => Array.prototype.push.call(dataLayer, entry); dataLayer.push({ event: "share" })`,
    )
    await waitForEvents(page, (all) => count(all, "share") === 1)
    await page.evaluate(
      `{ const inner = dataLayer.push; dataLayer.push = (entry) => inner(entry); dataLayer.push({ event: "generate_lead" }) }`,
    )
    const events = await waitForEvents(page, (all) => count(all, "generate_lead") === 1)
    expect(["login", "sign_up", "share"].map((name) => count(events, name))).toEqual([1, 1, 1])
  })

  test("with circles, traps and huge values harms nothing", async () => {
    const { page, errors } = await follow(`
      const circle = { event: "view_cart" }; circle.itself = circle
      window.dataLayer = [circle, { event: "login", get trap() { throw new Error("trap") } }, { event: "share", big: "x".repeat(5e6) }, new Proxy({}, { ownKeys() { throw new Error("proxy") } }), document, null, 7]
      dataLayer.push({ event: "sign_up" })`)
    const events = await waitForEvents(page, (all) => count(all, "sign_up") === 1)
    expect(["view_cart", "login", "share"].map((name) => count(events, name))).toEqual([1, 1, 1])
    expect(errors).toEqual([])
    expect((await problemsOf(page)).map(({ code }) => code)).toContain("data-layer-broken")
  })

  test("of another name is found by its tag manager's address", async () => {
    const { page } = await follow(
      `window.shopLayer = [{ event: "login" }]; document.write('<script async src="/gtm.js?id=GTM-1&l=shopLayer"></' + 'script>')`,
    )
    await waitForEvents(page, (all) => count(all, "login") === 1)
  })
})

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
