import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { stub } from "../../../snippet/stub"
import { buildBundle } from "../build-bundle"
import { count, readHistory, tag, waitForEvents } from "./open-site"
import { problemsOf, ready, shell, startBrowser } from "./start-browser"

const { visit } = startBrowser()

const stubTag = `<script>${stub}</script>`

describe("calls before the file has loaded", () => {
  test("are made in order, at their own time, and none is lost", async () => {
    const early = `<script>
      window.seen = []; window.kept = cuelight
      const off = cuelight.on("event", ({ name }) => seen.push(name))
      cuelight.identify("u-7", { plan: "pro" }); for (let n = 0; n < 50; n++) cuelight.track("step", { n }); cuelight.page({ section: "a" })
      window.made = Date.now(); window.flushed = cuelight.flush().then(() => "yes"); window.dropped = cuelight.on("event", () => seen.push("never")); dropped()
    </script>`
    const { page } = await visit({ "/": shell("", stubTag + early) })
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
    await expect.poll(() => page.evaluate("heard")).toContain("a")
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

describe("the second file", () => {
  const map = `touchpoints:
  - event: add_to_cart
    on: click
    selector: "[data-buy]"
    props: { item_id: "@data-buy", price: { text: .price, as: number } }
  - { event: banner_seen, on: visible, selector: "#banner" }
  - { event: asked, on: submit, selector: form }
  - { event: read, on: url, url: "*/vases*" }
  - { event: quoted, on: request, url: "*/api/quote*" }
  - { event: rated, on: dom-event, name: shop:rated, props: { stars: { path: stars } } }
  - { event: wished, on: data-layer, name: wish, props: { what: { path: what } } }
  - { event: broken, on: click, selector: "a[" }
stages: []`
  const body = `<h1>Vases</h1><p class="price">1.299,00 €</p><p id="banner">Look</p><button type="button" data-buy="KL-1">Go</button><form onsubmit="return false"><button>Ask</button></form>`

  test("follows the site rules of the map that the tag names, all seven kinds, also for what came before it", async () => {
    const { page, errors } = await visit(
      {
        "/vases": shell(
          body,
          `<script>dataLayer = [{ event: "wish", what: "vase" }]</script>${tag(`data-map="/map.yaml"`)}`,
        ),
        "/map.yaml": map,
      },
      "/vases",
    )
    await waitForEvents(page, (all) => count(all, "banner_seen") === 1)
    await page.evaluate(
      `fetch("/api/quote").catch(() => 0); document.dispatchEvent(new CustomEvent("shop:rated", { detail: { stars: 5 } }))`,
    )
    await page.click("[data-buy]")
    await page.click("form button")
    await waitForEvents(page, (all) => count(all, "quoted") === 1)
    const events = (await readHistory(page)).filter(({ source }) => source === "site-rule")
    const propsOf = (name: string) => events.find((event) => event.name === name)?.props
    expect(events.map(({ name }) => name).sort()).toEqual([
      "add_to_cart",
      "asked",
      "banner_seen",
      "quoted",
      "rated",
      "read",
      "wished",
    ])
    expect(propsOf("add_to_cart")).toMatchObject({ item_id: "KL-1", price: 1299 })
    expect([propsOf("rated"), propsOf("wished")]).toEqual([{ stars: 5 }, { what: "vase" }])
    expect((await problemsOf(page)).map(({ code }) => code)).toEqual(["rule-broken"])
    expect(errors).toEqual([])
  })

  test("that does not come, or is of another build, is reported; a later page that has it tells what is common of the first, once", async () => {
    const vase = `<script type="application/ld+json">{"@type":"Product","name":"Vase","sku":"KL-1","offers":{"price":"39","priceCurrency":"EUR"}}</script>`
    const { page, errors, site } = await visit({
      "/": shell(
        `<h1>Vase</h1>${vase}<button type="button">В корзину</button><form id="lead" onsubmit="return false"><input name="a"><button>Send</button></form>`,
        `<script>dataLayer = [{ event: "purchase", ecommerce: { transaction_id: "T-1", value: 39, currency: "EUR" } }]</script>${tag()}`,
      ),
      "/cuelight-more.js": { body: "no script", headers: { "content-type": "text/html" } },
      "/next": shell("", tag(`data-more="/files/more.js"`)),
      "/files/more.js": { body: await buildBundle("more"), headers: { "content-type": "text/javascript" } },
    })
    await page.waitForFunction("window.cuelight?.problems?.().length > 0")
    await page.fill("[name=a]", "planted secret")
    await page.click("text=Send")
    await page.click("text=В корзину")
    await page.evaluate(
      `cuelight.identify("u-1"); cuelight.q.push(["more", ["other", () => { throw new Error("never") }]])`,
    )
    // What needs nobody to read it is there.
    const first = await readHistory(page)
    expect(first.map(({ name }) => name).sort()).toEqual(["identify", "page_view"])
    expect((await problemsOf(page)).map(({ code }) => code)).toEqual(["more-missing", "call-refused"])
    const address = page.url()
    for (let times = 0; times < 2; times++) {
      await page.goto(`${site.origin}/next`)
      const all = await waitForEvents(page, (each) => count(each, "page_view") === 2 + times)
      const events = all.filter((event) => event.page?.url === address)
      expect(events.map(({ name }) => name).sort()).toEqual([
        "add_to_cart",
        "form_start",
        "form_submit",
        "identify",
        "page_view",
        "purchase",
        "view_item",
      ])
      const find = (name: string) => events.find((event) => event.name === name)
      expect(find("add_to_cart")).toMatchObject({
        source: "button",
        gesture: { type: "click", target: "button" },
      })
      expect(find("form_submit")?.props).toMatchObject({ form_id: "lead", fields: ["a"] })
      expect(find("view_item")).toMatchObject({
        source: "json-ld",
        props: { value: 39, currency: "EUR", items: [{ item_id: "KL-1", item_name: "Vase" }] },
      })
      expect(find("purchase")).toMatchObject({
        source: "data-layer",
        props: { transaction_id: "T-1", value: 39 },
      })
      expect(first.map(({ id }) => id).sort()).toEqual(
        ["identify", "page_view"].map((name) => find(name)!.id).sort(),
      )
      expect(JSON.stringify(all)).not.toContain("planted")
    }
    expect(errors).toEqual([])
  })

  test("comes from another host with the tag's own nonce and hash, or not at all", async () => {
    const more = await buildBundle("more")
    const hash = createHash("sha384").update(more).digest("base64")
    const { page, errors, site } = await visit(
      {
        "/": {
          body: shell("", tag(`nonce="abc" data-more="/files/more.js" data-more-integrity="sha384-${hash}"`)),
          headers: { "content-security-policy": "script-src 'nonce-abc'" },
        },
        "/wrong": shell(
          "",
          tag(`data-more="/files/more.js" data-more-integrity="sha384-AAAA${hash.slice(4)}"`),
        ),
        "/off": shell("", tag(`data-more="off"`)),
        "/files/more.js": { body: more, headers: { "content-type": "text/javascript" } },
      },
      "/?q=vase",
    )
    await waitForEvents(page, (all) => count(all, "search") === 1)
    expect(await problemsOf(page)).toEqual([])
    await page.goto(`${site.origin}/wrong?q=bowl`)
    await expect.poll(async () => (await problemsOf(page)).map(({ code }) => code)).toEqual(["more-missing"])
    await page.goto(`${site.origin}/off`)
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
    expect(await problemsOf(page)).toEqual([])
    // What is told of earlier pages comes with the second file.
    await page.goto(site.origin)
    await waitForEvents(page, (all) => count(all, "page_view") === 4)
    expect(errors).toEqual([])
  })
})

test("one session over sub-domains, by a cookie of the domain that may be registered", async () => {
  const { page, site } = await visit({ "/": shell("") })
  const { port } = new URL(site.origin)
  const seen: string[] = []
  for (const host of ["www.shop.localhost", "pay.shop.localhost"]) {
    await page.goto(`http://${host}:${port}/`)
    const events = await waitForEvents(page, (all) => count(all, "page_view") === 1)
    seen.push(events[0]!.person + events[0]!.session)
  }
  expect(seen[0]).toBe(seen[1])
  const cookies = (await page.context().cookies()).filter(({ name }) => name === "cuelight")
  expect(cookies.map(({ domain, sameSite }) => [domain, sameSite])).toEqual([[".shop.localhost", "Lax"]])
  await page.evaluate("cuelight.forget()")
  expect((await page.context().cookies()).filter(({ name }) => name === "cuelight")).toEqual([])
})

test("taken out of the page again, it throws nothing and goes on", async () => {
  const { page, errors } = await visit({ "/": shell("") })
  await ready(page)
  await page.evaluate(
    `document.querySelectorAll("script").forEach((script) => script.remove()); const kept = cuelight; delete window.cuelight; kept.track("still"); window.cuelight = kept`,
  )
  expect(count(await readHistory(page), "still")).toBe(1)
  expect(errors).toEqual([])
})
