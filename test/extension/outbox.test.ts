import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import type { BridgeMessage, RecordedEvent } from "../../extension/messages"
import { openOutbox } from "../../extension/page/outbox"

type EventsMessage = Extract<BridgeMessage, { type: "events" }>

const event = (id: string): RecordedEvent => ({ id, name: "page_view", at: 1, source: "page" })

/** A worker that writes what it is sent, unless told to fail. */
function worker() {
  const written = new Set<string>()
  let failing = false
  const sent: EventsMessage[] = []
  return {
    written,
    sent,
    fail: (on: boolean) => {
      failing = on
    },
    async send(message: BridgeMessage) {
      const events = message as EventsMessage
      sent.push(events)
      if (failing) throw new Error("The message port closed before a response was received.")
      for (const each of [...events.recorded, ...events.fromSnippet]) written.add((each as { id: string }).id)
      return { acknowledged: true }
    },
  }
}

const nobody = () => {}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe("the outbox", () => {
  test("hands over each event and waits with the next batch for the acknowledgement", async () => {
    const { send, written, sent } = worker()
    const outbox = openOutbox(send, nobody)
    for (let i = 0; i < 450; i++) outbox.addRecorded(event(`e${i}`))
    await vi.runAllTimersAsync()
    expect(written.size).toBe(450)
    expect(Math.max(...sent.map((message) => message.recorded.length))).toBeLessThanOrEqual(200)
  })

  test("keeps what a dying worker did not acknowledge, and tries again", async () => {
    const { send, written, fail } = worker()
    fail(true)
    const outbox = openOutbox(send, nobody)
    outbox.addRecorded(event("e1"))
    outbox.addFromSnippet([event("e2")])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(written.size).toBe(0)
    fail(false)
    await vi.runAllTimersAsync()
    expect([...written].sort()).toEqual(["e1", "e2"])
  })

  test("an answer that is no acknowledgement is none", async () => {
    let calls = 0
    const outbox = openOutbox(async () => {
      calls++
      return calls < 3 ? { failed: "disk full" } : { acknowledged: true }
    }, nobody)
    outbox.addRecorded(event("e1"))
    await vi.runAllTimersAsync()
    expect(calls).toBe(3)
  })

  test("says how many events are stuck, and when they no longer are", async () => {
    const { send, fail } = worker()
    const said: number[] = []
    fail(true)
    const outbox = openOutbox(send, nobody, (count) => void said.push(count))
    outbox.addRecorded(event("e1"))
    outbox.addRecorded(event("e2"))
    await vi.advanceTimersByTimeAsync(150)
    expect(said).toEqual([])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(said.length).toBeGreaterThan(0)
    expect(said[0]).toBe(2)
    fail(false)
    await vi.runAllTimersAsync()
    expect(said.at(-1)).toBe(0)
  })

  test("flush leaves behind all that is waiting, in the order it came, also while an answer is awaited", () => {
    const left: BridgeMessage[] = []
    const outbox = openOutbox(
      () => new Promise(() => {}),
      (message) => void left.push(message),
    )
    outbox.flush()
    expect(left).toEqual([])
    const told = Array.from({ length: 450 }, (_, i) => event(`e${i}`))
    told.forEach(outbox.addRecorded)
    outbox.addFromSnippet([event("s1")])
    outbox.flush()
    expect(left).toEqual([{ type: "events", recorded: told, fromSnippet: [event("s1")] }])
    outbox.close()
  })

  test("what was acknowledged is not left behind", async () => {
    const left = vi.fn()
    const outbox = openOutbox(worker().send, left)
    outbox.addRecorded(event("e1"))
    await vi.runAllTimersAsync()
    outbox.flush()
    expect(left).not.toHaveBeenCalled()
  })

  test("a closed outbox sends nothing more", async () => {
    const { send, sent, fail } = worker()
    fail(true)
    const left = vi.fn()
    const outbox = openOutbox(send, left)
    outbox.addRecorded(event("e1"))
    await vi.advanceTimersByTimeAsync(50)
    const before = sent.length
    outbox.close()
    outbox.addRecorded(event("e2"))
    outbox.flush()
    await vi.runAllTimersAsync()
    expect(sent.length).toBe(before)
    expect(left).not.toHaveBeenCalled()
  })

  test("a page that floods while the worker is away is bounded", async () => {
    const { send, written, fail } = worker()
    fail(true)
    const outbox = openOutbox(send, nobody)
    for (let i = 0; i < 6_000; i++) outbox.addRecorded(event(`e${i}`))
    fail(false)
    await vi.runAllTimersAsync()
    expect(written.size).toBe(5_000)
    expect(written.has("e0")).toBe(true)
  })
})
