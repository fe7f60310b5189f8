import { describe, expect, it } from "vitest"
import { conditionForms } from "../../shared/engine/conditions/registry"
import { CONDITION_FORMS } from "../../shared/map/condition"
import { iso, type Told, tell } from "./story"

/** Since when the segment of a condition holds at `now` (of the person p), or null. */
function since(when: unknown, told: Told[], now: string, more: Record<string, unknown> = {}): string | null {
  const { result } = tell({ segments: [{ id: "x", when }], ...more }, told, now)
  return result.people[0]?.segments.find(({ id }) => id === "x")?.since ?? null
}

const holds = (when: unknown, told: Told[], now: string, more = {}) => since(when, told, now, more) !== null

it("has one engine form for each form of the map", () => {
  expect(conditionForms.map(({ key }) => key).sort()).toEqual([...CONDITION_FORMS].sort())
})

describe("event", () => {
  const view: Told = ["10:00", "view"]

  it("holds from the first match on, and not before", () => {
    expect(since({ event: "view" }, [["09:00", "other"], view], "12:00")).toBe(iso("10:00"))
    expect(holds({ event: "view" }, [["09:00", "other"], view], "09:59:59.999")).toBe(false)
  })

  it("counts a window with both its ends", () => {
    const when = { event: "view", within: "1h" }
    expect(holds(when, [view], "11:00")).toBe(true)
    expect(holds(when, [view], "11:00:00.001")).toBe(false)
  })

  it.each([
    [{ gte: 2 }, [false, false, true, true]],
    [{ gt: 2 }, [false, false, false, true]],
    [{ lte: 1 }, [true, true, false, false]],
    [{ lt: 1 }, [true, false, false, false]],
    [{ eq: 2 }, [false, false, true, false]],
    [{ ne: 2 }, [true, true, false, true]],
    [{ gte: 1, lt: 3 }, [false, true, true, false]],
    [2, [false, false, true, true]],
    [0, [true, false, false, false]],
  ])("compares the count with %j", (count, expected) => {
    const found = [0, 1, 2, 3].map((many) => {
      const views = Array.from({ length: many }, (_, index): Told => [`10:0${index}`, "view"])
      return [
        holds({ event: "view", count }, [["09:00", "other"], ...views], "12:00"),
        holds({ event: "view", count, within: "3h" }, [["09:00", "other"], ...views], "12:00"),
      ]
    })
    expect(found).toEqual(expected.map((each) => [each, each]))
  })

  it("changes at the exact instant at which an event leaves the window", () => {
    const when = { event: "view", count: { eq: 1 }, within: "1h" }
    expect(since(when, [view, ["10:30", "view"]], "11:20")).toBe(iso("11:00:00.001"))
    expect(since({ event: "view", count: 0, within: "1h" }, [view, ["10:30", "view"]], "12:00")).toBe(
      iso("11:30:00.001"),
    )
  })

  it("takes any of several names, and none else", () => {
    expect(holds({ event: ["a", "view"] }, [view], "12:00")).toBe(true)
    expect(holds({ event: ["a", "b"] }, [view], "12:00")).toBe(false)
  })

  it("does not count an open by a machine", () => {
    const open = (machine: unknown): Told => ["10:00", "message_opened", { channel: "email", machine }]
    expect(holds({ event: "message_opened" }, [open(true)], "12:00")).toBe(false)
    expect(holds({ event: ["message_opened", "x"] }, [open(true)], "12:00")).toBe(false)
    expect(holds({ event: "message_opened" }, [open(false)], "12:00")).toBe(true)
  })
})

describe("sum", () => {
  const buy = (at: string, props: Record<string, unknown>): Told => [at, "purchase", props]
  const vip = { sum: "value", of: "purchase", within: "1h", gte: 100 }

  it("adds over the window, both ends included", () => {
    const told = [buy("10:00", { value: 60 }), buy("10:30", { value: 40 })]
    expect(since(vip, told, "11:00")).toBe(iso("10:30"))
    expect(holds(vip, told, "11:00:00.001")).toBe(false)
  })

  it("is 0 of nothing", () => {
    expect(holds({ sum: "value", of: "purchase", lte: 0 }, [["10:00", "x"]], "12:00")).toBe(true)
    expect(holds({ sum: "value", of: "purchase", gt: 0 }, [["10:00", "x"]], "12:00")).toBe(false)
  })

  it("adds money as people do", () => {
    const told = [buy("10:00", { value: 0.1 }), buy("10:01", { value: 0.7 })]
    expect(holds({ sum: "value", of: "purchase", gte: 0.8 }, told, "12:00")).toBe(true)
    expect(holds({ sum: "value", of: "purchase", within: "1d", eq: 0.8 }, told, "12:00")).toBe(true)
  })

  it("leaves out and reports what is not a number, but not what is missing", () => {
    const { kinds } = tell(
      { segments: [{ id: "x", when: vip }] },
      [buy("10:00", { value: "60" }), buy("10:01", {})],
      "12:00",
    )
    expect(kinds).toEqual(["bad-event"])
  })

  it("takes all elements of an array, also where `items.` is left out", () => {
    const told = [buy("10:00", { items: [{ price: 60 }, { price: 40 }] })]
    expect(holds({ sum: "price", of: "purchase", eq: 100 }, told, "12:00")).toBe(true)
  })
})

