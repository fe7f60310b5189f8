import { describe, expect, it } from "vitest"
import { triggerForms } from "../../shared/engine/triggers/registry"
import { firings } from "./firings"
import { iso, scenarioOf, type Told, tell } from "./story"

const STEPS = [{ id: "email", channel: "email", after: "30d" }]

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
