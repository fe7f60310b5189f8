// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import type { InboxSighting } from "../../extension/inbox/messages"
import { watchInbox } from "../../extension/page/webmail/watch-inbox"
import { NOON, openInbox } from "./open-inbox"

const row = (id: string, subject: string, time = "2026-11-22 11:59:30") =>
  `<li class="email-item"><a class="email-item-link" href="#/email/${id}"><span class="title">${subject}<span class="title-subline">To: a</span></span><span class="subline">${time}</span></a></li>`
const wanted = { since: NOON - 3_600_000, subject: ["*shelf*"], sender: [] }

let told: InboxSighting[]
let watch: ReturnType<typeof watchInbox>
let visibility = "visible"

beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility as DocumentVisibilityState)
  openInbox("http://127.0.0.1:1080/", '<div ng-app="mailDevApp"><ul class="email-list"></ul></div>')
  told = []
  watch = watchInbox(document, (sighting) => told.push(sighting))
})
afterEach(() => {
  watch.rest()
  visibility = "visible"
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const list = (rows: string) => {
  document.querySelector("ul.email-list")!.innerHTML = rows
}
const become = (next: string) => {
  visibility = next
  document.dispatchEvent(new Event("visibilitychange"))
}

it("tells lines that are expected, and no word of any other", () => {
  list(
    row("1", "Your bank: SECRET balance") +
      row("2", "Still on the shelf") +
      row("3", "Still on the shelf, long ago", "2026-11-20 11:59:30") +
      row("4", "Still on the shelf, some time", "soon"),
  )
  watch.look(wanted)
  expect(told).toEqual([
    {
      lines: [
        { id: "2", sender: null, subject: "Still on the shelf", from: NOON - 30_000, to: NOON - 29_001 },
      ],
      webmail: "maildev",
      isWhole: true,
      looked: null,
    },
  ])
  expect(JSON.stringify(told)).not.toContain("SECRET")
})

it("looks again when the list changes, and says nothing twice", async () => {
  watch.look(wanted)
  list(row("2", "Still on the shelf"))
  await vi.advanceTimersByTimeAsync(600)
  expect(told.map(({ lines }) => lines.length)).toEqual([0, 1])
  list(row("2", "Still on the shelf") + row("9", "Another SECRET"))
  await vi.advanceTimersByTimeAsync(600)
  expect(told).toHaveLength(2)
})

it("says how long the whole list was looked at, but for the last minute", async () => {
  watch.look(wanted)
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(told.at(-1)?.looked).toEqual({ from: NOON, to: expect.any(Number) })
  expect(told.at(-1)!.looked!.to).toBeLessThanOrEqual(Date.now() - 60_000)
  expect(told.length).toBeLessThanOrEqual(11)
})

it("does not count what it did not see: hidden, searched, asleep", async () => {
  watch.look(wanted)
  await vi.advanceTimersByTimeAsync(3 * 60_000)
  become("hidden")
  expect(told.at(-1)?.looked?.to).toBe(NOON + 2 * 60_000)
  const before = told.length
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(told).toHaveLength(before)
  become("visible")
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(told.at(-1)?.looked?.from).toBe(NOON + 13 * 60_000)
  // The computer sleeps: the clock goes on, and no timer runs.
  vi.setSystemTime(NOON + 60 * 60_000)
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(told.at(-1)?.looked?.from).toBeGreaterThanOrEqual(NOON + 60 * 60_000)
  document
    .querySelector(".email-list")!
    .insertAdjacentHTML("beforebegin", '<input class="search-input" value="x">')
  await vi.advanceTimersByTimeAsync(2 * 60_000)
  expect(told.at(-1)).toMatchObject({ isWhole: false, looked: null })
})

it("says that there is no list to be read", () => {
  document.body.innerHTML = '<div ng-app="mailDevApp"></div>'
  watch.look(wanted)
  expect(told).toEqual([{ lines: [], webmail: null, isWhole: false, looked: null }])
})

it("is silent after it was switched off", async () => {
  watch.look(wanted)
  watch.rest()
  list(row("2", "Still on the shelf"))
  become("hidden")
  dispatchEvent(new Event("pagehide"))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toHaveLength(1)
})
