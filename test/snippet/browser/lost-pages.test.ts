import { expect, test } from "vitest"
import { buildBundle } from "../build-bundle"
import { openSite, readHistory, type Site, tag } from "./open-site"
import { ready, startBrowser } from "./start-browser"

const { openTab } = startBrowser()

const send = `data-endpoint="/v1/batch"`
const shell = (body: string, attributes = "") =>
  `<!doctype html><html lang="en"><title>Shop</title>${tag(attributes)}<body>${body}`
const named = (site: Site, name: string) =>
  site.batches.flatMap(({ batch }) => batch).filter(({ event }) => event === name)

test("a renderer that is killed in its first moments leaves what it has told, before the second file has come", async () => {
  const site = await openSite({ "/": shell("", send), "/empty": "<!doctype html>" })
  const watcher = await openTab()
  await watcher.page.goto(`${site.origin}/empty`)
  const { page } = await openTab()
  await page.route("**/cuelight-more.js", () => {})
  await page.goto(site.origin)
  await ready(page)
  await page.evaluate(`for (let n = 0; n < 10; n++) cuelight.track("told", { n })`)
  // What another process sees is out of the renderer's hands.
  const isWritten = () =>
    watcher.page.evaluate(`(async () => {
      if (!(await indexedDB.databases()).some(({ name }) => name === "cuelight")) return false
      const database = await new Promise((open) => { indexedDB.open("cuelight").onsuccess = ({ target }) => open(target.result) })
      const entries = await new Promise((read) => { database.transaction("events").objectStore("events").getAll().onsuccess = ({ target }) => read(target.result) })
      database.close()
      return entries.filter(({ event }) => event.name === "told").length === 10
    })()`)
  await expect.poll(isWritten).toBe(true)
  const crashed = page.waitForEvent("crash")
  void (await page.context().newCDPSession(page)).send("Page.crash").catch(() => {})
  await crashed
  expect(site.batches).toEqual([])
  await watcher.page.goto(site.origin)
  await ready(watcher.page)
  const events = await readHistory(watcher.page)
  expect(events.filter(({ name }) => name === "told").map(({ props }) => props.n)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ])
  await expect.poll(() => named(site, "told").length).toBe(10)
})

test("where other scripts have used up what a page that goes may send, nothing is lost or sent twice", async () => {
  const seen = `<script>Object.defineProperty(document, "visibilityState", { configurable: true, get: () => window.seen ?? "visible" })</script>`
  const site = await openSite({ "/": shell(seen, send) })
  const { page, errors } = await openTab()
  await page.route("**/slow", () => {})
  await page.goto(site.origin)
  await ready(page)
  await readHistory(page)
  await page.evaluate(
    `void fetch("/slow", { method: "POST", keepalive: true, body: "x".repeat(60 * 1024) }).catch(() => 0)
     for (let n = 0; n < 20; n++) cuelight.track("large", { n, text: "x".repeat(2_000) })`,
  )
  for (const state of ["hidden", "visible"])
    await page.evaluate(
      `window.seen = "${state}"; document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))`,
    )
  const numbers = () => named(site, "large").map(({ properties }) => (properties as { n: number }).n)
  await expect.poll(() => numbers().length, { timeout: 15_000 }).toBe(20)
  await readHistory(page)
  expect(numbers().sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, n) => n))
  expect(errors).toEqual([])
})

test("a page that goes in the task that evaluates the tag has been seen, and is heard as it was then", async () => {
  const site = await openSite({ "/": "<!doctype html><title>First</title>", "/next": shell("") })
  const { page, errors } = await openTab()
  await page.goto(site.origin)
  await page.evaluate(
    `const script = document.createElement("script")
     script.text = ${JSON.stringify(await buildBundle("snippet"))}
     document.head.append(script)
     const props = { n: 1 }
     cuelight.track("told", props)
     props.n = 2
     cuelight.track()
     location.href = "/next"`,
  )
  await page.waitForURL("**/next")
  await ready(page)
  const events = await readHistory(page)
  const before = events.filter(({ page }) => page?.title === "First")
  expect(before.map(({ name, props }) => [name, props.n]).sort()).toEqual([
    ["page_view", undefined],
    ["told", 1],
  ])
  expect(errors).toEqual([])
})
