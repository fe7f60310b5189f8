import { describe, expect, test } from "vitest"
import { count, readHistory, tag, waitForEvents } from "./open-site"
import { problemsOf, ready, shell, startBrowser } from "./start-browser"

const { visit } = startBrowser()

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
