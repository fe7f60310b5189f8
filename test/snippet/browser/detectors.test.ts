import type { Page } from "playwright"
import { expect, test } from "vitest"
import { buildBundle } from "../build-bundle"
import { openSite } from "./open-site"
import { startBrowser } from "./start-browser"

const { openTab } = startBrowser()

interface Told {
  name: string
  source: string
  props: Record<string, unknown>
  page: { url: string }
  gesture?: unknown
}

/** A page with the embedded recorder, which tells what it hears to the test, also on the way out. */
async function open(body: string): Promise<{ page: Page; told: Told[]; errors: string[]; origin: string }> {
  const whole = (content: string) => `<!doctype html><title>Kiln</title><body>${content}`
  const site = await openSite({ "/": whole(body), "/next": whole("<p>Next</p>") })
  const { page, errors } = await openTab()
  const told: Told[] = []
  await page.exposeFunction("told", (event: string) => void told.push(JSON.parse(event)))
  await page.addInitScript(await buildBundle("embedded"))
  await page.addInitScript(
    `cuelightRecorder.start({ report: (event) => told(JSON.stringify(event)), problem: (code, detail) => told(JSON.stringify({ name: code, props: { detail } })) })`,
  )
  await page.goto(site.origin)
  return { page, told, errors, origin: site.origin }
}
const named = (told: Told[], name: string) => told.filter((event) => event.name === name)
const until = (told: Told[], name: string, count = 1) =>
  expect.poll(() => named(told, name).length, { timeout: 15_000 }).toBe(count)

test("a person's presses: rage, nothing that answers, a list in sight and what is followed in it", async () => {
  const tile = (name: string) =>
    `<li class="product"><a href="#${name}"><img alt="" width="50" height="50"><h3>${name}</h3></a><span class="price">€39.00</span></li>`
  const { page, told, errors } = await open(
    `<h1>Vases</h1><button id="dead" style="width:200px;height:50px">More</button><ul>${["A", "B", "C"].map(tile).join("")}</ul><a id="call" href="tel:+4930123" onclick="event.preventDefault()">Call us</a>`,
  )
  await until(told, "view_item_list")
  expect(named(told, "view_item_list")[0]?.props).toMatchObject({ item_list_name: "Vases", currency: "EUR" })
  await page.click("text=B")
  await page.click("#call")
  await page.locator("#dead").click({ clickCount: 3, delay: 10 })
  await until(told, "rage_click")
  await until(told, "dead_click")
  expect(named(told, "dead_click")[0]?.props).toEqual({ target: "button#dead" })
  expect(named(told, "select_item")[0]?.props).toMatchObject({ items: [{ item_name: "B", price: 39 }] })
  expect(named(told, "contact")[0]).toMatchObject({ props: { method: "phone" }, gesture: { type: "click" } })
  expect(errors).toEqual([])
})

test("a form that is left is abandoned on the page it stood on; a script's clicks are nobody's rage", async () => {
  const { page, told } = await open(
    `<button id="bot">Bot</button><form id="f"><input name="email" id="email"></form>`,
  )
  await page.evaluate("for (let i = 0; i < 5; i++) bot.click()")
  await page.fill("#email", "anna@mail.example")
  await page.evaluate("history.pushState(null, '', '/next')")
  await until(told, "form_abandon")
  await until(told, "page_view", 2)
  expect(named(told, "form_abandon")[0]).toMatchObject({
    props: { form_id: "f", last_field: "email" },
    page: { url: expect.stringMatching(/\d\/$/) },
  })
  expect(named(told, "rage_click")).toEqual([])
  expect(JSON.stringify(told)).not.toContain("anna")
})

test("a pop-up that comes by itself is shown, then closed; one that was asked for is neither", async () => {
  const popup = (id: string) =>
    `<div id="${id}" class="popup" role="dialog" style="position:fixed;inset:20%;background:#fff">Ten per cent off <a href="#sale">Look</a><button class="close" onclick="this.parentElement.remove()">×</button></div>`
  const { page, told } = await open(
    `<button id="open" onclick="document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(popup("asked")).replaceAll('"', "&quot;")})">Show</button>${popup("welcome")}`,
  )
  await until(told, "message_shown")
  await page.click("#welcome .close")
  await until(told, "message_closed")
  await page.click("#open")
  await page.click("#asked .close")
  await page.goto(`${new URL(page.url()).origin}/next`)
  await until(told, "page_view", 2)
  expect(named(told, "message_shown").map(({ props }) => props.target)).toEqual(["div#welcome.popup"])
  expect(named(told, "message_closed")).toHaveLength(1)
})

test("what goes wrong: an answer of 404, a jump of the layout", async () => {
  const { page, told } = await open(`<div id="above"></div><p style="height:800px;background:#eee">Text</p>`)
  await page.evaluate("fetch('/missing?token=abc').then(() => { above.style.height = '0' })")
  await page.evaluate("document.getElementById('above').style.height = '600px'")
  await until(told, "failed_request")
  expect(named(told, "failed_request")[0]?.props).toMatchObject({ status: 404, initiator: "fetch" })
  expect(JSON.stringify(told)).not.toContain("abc")
  await until(told, "slow_page")
  expect(named(told, "slow_page")[0]?.props).toMatchObject({ metric: "CLS" })
})
