import type { Page } from "playwright"
import { expect, test } from "vitest"
import { count, readHistory, type Site, tag, waitForEvents } from "./open-site"
import { ready, shell, startBrowser } from "./start-browser"

const { openTab, visit } = startBrowser()

const send = `data-endpoint="/v1/batch"`

const consentOf = (page: Page): Promise<string> => page.evaluate("cuelight.consentState")

/** Everything that the page holds in any store, and everything that has left it. */
async function everything(page: Page, site: Site): Promise<string> {
  const stored: unknown = await page.evaluate(`(async () => {
    const all = [document.cookie, { ...localStorage }, { ...sessionStorage }, await cuelight.history(), cuelight.problems()]
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((open) => { indexedDB.open(name).onsuccess = ({ target }) => open(target.result) })
      for (const store of database.objectStoreNames)
        all.push(await new Promise((read) => { database.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => read(target.result) }))
      database.close()
    }
    return all
  })()`)
  return JSON.stringify([stored, site.batches])
}

test("planted secrets are in nothing that is stored or sent, and what stands beside them is", async () => {
  const { page, site } = await visit(
    {
      "/": shell(
        `<form id="lead" onsubmit="return false"><input name="email"><input name="card"><button>Send</button></form>
         <button id="user-anna@secret.example" type="button">Add to cart</button>`,
        `<title>Order of anna@secret.example, 4111 1111 1111 1111</title><script>dataLayer = [
          { event: "login", method: "mail", user_email: "anna@secret.example", card: "4111 1111 1111 1111" },
          { event: "purchase", ecommerce: { transaction_id: "4111111111111111", value: 1, currency: "EUR" } }]</script>${tag(`${send} data-params="color"`)}`,
      ),
    },
    "/?email=anna%40secret.example&token=abc-secret&color=red&other=planted-secret&utm_source=news#/reset?key=planted-secret",
  )
  await ready(page)
  await page.fill("[name=email]", "anna@secret.example")
  await page.fill("[name=card]", "5500005555555559")
  await page.click("text=Send")
  await page.click("text=Add to cart")
  await page.evaluate(`
    cuelight.track("note", { text: "ask anna@secret.example, card 4111-1111-1111-1111", list: [{ jwt: "eyJhbGciOiJIUzI1NiJ9.e30.planted-secret" }], link: "https://a.example/?session=planted-secret", number: 4111111111111111, phone: "fine" })
    cuelight.page({ path: "/u/anna%40secret.example" })`)
  await readHistory(page)
  const all = await everything(page, site)
  expect(all).not.toMatch(
    /anna(@|%40)|secret\.example|planted-secret|abc-secret|4111[ -]1111|5500005555555559/,
  )
  // Numbers of orders stay what they are, or two orders would be one.
  expect(all).toContain(`"transaction_id":"4111111111111111"`)
  expect(all).not.toContain(`"number":4111111111111111`)
  const sent = site.batches.flatMap(({ batch }) => batch)
  expect(sent.map(({ type, event }) => event ?? type)).toEqual(
    expect.arrayContaining(["page", "login", "purchase", "form_submit", "add_to_cart", "note"]),
  )
  expect(JSON.stringify(sent)).toContain("?color=red&utm_source=news#/reset")
  expect(all).toContain(`"phone":"fine"`)
})

test("contacts of identify leave as hashes, in order, unless the tag says otherwise", async () => {
  // echo -n anna@secret.example | sha256sum; echo -n +34600123456 | sha256sum
  const { page, site } = await visit({
    "/": shell("", tag(send)),
    "/plain": shell("", tag(`${send} data-identify="plain"`)),
  })
  await ready(page)
  await page.evaluate(
    `cuelight.track("before"); cuelight.identify("u-1", { Email: " Anna@Secret.example ", phone: "0034 600-123-456", plan: "pro" }); cuelight.track("after")`,
  )
  const hashes: string[] =
    await page.evaluate(`Promise.all(["anna@secret.example", "+34600123456"].map(async (text) =>
    [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))].map((byte) => byte.toString(16).padStart(2, "0")).join("")))`)
  await waitForEvents(page, (all) => all.some(({ props }) => props.Email === hashes[0]))
  const events = await readHistory(page)
  expect(events.filter(({ name }) => name !== "page_view").map(({ name, user }) => [name, user])).toEqual([
    ["before", undefined],
    ["identify", "u-1"],
    ["after", "u-1"],
  ])
  expect(events.find(({ name }) => name === "identify")?.props).toEqual({
    Email: hashes[0],
    phone: hashes[1],
    plan: "pro",
  })
  await page.evaluate(`cuelight.reset(); cuelight.identify("anna@secret.example")`)
  await waitForEvents(page, (all) => all.some(({ user }) => user === hashes[0]))
  await readHistory(page)
  expect(await everything(page, site)).not.toMatch(/anna@|Anna|600-123|600123456/)

  await page.goto(`${site.origin}/plain`)
  await ready(page)
  await page.evaluate(`cuelight.identify("u-1", { email: "anna@secret.example" })`)
  await readHistory(page)
  expect(await everything(page, site)).toContain(`"email":"anna@secret.example"`)
})

