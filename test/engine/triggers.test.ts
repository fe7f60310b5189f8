import { describe, expect, it } from "vitest"
import { triggerForms } from "../../shared/engine/triggers/registry"
import { iso, scenarioOf, type Told, tell } from "./story"

const STEPS = [{ id: "email", channel: "email", after: "30d" }]

/** Trigger times (and keys) of the runs of a scenario with this trigger. */
function firings(
  trigger: unknown,
  told: Told[],
  now: string,
  rest: object = {},
  more: object = {},
): string[] {
  const steps = [{ id: "email", channel: "email" }]
  const sections = {
    ...scenarioOf(steps, { trigger, ...rest }),
    channels: { email: { grace: "0s" } },
    ...more,
  }
  return tell(sections, told, now).result.people.flatMap(({ runs }) =>
    runs
      .filter(({ scenario }) => scenario === "s")
      .map(({ triggeredAt, key }) => (key === null ? triggeredAt : `${triggeredAt} ${key}`)),
  )
}

it("has one engine form for each form of the map", () => {
  const keys = triggerForms.map(({ key }) => key).sort()
  expect(keys).toEqual(["absence", "date", "enters", "event", "goal", "inactive", "leaves", "schedule"])
})

describe("event", () => {
  it("fires at each matching event, and at no other", () => {
    expect(
      firings(
        { event: "go" },
        [
          ["10:00", "go"],
          ["11:00", "stay"],
          ["12:00", "go"],
        ],
        "13:00",
      ),
    ).toEqual([iso("10:00"), iso("12:00")])
  })

  it("with `per` keeps keys apart, and begins nothing without one", () => {
    const told: Told[] = [
      ["10:00", "go", { cart: "A" }],
      ["10:00", "go", { cart: 7 }],
      ["10:01", "go"],
      ["10:02", "go", { cart: { x: 1 } }],
    ]
    expect(firings({ event: "go", per: "cart" }, told, "13:00")).toEqual([
      `${iso("10:00")} A`,
      `${iso("10:00")} 7`,
    ])
  })

  it("with `per` through an array has the key of the first element", () => {
    const told: Told[] = [["10:00", "go", { items: [{ item_id: "a" }, { item_id: "b" }] }]]
    expect(firings({ event: "go", per: "item_id" }, told, "13:00")).toEqual([`${iso("10:00")} a`])
  })
})

