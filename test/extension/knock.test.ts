// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Knock } from "../../extension/page/knock"

const world = globalThis as { cuelightKnock?: Knock; cuelightPlace?: unknown }
type Answer = (answer: unknown) => void
let asked: { message: Record<string, unknown>; answer: Answer; refuse: () => void }[] = []

beforeEach(() => {
  document.body.innerHTML = "<form><button>Go</button></form>"
  vi.useFakeTimers()
  vi.resetModules()
  asked = []
  const sendMessage = (message: Record<string, unknown>) =>
    new Promise((answer, refuse) => asked.push({ message, answer, refuse: () => refuse(new Error("No SW")) }))
  vi.stubGlobal("chrome", { runtime: { sendMessage } })
})
afterEach(() => {
  world.cuelightKnock?.rest()
  delete world.cuelightKnock
  delete world.cuelightPlace
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function enter(): Promise<Knock> {
  vi.resetModules()
  await import("../../extension/page/knock")
  vi.runOnlyPendingTimers()
  if (!world.cuelightKnock) throw new Error("It is not there.")
  return world.cuelightKnock
}
function press(type: string, isTrusted = true) {
  const event = new Event(type, { bubbles: true })
  Object.defineProperty(event, "isTrusted", { value: isTrusted })
  document.querySelector("button")?.dispatchEvent(event)
  return event
}

test("greets, and says what the document lacks", async () => {
  world.cuelightPlace = {}
  const { key } = await enter()
  expect(asked.map(({ message }) => message)).toEqual([
    { type: "hello", fresh: true, key, lacks: ["Recorder", "Bridge"] },
  ])
})

test("keeps what a person does, with the page it was on, and finds later where it began", async () => {
  const knock = await enter()
  const click = press("click")
  press("click", false)
  for (const type of ["keydown", "input", "beforeinput"]) press(type)
  expect(knock.gestures).toEqual([{ event: click, address: location.href }])
  expect(click.composedPath()[0]).toBe(document.querySelector("button"))
})

test("keeps no more than a person does in such a time", async () => {
  const knock = await enter()
  for (let count = 0; count < 100; count++) press("click")
  expect(knock.gestures).toHaveLength(32)
})

test("drops all of it where nothing is to be recorded, and keeps nothing more", async () => {
  const knock = await enter()
  knock.hear = vi.fn()
  press("click")
  asked[0]?.answer(null)
  await vi.waitFor(() => expect(knock.hear).toHaveBeenCalled())
  press("click")
  expect(knock.gestures).toEqual([])
  expect(knock.answer).toBeNull()
})

test("greets again where the worker ended before it had answered, so often and no more", async () => {
  const knock = await enter()
  for (let count = 0; count < 9; count++) {
    asked.at(-1)?.refuse()
    await vi.advanceTimersByTimeAsync(500)
  }
  expect(asked.map(({ message }) => message.fresh)).toEqual(Array(5).fill(true))
  expect(knock.answer).toBeUndefined()
})

test("put in twice, the first one greets for both, and the document is new once", async () => {
  const first = await enter()
  expect(await enter()).toBe(first)
  expect(asked.map(({ message }) => message.fresh)).toEqual([true, false])
})