describe("inactive", () => {
  it("begins at e + D, not one millisecond before, and ends with the next such event", () => {
    const when = { inactive: "1h", of: "purchase" }
    expect(since(when, [["10:00", "purchase"]], "11:00")).toBe(iso("11:00"))
    expect(holds(when, [["10:00", "purchase"]], "10:59:59.999")).toBe(false)
    expect(
      holds(
        when,
        [
          ["10:00", "purchase"],
          ["11:30", "purchase"],
        ],
        "11:31",
      ),
    ).toBe(false)
    expect(holds(when, [["10:00", "x"]], "20:00")).toBe(false)
  })

  it.each([
    "message_sent",
    "message_delivered",
    "message_shown",
    "message_failed",
    "message_bounced",
    "identify",
    "consent",
  ])("is not ended by %s, which the person did not do", (name) => {
    expect(
      since(
        { inactive: "1h" },
        [
          ["10:00", "x"],
          ["10:30", name, { channel: "email" }],
        ],
        "11:10",
      ),
    ).toBe(iso("11:00"))
  })

  it("is ended by an open, but not by a machine's", () => {
    const open = (machine: boolean): Told => ["10:30", "message_opened", { channel: "email", machine }]
    expect(holds({ inactive: "1h" }, [["10:00", "x"], open(false)], "11:10")).toBe(false)
    expect(holds({ inactive: "1h" }, [["10:00", "x"], open(true)], "11:10")).toBe(true)
  })

  it("begins after the first thing that is done, though nothing else asks for that", () => {
    for (const before of ["identify", "consent", "message_sent"]) {
      const told: Told[] = [
        ["09:00", before, { channel: "email" }],
        ["10:00", "x"],
      ]
      expect(since({ inactive: "1h" }, told, "12:00")).toBe(iso("11:00"))
    }
  })

  it("is left at once when something is done after it began", () => {
    expect(
      holds(
        { inactive: "1h" },
        [
          ["10:00", "x"],
          ["11:30", "y"],
        ],
        "11:29",
      ),
    ).toBe(true)
    expect(
      holds(
        { inactive: "1h" },
        [
          ["10:00", "x"],
          ["11:30", "y"],
        ],
        "11:30",
      ),
    ).toBe(false)
  })
})

describe("sequence", () => {
  const when = { sequence: ["a", "b", "c"], within: "1h" }

  it("holds once the last is no later than the first + D, and ever after", () => {
    const told: Told[] = [
      ["10:00", "a"],
      ["10:20", "x"],
      ["10:30", "b"],
      ["11:00", "c"],
    ]
    expect(since(when, told, "23:00")).toBe(iso("11:00"))
    expect(holds(when, [...told.slice(0, 3), ["11:00:00.001", "c"]], "23:00")).toBe(false)
  })

  it("begins again from a later first", () => {
    const told: Told[] = [
      ["10:00", "a"],
      ["10:50", "a"],
      ["11:00", "b"],
      ["11:40", "c"],
    ]
    expect(holds(when, told, "12:00")).toBe(true)
  })

  it("takes equal times in log order", () => {
    expect(
      holds(
        when,
        [
          ["10:00", "a"],
          ["10:00", "b"],
          ["10:00", "c"],
        ],
        "12:00",
      ),
    ).toBe(true)
    expect(
      holds(
        when,
        [
          ["10:00", "b"],
          ["10:00", "a"],
          ["10:00", "c"],
        ],
        "12:00",
      ),
    ).toBe(false)
  })

  it("takes any of a list in one place", () => {
    expect(
      holds(
        { sequence: ["a", ["b", "c"]], within: "1h" },
        [
          ["10:00", "a"],
          ["10:10", "c"],
        ],
        "12:00",
      ),
    ).toBe(true)
  })
})