describe("absence", () => {
  const cart = { event: "add", without: "buy", for: "1h" }

  it("fires at a + D, unless the other came by then", () => {
    expect(firings(cart, [["10:00", "add"]], "11:00")).toEqual([iso("11:00")])
    expect(firings(cart, [["10:00", "add"]], "10:59:59.999")).toEqual([])
    expect(
      firings(
        cart,
        [
          ["10:00", "add"],
          ["11:00", "buy"],
        ],
        "13:00",
      ),
    ).toEqual([])
    expect(
      firings(
        cart,
        [
          ["10:00", "add"],
          ["11:00:00.001", "buy"],
        ],
        "13:00",
      ),
    ).toEqual([iso("11:00")])
  })

  it("counts only what lies after the anchor, in log order within an instant", () => {
    expect(
      firings(
        cart,
        [
          ["10:00", "buy"],
          ["10:00", "add"],
        ],
        "13:00",
      ),
    ).toEqual([iso("11:00")])
    expect(
      firings(
        cart,
        [
          ["10:00", "add"],
          ["10:00", "buy"],
        ],
        "13:00",
      ),
    ).toEqual([])
  })

  it("restarts with each anchor, also one at the very deadline", () => {
    expect(
      firings(
        cart,
        [
          ["10:00", "add"],
          ["10:59", "add"],
        ],
        "13:00",
      ),
    ).toEqual([iso("11:59")])
    expect(
      firings(
        cart,
        [
          ["10:00", "add"],
          ["11:00", "add"],
        ],
        "13:00",
      ),
    ).toEqual([iso("12:00")])
  })

  it("without restart counts from the first, ignores others until it has fired or was cancelled", () => {
    const first = { ...cart, restart: false }
    expect(
      firings(
        first,
        [
          ["10:00", "add"],
          ["10:59", "add"],
          ["11:00", "add"],
        ],
        "13:00",
      ),
    ).toEqual([iso("11:00")])
    expect(
      firings(
        first,
        [
          ["10:00", "add"],
          ["10:30", "buy"],
          ["10:40", "add"],
        ],
        "13:00",
      ),
    ).toEqual([iso("11:40")])
    expect(
      firings(
        first,
        [
          ["10:00", "add"],
          ["11:00:00.001", "add"],
        ],
        "13:00",
      ),
    ).toEqual([iso("11:00"), iso("12:00:00.001")])
  })

  it("keeps keys apart; one without a key cancels all", () => {
    const keyed = { ...cart, per: "cart" }
    const told: Told[] = [
      ["10:00", "add", { cart: "A" }],
      ["10:01", "add", { cart: "B" }],
    ]
    expect(firings(keyed, [...told, ["10:30", "buy", { cart: "B" }]], "13:00")).toEqual([`${iso("11:00")} A`])
    expect(firings(keyed, [...told, ["10:30", "buy"]], "13:00")).toEqual([])
    expect(firings(keyed, [...told, ["10:30", "buy", { cart: "C" }]], "13:00")).toEqual([
      `${iso("11:00")} A`,
      `${iso("11:01")} B`,
    ])
  })

  it("touches by a `without` event the keys of all its elements", () => {
    const keyed = { ...cart, per: "item_id" }
    const told: Told[] = [
      ["10:00", "add", { item_id: "a" }],
      ["10:01", "add", { item_id: "b" }],
      ["10:02", "add", { item_id: "c" }],
      ["10:30", "buy", { items: [{ item_id: "a" }, { item_id: "b" }] }],
    ]
    expect(firings(keyed, told, "13:00")).toEqual([`${iso("11:02")} c`])
  })

  it("takes a list of what cancels", () => {
    const both = { ...cart, without: ["buy", { event: "pay", where: { ok: true } }] }
    expect(
      firings(
        both,
        [
          ["10:00", "add"],
          ["10:30", "pay", { ok: true }],
        ],
        "13:00",
      ),
    ).toEqual([])
    expect(
      firings(
        both,
        [
          ["10:00", "add"],
          ["10:30", "pay", { ok: false }],
        ],
        "13:00",
      ),
    ).toEqual([iso("11:00")])
  })

  it("remembers more open carts than it forgets closed ones", () => {
    const told = Array.from(
      { length: 100 },
      (_, index): Told => [`10:00:${(index / 10).toFixed(1)}`, "add", { cart: `c${index}` }],
    )
    expect(firings({ ...cart, per: "cart" }, told, "13:00")).toHaveLength(100)
  })
})

describe("enters and leaves", () => {
  const segments = [{ id: "hot", when: { event: "add", within: "1h" } }]
  const stages = [{ id: "all" }, { id: "intent", when: { event: "add", within: "2h" } }]
  const told: Told[] = [
    ["09:00", "x"],
    ["10:00", "add"],
  ]

  it("fire when membership changes, also by time alone", () => {
    expect(firings({ enters: { segment: "hot" } }, told, "13:00", {}, { segments })).toEqual([iso("10:00")])
    expect(firings({ leaves: { segment: "hot" } }, told, "13:00", {}, { segments })).toEqual([
      iso("11:00:00.001"),
    ])
    expect(firings({ enters: { stage: "intent" } }, told, "13:00", {}, { stages })).toEqual([iso("10:00")])
    expect(firings({ leaves: { stage: "intent" } }, told, "13:00", {}, { stages })).toEqual([
      iso("12:00:00.001"),
    ])
    expect(firings({ enters: { stage: "all" } }, told, "13:00", {}, { stages })).toEqual([
      iso("09:00"),
      iso("12:00:00.001"),
    ])
  })

  it("take being in from the first event on for entering", () => {
    const newcomers = [{ id: "new", when: { not: { event: "buy" } } }]
    expect(firings({ enters: { segment: "new" } }, told, "13:00", {}, { segments: newcomers })).toEqual([
      iso("09:00"),
    ])
  })

  it("see nothing of what is undone within an instant", () => {
    const gold = [{ id: "gold", when: { trait: "tier", eq: "gold" } }]
    const undone: Told[] = [
      ["09:00", "x"],
      ["10:00", "identify", { tier: "gold" }],
      ["10:00", "identify", { tier: "tin" }],
    ]
    expect(firings({ enters: { segment: "gold" } }, undone, "13:00", {}, { segments: gold })).toEqual([])
  })
})

