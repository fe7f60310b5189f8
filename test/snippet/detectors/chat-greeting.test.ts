// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { chatGreeting } from "../../../snippet/detectors/chat-greeting"
import { openPage, press, watchDetector } from "../watch-detector"

beforeEach(() => {
  vi.useFakeTimers()
  // happy-dom lays nothing out: every element is as large as its `data-size` says.
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const side = Number(this.getAttribute("data-size") ?? 0)
    return { width: side, height: side, top: 0, left: 0 } as DOMRect
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})
const settle = () => vi.advanceTimersByTimeAsync(5_000)
const resize = async (size: number) => {
  const chat = document.querySelector("#chat-widget") as HTMLElement
  chat.dataset.size = String(size)
  chat.className = `of-${size}`
  await settle()
}
const start = async (markup: string) => {
  openPage("/vase", markup)
  const watched = watchDetector(chatGreeting)
  await settle()
  return watched
}
const launcher = `<h1>Vase</h1><div id="chat-widget" data-size="60"><button id="open">?</button></div>`

test("a chat that opens by itself, once as long as it is open", async () => {
  const { sightings } = await start(launcher)
  expect(sightings).toEqual([])
  await resize(400)
  await resize(410)
  expect(sightings).toMatchObject([
    { name: "message_shown", source: "page", props: { channel: "chatbot", provider: "chat" } },
  ])
  await resize(60)
  await resize(400)
  expect(sightings).toHaveLength(2)
})

test("a brand says whose it is", async () => {
  const { sightings } = await start(`<div class="crisp-client" id="chat-widget" data-size="0"></div>`)
  const chat = document.querySelector("#chat-widget") as HTMLElement
  chat.id = "crisp-chatbox"
  chat.dataset.size = "400"
  chat.style.color = "red"
  await settle()
  expect(sightings).toMatchObject([{ props: { provider: "crisp" } }])
})

test("one that was opened by a press, or on the page before, is no message", async () => {
  const pressed = await start(launcher)
  press("#open")
  document.querySelector("#chat-widget")?.setAttribute("data-size", "400")
  document.body.className = "x"
  await vi.advanceTimersByTimeAsync(1_200)
  await settle()
  expect(pressed.sightings).toEqual([])

  const before = await start(`<div id="chat-widget" data-size="400"></div>`)
  await resize(410)
  expect(before.sightings).toEqual([])
})

test("a page of the shop that is about chats is none", async () => {
  const { sightings } = await start(`<main class="faq" id="x" data-size="60"><h1>Chat with us</h1></main>`)
  document.querySelector("main")?.setAttribute("data-size", "900")
  document.body.className = "y"
  await settle()
  expect(sightings).toEqual([])
})
