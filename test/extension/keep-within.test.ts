import { describe, expect, it } from "vitest"
import { listBeyond } from "../../extension/worker/keep-within"
import type { TouchpointEvent } from "../../shared/event"

const day = 24 * 60 * 60 * 1000
const now = 100 * day
const event = (id: string, at: number, text = ""): TouchpointEvent => ({
  id,
  name: "page_view",
  at,
  person: "a",
  props: { text },
  source: "page",
})

describe("what is kept of a journey", () => {
  const events = [event("old", now - 31 * day), event("edge", now - 30 * day), event("new", now)]

  it("is everything, unless the person says otherwise", () => {
    expect(listBeyond(events, { days: null, megabytes: null }, now)).toEqual([])
  })

  it("ends after so many days", () => {
    expect(listBeyond(events, { days: 30, megabytes: null }, now)).toEqual(["old"])
    expect(listBeyond(events, { days: 90, megabytes: null }, now)).toEqual([])
  })

  it("has so many megabytes, and the newest stay", () => {
    const large = ["a", "b", "c"].map((id, index) => event(id, now + index, "я".repeat(300_000)))
    expect(listBeyond(large, { days: null, megabytes: 1.5 }, now)).toEqual(["a"])
    expect(listBeyond(large, { days: null, megabytes: 1 }, now)).toEqual(["b", "a"])
    expect(listBeyond(large, { days: null, megabytes: 20 }, now)).toEqual([])
  })
})