describe("inactive", () => {
  it("fires once for each quiet period", () => {
    const trigger = { inactive: "1h" }
    expect(firings(trigger, [["10:00", "x"]], "23:00")).toEqual([iso("11:00")])
    expect(
      firings(
        trigger,
        [
          ["10:00", "x"],
          ["11:00", "x"],
          ["12:30", "x"],
        ],
        "23:00",
      ),
    ).toEqual([iso("12:00"), iso("13:30")])
    expect(
      firings(
        trigger,
        [
          ["10:00", "x"],
          ["10:30", "identify", {}],
        ],
        "23:00",
      ),
    ).toEqual([iso("11:00")])
  })
})

describe("goal", () => {
  it("fires when a run of that scenario reaches its goal, at the goal", () => {
    const one = { id: "one", trigger: { event: "go" }, goal: { event: "buy", within: "1h" }, steps: STEPS }
    const two = { id: "s", trigger: { goal: "one" }, steps: STEPS }
    const { result } = tell(
      { scenarios: [two, one] },
      [
        ["10:00", "go"],
        ["11:00", "buy"],
      ],
      "12:00",
    )
    expect(
      result.people[0]?.runs.map(({ scenario, triggeredAt, because }) => [scenario, triggeredAt, because]),
    ).toEqual([
      ["one", iso("10:00"), ["e1"]],
      ["s", iso("11:00"), ["e2"]],
    ])
    const late = tell(
      { scenarios: [two, one] },
      [
        ["10:00", "go"],
        ["11:00:00.001", "buy"],
      ],
      "12:00",
    )
    expect(late.result.people[0]?.runs).toHaveLength(1)
  })
})

