import type { Page } from "playwright"
import { describe, expect, test } from "vitest"
import { buildBundle } from "../build-bundle"
import { openSite, tag } from "./open-site"
import { startBrowser } from "./start-browser"

const { openTab } = startBrowser()

/** A bridge that keeps what it hears; it lives in the page's world here, which the tap cannot tell. */
const bridge = `
  window.heard = []
  document.addEventListener("cuelight:tap", (event) => {
    event.stopImmediatePropagation()
    event.preventDefault()
    if (window.port) return event.ports[0].postMessage({ type: "stop" })
    window.port = event.ports[0]
    port.onmessage = ({ data }) => heard.push(data)
  })
  document.dispatchEvent(new Event("cuelight:bridge"))`

async function open(script: string, { bridgeFirst = false, tapLater = false, body = "" } = {}) {
  const site = await openSite({
    "/": `<!doctype html><title>Shop</title><script>${script}</script><body>${body}`,
  })
  const { page, errors } = await openTab()
  const tap = await buildBundle("tap")
  if (bridgeFirst) await page.addInitScript(bridge)
  if (!tapLater) await page.addInitScript(tap)
  await page.goto(site.origin)
  if (!bridgeFirst) await page.evaluate(bridge)
  return { page, errors, site, tap }
}

const pushes = (page: Page): Promise<unknown[]> =>
  page.evaluate("heard.filter(({ type }) => type === 'push').map(({ value }) => value)")
const hears = (page: Page, what: string) => page.waitForFunction(`heard.some((message) => ${what})`)

describe("the line to the bridge", () => {
  test.each([true, false])(
    "stands whichever is there first (bridge first: %s), and nothing is lost",
    async (bridgeFirst) => {
      const { page } = await open(
        `window.dataLayer = [{ event: "early" }]; dataLayer.push({ event: "inline" })`,
        { bridgeFirst },
      )
      await page.evaluate(`dataLayer.push({ event: "late" })`)
      await hears(page, `message.value?.event === "late"`)
      expect(await pushes(page)).toEqual([{ event: "early" }, { event: "inline" }, { event: "late" }])
    },
  )

  test("a second tap is told to stop, and the first goes on", async () => {
    const { page, tap } = await open("window.dataLayer = []", { bridgeFirst: true })
    await page.evaluate(tap)
    await page.evaluate(`dataLayer.push({ event: "once" })`)
    await hears(page, `message.value?.event === "once"`)
    expect(await pushes(page)).toEqual([{ event: "once" }])
  })

  test("a page that pretends to be a bridge does not end it", async () => {
    const { page } = await open("window.dataLayer = []", { bridgeFirst: true })
    await page.evaluate(
      `document.dispatchEvent(new Event("cuelight:bridge")); dataLayer.push({ event: "still" })`,
    )
    await hears(page, `message.value?.event === "still"`)
  })

  test("told to stop, it gives the data layer its own push back", async () => {
    const { page } = await open("window.dataLayer = []", { bridgeFirst: true })
    await page.waitForFunction("Object.hasOwn(dataLayer, 'push')")
    await page.evaluate(`port.postMessage({ type: "stop" })`)
    await page.waitForFunction("!Object.hasOwn(dataLayer, 'push')")
    expect(await page.evaluate(`dataLayer.push({ event: "after" })`)).toBe(1)
  })
})

describe("a page that goes, or throws, in the task that evaluates the tap", () => {
  async function inOneTask(happening: string) {
    const { page, tap } = await open(`window.dataLayer = [{ event: "early" }]`, {
      bridgeFirst: true,
      tapLater: true,
    })
    const left = await page.evaluate(`(() => {
      const left = []
      document.addEventListener("cuelight:left", ({ detail }) => left.push(detail.value))
      ${tap}
      ;dataLayer.push({ event: "last" })
      ${happening}
      return left
    })()`)
    return { page, left }
  }

  test.each(["pagehide", "beforeunload"])("loses none of its pushes (%s)", async (type) => {
    const { left } = await inOneTask(`dispatchEvent(new Event("${type}"))`)
    expect(left).toEqual([{ event: "early" }, { event: "last" }])
  })

  test("tells the error, after what was pushed before it", async () => {
    const { page } = await inOneTask(
      `dispatchEvent(new ErrorEvent("error", { error: new TypeError("x is no function"), message: "x" }))`,
    )
    await hears(page, `message.value?.[0] === "cuelight:error"`)
    const error = expect.objectContaining({ name: "TypeError", words: "x is no function" })
    expect(await pushes(page)).toEqual([{ event: "early" }, { event: "last" }, ["cuelight:error", error]])
  })
})