test("where the browser cannot hash, contacts are left out and nothing fails", async () => {
  const { page, site, errors } = await visit({
    "/": shell(
      "",
      `<script>Object.defineProperty(crypto, "subtle", { value: undefined })</script>${tag(send)}`,
    ),
  })
  await ready(page)
  await page.evaluate(
    `cuelight.identify("anna@secret.example"); cuelight.identify("u-1", { email: "anna@secret.example" })`,
  )
  await waitForEvents(page, (all) => all.some(({ name }) => name === "identify"))
  const events = await readHistory(page)
  expect(events.filter(({ name }) => name === "identify").map(({ user, props }) => [user, props])).toEqual([
    ["u-1", { email: "removed" }],
  ])
  expect(await everything(page, site)).not.toContain("anna@")
  expect(await page.evaluate("cuelight.problems().map(({ code }) => code)")).toEqual(["call-refused"])
  expect(errors).toEqual([])
})

test("forgetting erases journal, storage and memory here and in other tabs, and what comes is of somebody new", async () => {
  const { page, site } = await visit({ "/": shell("", tag(send)) })
  await ready(page)
  const other = await openTab()
  await other.page.goto(site.origin)
  await ready(other.page)
  for (const one of [page, other.page]) await one.evaluate(`cuelight.track("planted-secret")`)
  const [before] = await readHistory(page)
  await readHistory(other.page)
  await page.evaluate("cuelight.forget()")
  await waitForEvents(other.page, (all) => all.length === 0)
  site.batches.length = 0
  for (const one of [page, other.page]) expect(await everything(one, site)).not.toMatch(/planted-secret/)
  expect(await page.evaluate("localStorage.cuelight")).toBeUndefined()
  await page.evaluate(`cuelight.track("new")`)
  const [after] = await readHistory(page)
  expect(after!.name).toBe("new")
  expect(after!.person).not.toBe(before!.person)
})

test("the browser's own signals refuse, until the visitor says yes to this site", async () => {
  const signal = (name: string, value: unknown) =>
    `<script>Object.defineProperty(navigator, "${name}", { value: ${JSON.stringify(value)} })</script>`
  const { page, site } = await visit(
    {
      "/gpc": shell("", signal("globalPrivacyControl", true) + tag(send)),
      "/dnt": shell("", signal("doNotTrack", "1") + tag(send)),
      "/none": shell("", signal("doNotTrack", "0") + tag(send)),
    },
    "/gpc",
  )
  for (const path of ["/gpc", "/dnt"]) {
    await page.goto(site.origin + path)
    await ready(page)
    await page.evaluate(`cuelight.track("planted-secret")`)
    expect(await readHistory(page)).toEqual([])
    expect(await everything(page, site)).toBe(JSON.stringify([["", {}, {}, [], []], []]))
  }
  await page.goto(`${site.origin}/none`)
  await ready(page)
  expect(await consentOf(page)).toBe("granted")
  await page.evaluate("cuelight.forget()")
  await page.goto(`${site.origin}/gpc`)
  await ready(page)
  await page.evaluate(`cuelight.consent({ analytics: true }); cuelight.track("agreed")`)
  expect(count(await readHistory(page), "agreed")).toBe(1)
})

test("Google's Consent Mode is read from the data layer: nothing is stored before the update", async () => {
  const gtag = "window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments) }"
  const { page, site } = await visit({
    "/": shell(
      "",
      `<script>${gtag}; gtag("consent", "default", { analytics_storage: "denied", ad_storage: "denied" })</script>${tag(send)}`,
    ),
    "/granted": shell(
      "",
      `<script>${gtag}; gtag("consent", "default", { analytics_storage: "granted" })</script>${tag(`${send} data-consent="pending"`)}`,
    ),
  })
  await ready(page)
  await page.evaluate(`cuelight.track("early")`)
  await waitForEvents(page, (all) => count(all, "page_view") === 1)
  expect(
    await page.evaluate(
      "indexedDB.databases().then((all) => [all.length, localStorage.length, document.cookie])",
    ),
  ).toEqual([0, 0, ""])
  expect(site.batches).toEqual([])
  await page.evaluate(`gtag("consent", "update", { analytics_storage: "granted" })`)
  await readHistory(page)
  expect(site.batches.flatMap(({ batch }) => batch.map(({ type, event }) => event ?? type)).sort()).toEqual([
    "consent",
    "early",
    "page",
  ])
  await page.evaluate(`gtag("consent", "update", { analytics_storage: "denied" })`)
  expect(await readHistory(page)).toEqual([])
  expect(await page.evaluate("localStorage.cuelight")).toBe(`{"consents":{"analytics":"denied"}}`)
  await page.evaluate("cuelight.forget()")
  // A default is a setting of the site and not a word of the visitor's: it opens nothing that the tag keeps closed.
  await page.goto(`${site.origin}/granted`)
  await ready(page)
  expect(await consentOf(page)).toBe("pending")
})

test("an IAB consent dialogue is waited for, and its answer counts", async () => {
  const dialogue = `<script>window.__tcfapi = (command, version, callback) => { window.answer = (storing, measuring, gdprApplies = true) => callback({ eventStatus: "useractioncomplete", gdprApplies, purpose: { consents: { 1: storing, 7: measuring, 8: measuring } } }, true); callback({ eventStatus: "cmpuishown", gdprApplies: true, purpose: { consents: {} } }, true) }</script>`
  const { page } = await visit({ "/": shell("", dialogue + tag(send)) })
  await page.waitForFunction("window.answer")
  expect(await consentOf(page)).toBe("pending")
  await page.evaluate("answer(true, true)")
  expect(await consentOf(page)).toBe("granted")
  await waitForEvents(page, (all) => count(all, "page_view") === 1)
  await page.evaluate("answer(true, false)")
  expect(await consentOf(page)).toBe("denied")
  expect(await readHistory(page)).toEqual([])
  await page.evaluate("answer(false, false, false)")
  expect(await consentOf(page)).toBe("granted")
})