describe("date", () => {
  const known = (at: string, birthday: unknown, traits: object = {}): Told => [
    at,
    "identify",
    { birthday, ...traits },
  ]
  const yearly = { date: "birthday", every: "year" }

  it("fires on the day at ten o'clock, or at the given wall time", () => {
    expect(firings({ date: "birthday" }, [known("02 00:00", "2026-03-04")], "10 00:00")).toEqual([
      iso("04 10:00"),
    ])
    expect(
      firings({ date: "birthday", at: "08:15" }, [known("02 00:00", "2026-03-04T23:00:00Z")], "10 00:00"),
    ).toEqual([iso("04 08:15")])
  })

  it("keeps the wall time of the person's zone", () => {
    const told = [known("02 00:00", "2026-03-04", { timezone: "Asia/Tokyo" })]
    expect(firings({ date: "birthday" }, told, "10 00:00")).toEqual([iso("04 01:00")])
  })

  it("moves whole days by the calendar and other offsets by the clock", () => {
    const berlin = { timeZone: "Europe/Berlin" }
    const told = [known("02 00:00", "2026-03-30")]
    expect(firings({ date: "birthday", offset: "-1d" }, told, "31 23:00", {}, berlin)).toEqual([
      "2026-03-29T08:00:00.000Z",
    ])
    expect(firings({ date: "birthday", offset: "-36h" }, told, "31 23:00", {}, berlin)).toEqual([
      "2026-03-28T20:00:00.000Z",
    ])
    expect(firings({ date: "birthday", offset: "2h" }, told, "31 23:00", {}, berlin)).toEqual([
      "2026-03-30T10:00:00.000Z",
    ])
  })

  it("comes every year, from the date's own year on", () => {
    expect(firings(yearly, [known("02 00:00", "1990-03-04")], "2029-03-01T00:00:00Z")).toEqual([
      "2026-03-04T10:00:00.000Z",
      "2027-03-04T10:00:00.000Z",
      "2028-03-04T10:00:00.000Z",
    ])
    expect(firings(yearly, [known("02 00:00", "2028-03-04")], "2029-03-01T00:00:00Z")).toEqual([
      "2028-03-04T10:00:00.000Z",
    ])
  })

  it("takes 29 February for 28 in other years, before the offset", () => {
    const told: Told[] = [["2026-01-01T00:00:00Z", "identify", { birthday: "2024-02-29" }]]
    expect(firings({ ...yearly, offset: "1d" }, told, "2028-12-31T00:00:00Z")).toEqual([
      "2026-03-01T10:00:00.000Z",
      "2027-03-01T10:00:00.000Z",
      "2028-03-01T10:00:00.000Z",
    ])
  })

  it("past: skips, or sends at once within 24 hours", () => {
    const trigger = { date: "birthday", onPast: "send" }
    expect(firings(trigger, [known("04 10:00", "2026-03-04")], "10 00:00")).toEqual([iso("04 10:00")])
    expect(firings(trigger, [known("05 09:59:59.999", "2026-03-04")], "10 00:00")).toEqual([
      iso("05 09:59:59.999"),
    ])
    expect(firings(trigger, [known("05 10:00", "2026-03-04")], "10 00:00")).toEqual([])
    expect(firings({ date: "birthday" }, [known("04 10:00:00.001", "2026-03-04")], "10 00:00")).toEqual([])
  })

  it("comes once for a date and year, whatever is set again", () => {
    const told = [
      known("02 00:00", "2026-03-04"),
      known("04 11:00", "2026-03-04", { timezone: "America/New_York" }),
      known("04 16:00", "2026-03-04"),
    ]
    expect(firings({ date: "birthday", onPast: "send" }, told, "10 00:00")).toEqual([iso("04 10:00")])
  })

  it("never fires for what is no date, and reports it", () => {
    for (const value of ["soon", "2026-02-30", 20260304, true]) {
      const { result, kinds } = tell(
        scenarioOf(STEPS, { trigger: { date: "birthday" } }),
        [known("02 00:00", value)],
        "10 00:00",
      )
      expect(result.people[0]?.runs).toEqual([])
      expect(kinds).toEqual(["bad-event"])
      expect(result.people[0]?.whyNot).toEqual([
        expect.objectContaining({ unmet: [{ condition: "trait birthday", is: "not a date" }] }),
      ])
    }
    const missing = tell(
      scenarioOf(STEPS, { trigger: { date: "birthday" } }),
      [["02 00:00", "x"]],
      "10 00:00",
    )
    expect(missing.result.people[0]?.whyNot[0]?.unmet).toEqual([
      { condition: "trait birthday", is: "missing" },
    ])
  })
})

