// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { onPageMessage } from "../../../snippet/detectors/on-page-message"
import { openPage, press, watchDetector } from "../watch-detector"

beforeEach(() => {
  vi.useFakeTimers()
  // happy-dom lays nothing out: every element is as large as its `data-size` says, else covers a quarter of the window.
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const side = this.closest("[hidden]") ? 0 : Number(this.getAttribute("data-size") ?? 500)
    return { width: side, height: side, top: 0, left: 0 } as DOMRect
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})
const settle = () => vi.advanceTimersByTimeAsync(5_000)

const popup = `<aside class="popup" id="welcome" role="dialog" style="position: fixed"><h2>Ten per cent off</h2><p>Your first order <a href="/sale" id="go">Look</a></p><button id="close" aria-label="Close">×</button><button id="no">No, thanks</button></aside>`
const start = async (body: string) => {
  openPage("/vase", body)
  const watched = watchDetector(onPageMessage)
  await settle()
  return watched
}
const told = ({ sightings }: { sightings: { name: string; props?: unknown }[] }) =>
  sightings.map(({ name }) => name)

test("a pop-up that the page lays over itself", async () => {
  const watched = await start(popup)
  expect(watched.sightings).toMatchObject([
    { name: "message_shown", source: "page", props: { channel: "popup", target: "aside#welcome.popup" } },
  ])
  document.body.className = "x"
  await settle()
  expect(watched.sightings).toHaveLength(1)
})

test("one that comes later, and its sender", async () => {
  const watched = await start("<h1>Vase</h1>")
  document.body.insertAdjacentHTML(
    "beforeend",
    `<div class="klaviyo-form" style="position: fixed">Get a code</div>`,
  )
  await settle()
  expect(watched.sightings).toMatchObject([{ props: { channel: "popup", provider: "klaviyo" } }])
})

test("a prompt for web push says so", async () => {
  const watched = await start(
    `<div id="onesignal-slidedown-dialog" style="position: fixed">Subscribe to our notifications <button>Allow</button></div>`,
  )
  expect(watched.sightings[0]?.props).toMatchObject({ provider: "onesignal", prompt: "push" })
})

test("a press inside is a click, once", async () => {
  const watched = await start(popup)
  press("#go")
  press("#go")
  document.querySelector("#welcome")!.remove()
  await settle()
  expect(told(watched)).toEqual(["message_shown", "message_clicked"])
})

test.each(["#close", "#no"])("a press on %s closes", async (selector) => {
  const watched = await start(popup)
  press(selector)
  expect(told(watched)).toEqual(["message_shown", "message_closed"])
})

test("so does going away by itself; a text that is pressed does neither", async () => {
  const watched = await start(popup)
  press("#welcome h2")
  expect(told(watched)).toEqual(["message_shown"])
  document.querySelector("#welcome")!.remove()
  await settle()
  expect(told(watched)).toEqual(["message_shown", "message_closed"])
})

test("what a press has opened was asked for", async () => {
  const watched = await start("<button id=open>More</button>")
  press("#open")
  document.body.insertAdjacentHTML("beforeend", popup)
  await settle()
  press("#close")
  expect(watched.sightings).toEqual([])
})

const over = (attributes: string, text = "Something to read and <button>press</button>") =>
  `<div style="position: fixed" ${attributes}>${text}</div>`
test.each([
  ["a cookie question", over(`class="cookie-popup"`)],
  ["a cookie question by its text", over(`role="dialog"`, "We use cookies <button>Accept</button>")],
  ["the cart", over(`class="cart-drawer modal"`)],
  ["the menu", over(`class="menu-overlay"`)],
  ["a login", over(`class="login-modal"`)],
  ["what lies in the page", `<div class="promo-banner">Sale <button>Look</button></div>`],
  ["what is hidden", over(`class="popup" hidden`)],
  ["a small note", over(`class="popup" data-size="20"`)],
  ["a layer without anything to press", over(`class="modal-layer"`, "Please wait a moment")],
  [
    "another extension's",
    over(`class="popup"`, `Coupons found <button>Try</button><img src="chrome-extension://abc/icon.png">`),
  ],
])("%s is no message", async (_title, body) => expect((await start(body)).sightings).toEqual([]))