describe("a data layer", () => {
  test("gets what its own push returns and throws", async () => {
    const { page } = await open(`
      window.dataLayer = []; window.own = new RangeError("boom"); window.self = []
      dataLayer.push = function (entry) { self.push(this === dataLayer); if (entry.event === "boom") throw own; return "mine" }`)
    expect(
      await page.evaluate(
        `[dataLayer.push({ event: "a" }), (() => { try { dataLayer.push({ event: "boom" }) } catch (error) { return error === own } })(), self.every(Boolean)]`,
      ),
    ).toEqual(["mine", true, true])
    await hears(page, `message.type === "problem" && message.code === "data-layer-broken"`)
  })

  test("that replaces itself is followed", async () => {
    const { page } = await open("window.dataLayer = []")
    await page.evaluate(`window.dataLayer = [{ event: "new" }]`)
    await hears(page, `message.value?.event === "new"`)
  })

  test("of hostile values is copied as bounded plain data", async () => {
    const { page, errors } = await open(`
      const circle = { event: "circle" }; circle.itself = circle
      window.dataLayer = [circle, { event: "node", element: document.documentElement, run() {} }, { event: "huge", text: "x".repeat(1e6), list: Array(1e5).fill({}) }]
      let deep = {}; for (let n = 0; n < 5000; n++) deep = { deep }; dataLayer.push({ event: "deep", deep })
      dataLayer.push(new Proxy({}, { get() { throw 1 }, ownKeys() { throw 2 }, has() { throw 3 } })); dataLayer.push({ event: "end" })`)
    await hears(page, `message.value?.event === "end"`)
    const heard = await pushes(page)
    expect(heard.slice(0, 2)).toEqual([{ event: "circle" }, { event: "node" }])
    for (const push of heard) expect(JSON.stringify(push).length).toBeLessThan(80_000)
    expect(errors).toEqual([])
  })

  test("that is frozen harms nothing", async () => {
    const { page, errors } = await open(`window.dataLayer = Object.freeze([{ event: "ice" }])`)
    await hears(page, `message.value?.event === "ice"`)
    expect(errors).toEqual([])
  })
})

describe("the page's own snippet", () => {
  test("is found with its map, its history and its live events", async () => {
    const { page, site } = await open("", { body: tag(`data-site="shop" data-map="/map.yaml"`) })
    await hears(page, `message.type === "history"`)
    await page.evaluate(`cuelight.track("live", { n: 1 })`)
    await hears(page, `message.type === "event" && message.event.name === "live"`)
    const about = await page.evaluate("heard.find(({ type }) => type === 'snippet')")
    expect(about).toEqual({
      type: "snippet",
      version: expect.any(String),
      map: `${site.origin}/map.yaml`,
      consent: "granted",
    })
  })

  test("says again what it is when the visitor refuses, which is told as no event", async () => {
    const { page } = await open("", { body: tag("") })
    await hears(page, `message.type === "snippet" && message.consent === "granted"`)
    await page.evaluate("cuelight.consent({ analytics: false })")
    await hears(page, `message.type === "snippet" && message.consent === "denied"`)
  })

  test("is not taken for there while it is only the stub, nor from an element of that name", async () => {
    const { page } = await open(`window.dataLayer = []; window.cuelight = { q: [] }`, {
      body: `<i id="cuelight"></i>`,
    })
    await page.evaluate(`dataLayer.push({ event: "end" })`)
    await hears(page, `message.value?.event === "end"`)
    expect(await page.evaluate("heard.filter(({ type }) => type !== 'push')")).toEqual([])
  })

  test("that lies costs nothing", async () => {
    const { page, errors } = await open(
      `window.dataLayer = []; window.cuelight = { version: "9", get map() { throw new Error("no") }, history: () => 7, problems: () => null, on: () => null }`,
    )
    await page.evaluate(`dataLayer.push({ event: "end" })`)
    await hears(page, `message.value?.event === "end"`)
    expect(errors).toEqual([])
  })
})

test("leaves no global and no built-in changed", async () => {
  const { page, site } = await open("")
  const names = "Object.getOwnPropertyNames(window).sort()"
  const { page: bare } = await openTab()
  await bare.goto(site.origin)
  const added = ["heard", "port"]
  const own: string[] = await page.evaluate(names)
  expect(own.filter((name) => !added.includes(name))).toEqual(await bare.evaluate(names))
  expect(
    await page.evaluate(
      "[Array.prototype.push, fetch, history.pushState].every((one) => /native code/.test(one))",
    ),
  ).toBe(true)
})