describe("schedule", () => {
  const start: Told = ["2026-03-01T00:00:00Z", "x"]

  it("fires at each matching minute for everyone with an event at or before it", () => {
    expect(firings({ schedule: "0 10 * * MON" }, [["02 10:00", "x"]], "10 00:00")).toEqual([
      iso("02 10:00"),
      iso("09 10:00"),
    ])
    expect(firings({ schedule: "0 10 * * MON" }, [["02 10:00:00.001", "x"]], "10 00:00")).toEqual([
      iso("09 10:00"),
    ])
  })

  it("takes either of day of month and day of week where both are given", () => {
    expect(firings({ schedule: "0 10 4 * FRI" }, [start], "10 00:00")).toEqual([
      iso("04 10:00"),
      iso("06 10:00"),
    ])
  })

  it("fires a skipped minute once, at the first that exists, and a doubled one the first time", () => {
    const berlin = { timeZone: "Europe/Berlin" }
    expect(firings({ schedule: "30 2 29 3 *" }, [start], "2026-03-30T00:00:00Z", {}, berlin)).toEqual([
      "2026-03-29T01:00:00.000Z",
    ])
    expect(firings({ schedule: "30 2 25 10 *" }, [start], "2026-10-26T00:00:00Z", {}, berlin)).toEqual([
      "2026-10-25T00:30:00.000Z",
    ])
    expect(firings({ schedule: "*/30 1-3 29 3 *" }, [start], "2026-03-30T00:00:00Z", {}, berlin)).toEqual([
      "2026-03-29T00:00:00.000Z",
      "2026-03-29T00:30:00.000Z",
      "2026-03-29T01:00:00.000Z",
      "2026-03-29T01:30:00.000Z",
    ])
  })

  it("fires a wall minute once per local day when the person moves", () => {
    const trigger = { schedule: "0 10 * * *", zone: "person" }
    const west: Told[] = [
      ["02 00:00", "identify", { timezone: "Europe/Moscow" }],
      ["02 08:00", "identify", { timezone: "America/New_York" }],
    ]
    expect(firings(trigger, west, "03 16:00")).toEqual([iso("02 07:00"), iso("03 15:00")])
    const east: Told[] = [
      ["02 00:00", "identify", { timezone: "America/New_York" }],
      ["02 08:00", "identify", { timezone: "Asia/Tokyo" }],
    ]
    expect(firings(trigger, east, "03 16:00")).toEqual([iso("03 01:00")])
  })

  it("asks the audience at that time", () => {
    const audience = { event: "read", within: "1d" }
    const told: Told[] = [
      ["02 09:00", "read"],
      ["04 08:00", "read"],
    ]
    expect(firings({ schedule: "0 10 * * *" }, told, "07 00:00", { audience })).toEqual([
      iso("02 10:00"),
      iso("04 10:00"),
    ])
  })

  it("of every minute sleeps while nobody is in its audience, and wakes in time", () => {
    const trigger = { schedule: "* * * * *" }
    const audience = { event: "read", within: "1m" }
    const told: Told[] = [
      ["1970-01-01T00:00:00Z", "x"],
      ["02 09:00:30", "read"],
      ["02 09:05", "x"],
    ]
    expect(firings(trigger, told, "07 00:00", { audience })).toEqual([iso("02 09:01")])
    const quiet = { all: [{ inactive: "1h" }, { not: { inactive: "61m" } }] }
    expect(firings(trigger, told, "02 08:00", { audience: quiet, reentry: "once" })).toEqual([
      "1970-01-01T01:00:00.000Z",
    ])
    const segments = [{ id: "r", when: audience }]
    expect(firings(trigger, told, "07 00:00", { audience: { segment: "r" } }, { segments })).toEqual([
      iso("02 09:01"),
    ])
  })

  it("never fires on a day that never comes", () => {
    expect(firings({ schedule: "0 10 30 2 *" }, [start], "2030-01-01T00:00:00Z")).toEqual([])
  })
})

describe("any", () => {
  it("fires by each, but once for an instant", () => {
    const trigger = { any: [{ event: "go" }, { any: [{ event: ["go", "run"] }] }] }
    expect(
      firings(
        trigger,
        [
          ["10:00", "go"],
          ["11:00", "run"],
        ],
        "13:00",
      ),
    ).toEqual([iso("10:00"), iso("11:00")])
    const { kinds } = tell(scenarioOf(STEPS, { trigger }), [["10:00", "go"]], "13:00")
    expect(kinds).toEqual([])
  })
})
