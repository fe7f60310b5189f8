// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { chat } from "../../../snippet/detectors/chat"
import { openPage, press, watchDetector } from "../watch-detector"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pressIn = (markup: string) => {
  openPage("/help", markup)
  const watched = watchDetector(chat)
  press("[data-press]")
  return watched
}

test.each([
  [`<jdiv><jdiv class="button__x"><span data-press>?</span></jdiv></jdiv>`, "jivo"],
  [`<div class="crisp-client"><a data-press>Chat</a></div>`, "crisp"],
  [`<div class="intercom-lightweight-app-launcher" data-press></div>`, "intercom"],
  [`<div class="b24-widget-button-wrapper"><div data-press></div></div>`, "bitrix24"],
  [`<div id="carrotquest-messenger-collapsed" data-press></div>`, "carrotquest"],
  [`<button class="chat-button" data-press>Ask us</button>`, "chat"],
])("a press on %s opens %s", (markup, provider) => {
  expect(pressIn(markup).sightings).toMatchObject([{ name: "contact", props: { method: "chat", provider } }])
})

test.each([
  [
    "a product that is called like one",
    `<div class="product-intercom crisp-bread" data-press>Intercom</div>`,
  ],
  ["anything else", `<main class="page"><button data-press>Buy</button></main>`],
])("%s is no chat", (_title, markup) => expect(pressIn(markup).sightings).toEqual([]))

test("once a visit", () => {
  const { sightings, visit } = pressIn(`<div class="crisp-client"><a data-press>Chat</a></div>`)
  press("[data-press]")
  expect(sightings).toHaveLength(1)
  visit()
  press("[data-press]")
  expect(sightings).toHaveLength(2)
})

test("a press inside a chat's frame is known by the focus it takes", async () => {
  openPage("/help", "")
  const { sightings } = watchDetector(chat)
  const focus = async (id: string, name: string) => {
    const box = document.createElement("div")
    box.id = id
    box.append(document.createElement(name))
    Object.defineProperty(document, "activeElement", { configurable: true, value: box.firstChild })
    dispatchEvent(new Event("blur"))
    await vi.runAllTimersAsync()
  }
  await focus("video-player", "iframe")
  await focus("hubspot-messages-iframe-container", "input")
  expect(sightings).toEqual([])
  await focus("hubspot-messages-iframe-container", "iframe")
  expect(sightings).toMatchObject([{ props: { provider: "hubspot" } }])
  Reflect.deleteProperty(document, "activeElement")
})
