// @vitest-environment happy-dom
import { afterEach, expect, onTestFinished, test, vi } from "vitest"
import { type Earlier, putInTime } from "../../snippet/earlier"
import { createEnding, hearAgain, heardAt, noteHearing } from "../../snippet/ending"

afterEach(() => vi.restoreAllMocks())

const startedAt = 1_000_000
/** What came so many ms before the recorder began. */
function done(type: string, beforeMs: number, address = location.href): Earlier["gestures"][number] {
  const event = new Event(type)
  Object.defineProperty(event, "timeStamp", { value: performance.now() - beforeMs })
  return { event, address }
}
function begin(gestures: Earlier["gestures"]) {
  vi.spyOn(performance, "now").mockReturnValue(performance.now())
  vi.spyOn(Date, "now").mockReturnValue(startedAt)
  const ending = createEnding()
  onTestFinished(() => ending.abort())
  return { signal: ending.signal, before: putInTime({ since: startedAt - 900, gestures }, startedAt) }
}
const event = { id: "x", name: "page_view", source: "page" }

test("gestures and pushes of the time before are told in their order, each with its own time", () => {
  const now = performance.now()
  vi.spyOn(performance, "now").mockReturnValue(now)
  const { signal, before } = begin([done("click", 500), done("submit", 300)])
  const told: unknown[] = []
  noteHearing("click submit", ({ type }) => told.push([type, heardAt()]), signal)
  noteHearing("scroll", ({ type }) => told.push([type]), signal)
  before.take(startedAt - 400, () => told.push("push"))
  expect(told).toEqual([])
  before.tell(signal)
  before.take(startedAt + 1, () => told.push("late"))
  expect(told).toEqual([["click", startedAt - 500], "push", ["submit", startedAt - 300], "late"])
  expect(heardAt()).toBe(startedAt)
})

test("what the page shows as the recorder begins, it has shown since it was there", () => {
  const { signal, before } = begin([])
  before.tell(signal)
  const placed = before.place({ ...event, at: startedAt })
  expect(placed.at).toBe(startedAt - 900)
  expect(placed.id).not.toBe("x")
  const gesture = { type: "click", target: "b", at: startedAt }
  for (const other of [
    { ...event, at: startedAt + 1 },
    { ...event, at: startedAt, gesture },
  ])
    expect(before.place(other)).toBe(other)
})

test("what was done before the page went on is of the page that it was, whose title nobody knows", () => {
  const there = `${location.origin}/there?token=x`
  const now = performance.now()
  vi.spyOn(performance, "now").mockReturnValue(now)
  const { before } = begin([done("click", 500, there), done("click", 300)])
  const page = { url: location.href, title: "Here", referrer: "https://shop.example/" }
  expect(before.place({ ...event, page, at: startedAt - 450 }).page).toEqual({
    url: `${location.origin}/there?token=removed`,
    referrer: "https://shop.example/",
  })
  expect(before.place({ ...event, page, at: startedAt - 250 }).page).toBe(page)
  expect(before.place({ ...event, page, at: startedAt - 600 }).page).toBe(page)
})

test("nobody is told who hears for another recorder", () => {
  const [one, other] = [createEnding(), createEnding()]
  const listener = vi.fn()
  noteHearing("click", listener, one.signal)
  hearAgain(new Event("click"), startedAt, other.signal)
  expect(listener).not.toHaveBeenCalled()
})