describe("trait", () => {
  const set = (at: string, traits: Record<string, unknown>): Told => [at, "identify", traits]

  it("asks the latest value; null removes it", () => {
    const when = { trait: "tier", eq: "gold" }
    expect(since(when, [set("10:00", { tier: "silver" }), set("11:00", { tier: "gold" })], "12:00")).toBe(
      iso("11:00"),
    )
    expect(holds(when, [set("10:00", { tier: "gold" }), set("11:00", { tier: null })], "12:00")).toBe(false)
    expect(holds(when, [set("10:00", { tier: "gold" }), set("11:00", { other: 1 })], "12:00")).toBe(true)
  })

  it("is not set by the props of other events", () => {
    expect(holds({ trait: "tier", exists: true }, [["10:00", "sign_up", { tier: "gold" }]], "12:00")).toBe(
      false,
    )
  })

  it("reads nested paths and lists", () => {
    expect(
      holds({ trait: "address.city", eq: "Kazan" }, [set("10:00", { address: { city: "Kazan" } })], "12:00"),
    ).toBe(true)
    expect(holds({ trait: "tags", contains: "b" }, [set("10:00", { tags: ["a", "b"] })], "12:00")).toBe(true)
    expect(holds({ trait: "tags", eq: "b" }, [set("10:00", { tags: ["a", "b"] })], "12:00")).toBe(true)
  })

  it("with `for` asks since when without a break", () => {
    const when = { trait: "tier", eq: "gold", for: "1h" }
    expect(since(when, [set("10:00", { tier: "gold" })], "11:00")).toBe(iso("11:00"))
    expect(holds(when, [set("10:00", { tier: "gold" })], "10:59:59.999")).toBe(false)
    expect(since(when, [set("10:00", { tier: "gold" }), set("10:30", { tier: "gold" })], "11:00")).toBe(
      iso("11:00"),
    )
    const broken = [
      set("10:00", { tier: "gold" }),
      set("10:30", { tier: "silver" }),
      set("10:31", { tier: "gold" }),
    ]
    expect(since(when, broken, "11:31")).toBe(iso("11:31"))
    expect(holds(when, broken, "11:30:59.999")).toBe(false)
  })

  it("takes what is undone within an instant for nothing", () => {
    const told = [
      set("10:00", { tier: "gold" }),
      set("10:30", { tier: "silver" }),
      set("10:30", { tier: "gold" }),
    ]
    expect(since({ trait: "tier", eq: "gold", for: "1h" }, told, "11:00")).toBe(iso("11:00"))
  })

  it("missing has satisfied since the first event", () => {
    const when = { trait: "phone", exists: false, for: "1h" }
    expect(since(when, [["10:00", "x"], set("10:30", { tier: "gold" })], "11:00")).toBe(iso("11:00"))
  })
})

describe("segment, stage and the joints", () => {
  const purchase: Told = ["10:00", "purchase"]
  const start: Told = ["09:00", "x"]

  it("asks membership at t, through chains in any order of the list", () => {
    const segments = [
      { id: "x", when: { not: { segment: "y" } } },
      { id: "y", when: { any: [{ segment: "z" }, { stage: "late" }] } },
      { id: "z", when: { event: "purchase", within: "1h" } },
    ]
    const stages = [{ id: "all" }, { id: "late", when: { event: "never" } }]
    const at = (now: string) =>
      tell({ segments, stages }, [start, purchase], now).result.people[0]?.segments.map(({ id }) => id)
    expect(at("09:30")).toEqual(["x"])
    expect(at("11:00")).toEqual(["y", "z"])
    expect(at("11:00:00.001")).toEqual(["x"])
  })

  it("all, any, not", () => {
    const yes = { event: "x" }
    const no = { event: "y" }
    expect(holds({ all: [yes, yes] }, [start], "12:00")).toBe(true)
    expect(holds({ all: [yes, no] }, [start], "12:00")).toBe(false)
    expect(holds({ any: [no, yes] }, [start], "12:00")).toBe(true)
    expect(holds({ any: [no, no] }, [start], "12:00")).toBe(false)
    expect(holds({ not: no }, [start], "12:00")).toBe(true)
    expect(holds({ not: { not: yes } }, [start], "12:00")).toBe(true)
  })

  it("wakes for the part of an `all` that fails and of an `any` that holds", () => {
    const when = { all: [{ inactive: "1h" }, { event: "x", within: "2h" }] }
    expect(since(when, [start], "10:30")).toBe(iso("10:00"))
    expect(holds(when, [start], "11:00:00.001")).toBe(false)
    const either = { any: [{ event: "x", within: "30m" }, { inactive: "2h" }] }
    expect(since(either, [start], "09:30")).toBe(iso("09:00"))
    expect(holds(either, [start], "10:59:59.999")).toBe(false)
    expect(since(either, [start], "11:00")).toBe(iso("11:00"))
  })
})
