import { describe, expect, it } from "vitest"
import { CONDITION_FORMS } from "../../shared/map/condition"
import { iso, type Told, tell } from "./story"

const CHANNELS = {
  email: { address: "email", consent: "opt-in" },
  push: { address: "push_token" },
  sms: {},
}

/** Why the only scenario did not start, at 13:00. */
function whyNot(scenario: object, told: Told[], more: object = {}) {
  const whole = { id: "s", steps: [{ id: "a", channel: "sms" }], ...scenario }
  return tell({ channels: CHANNELS, scenarios: [whole], ...more }, told, "13:00").result.people[0]?.whyNot[0]
}

const SEGMENTS = { segments: [{ id: "vip", when: { trait: "tier", eq: "gold" } }] }
const STAGES = { stages: [{ id: "all" }, { id: "buyer", when: { event: "purchase" } }] }

/** A condition, what happened where it is not met, what the person then has and the least change; what happened where it is. */
const CONDITIONS: Record<
  string,
  [condition: object, unmet: Told[], is: string, change: string, met: Told[]][]
> = {
  event: [
    [
      { event: "v", count: 2, within: "2h" },
      [
        ["10:00", "v"],
        ["12:00", "v"],
      ],
      "1 time within 2h",
      "v at least 2 times within 2h",
      [
        ["11:00", "v"],
        ["12:00", "v"],
      ],
    ],
    [{ event: "v", count: 0 }, [["10:00", "v"]], "at least 1 time", "v never", [["10:00", "w"]]],
    [
      { event: "v", where: { price: { gte: 5 } } },
      [["10:00", "v", { price: 4 }]],
      "never",
      "v where price gte 5 at least once",
      [["10:00", "v", { price: 5 }]],
    ],
  ],
  sum: [
    [
      { sum: "value", of: "purchase", gte: 10 },
      [["10:00", "purchase", { value: 4 }]],
      "4",
      "sum of value of purchase becomes gte 10",
      [["10:00", "purchase", { value: 10 }]],
    ],
  ],
  inactive: [
    [
      { inactive: "2h" },
      [["12:00", "v"]],
      `last at ${iso("12:00")}`,
      `no activity until ${iso("14:00")}`,
      [["11:00", "v"]],
    ],
    [
      { inactive: "2h", of: "purchase" },
      [["10:00", "v"]],
      "never",
      "purchase once, then none for 2h",
      [["10:00", "purchase"]],
    ],
  ],
  sequence: [
    [
      { sequence: ["a", "b", "c"], within: "5h" },
      [
        ["10:00", "a"],
        ["11:00", "b"],
      ],
      "2 of 3",
      "a, then b, then c within 5h",
      [
        ["10:00", "a"],
        ["11:00", "b"],
        ["12:00", "c"],
      ],
    ],
  ],
  trait: [
    [
      { trait: "tier", eq: "gold" },
      [["10:00", "identify", { tier: "tin" }]],
      '"tin"',
      'trait tier becomes eq "gold"',
      [["10:00", "identify", { tier: "gold" }]],
    ],
    [
      { trait: "tier", exists: true },
      [["10:00", "v"]],
      "missing",
      "trait tier becomes exists true",
      [["10:00", "identify", { tier: 1 }]],
    ],
    [
      { trait: "tier", eq: 1, for: "4h" },
      [["10:00", "identify", { tier: 1 }]],
      "1, not long enough",
      "trait tier becomes eq 1 for 4h",
      [["09:00", "identify", { tier: 1 }]],
    ],
  ],
  segment: [
    [
      { segment: "vip" },
      [["10:00", "v"]],
      "not in it",
      "enters segment vip",
      [["10:00", "identify", { tier: "gold" }]],
    ],
  ],
  stage: [
    [{ stage: "buyer" }, [["10:00", "v"]], "in another", "enters stage buyer", [["10:00", "purchase"]]],
  ],
  consent: [
    [
      { consent: "email" },
      [["10:00", "v"]],
      "never asked",
      "consent for email is granted",
      [["10:00", "consent", { email: "granted" }]],
    ],
    [
      { consent: "email" },
      [["10:00", "consent", { email: "denied" }]],
      "denied",
      "consent for email is granted",
      [["10:00", "consent", { marketing: "granted" }]],
    ],
  ],
  reachable: [
    [
      { reachable: "push" },
      [["10:00", "v"]],
      "no push_token",
      "push_token becomes known",
      [["10:00", "identify", { push_token: "t" }]],
    ],
    [
      { reachable: "email" },
      [
        ["10:00", "identify", { email: "a@mail.example" }],
        ["11:00", "message_bounced", { channel: "email" }],
      ],
      "bounced",
      "email gets another value",
      [["10:00", "identify", { email: "a@mail.example" }]],
    ],
  ],
  all: [
    [
      { all: [{ event: "a" }, { event: "b" }] },
      [["10:00", "a"]],
      "never",
      "b at least once",
      [
        ["10:00", "a"],
        ["10:01", "b"],
      ],
    ],
  ],
  any: [
    [
      { any: [{ all: [{ event: "a" }, { event: "b" }] }, { event: "c" }] },
      [["10:00", "v"]],
      "never",
      "c at least once",
      [["10:00", "c"]],
    ],
  ],
  not: [
    [
      { not: { event: "buy" } },
      [["10:00", "buy"]],
      "at least 1 time",
      "not buy at least once",
      [["10:00", "v"]],
    ],
  ],
}

describe("every kind of condition of an audience", () => {
  it("is here", () => {
    expect(Object.keys(CONDITIONS).sort()).toEqual([...CONDITION_FORMS].sort())
  })

  const rows = Object.values(CONDITIONS).flat()
  it.each(rows)("%j", (audience, unmet, is, change, met) => {
    const more = { ...SEGMENTS, ...STAGES }
    const without = whyNot({ trigger: { event: "go" }, audience }, unmet, more)
    expect(without?.unmet.map((one) => one.is)).toContain(is)
    expect(without?.change).toEqual(["go once", change])
    const having = whyNot({ trigger: { event: "go" }, audience }, met, more)
    expect(having?.unmet[0]).toEqual({ condition: "go", is: "never" })
    expect(having?.change).toEqual(["go once"])
    expect(having?.met.length).toBeGreaterThan(0)
  })
})

describe("every kind of trigger", () => {
  it.each<[object, Told[], string, string]>([
    [{ event: "go", where: { x: 1 } }, [["10:00", "go"]], "never", "go where x is 1 once"],
    [{ event: "go", per: "cart" }, [["10:00", "go"]], "without cart", "go with cart once"],
    [
      { event: "add", without: "buy", for: "4h" },
      [["10:00", "add"]],
      `waiting until ${iso("14:00")}`,
      `no buy until ${iso("14:00")}`,
    ],
    [{ enters: { segment: "vip" } }, [["10:00", "v"]], "not in it", "enters segment vip"],
    [
      { leaves: { segment: "vip" } },
      [["10:00", "v"]],
      "not in it",
      "enters segment vip, then leaves segment vip",
    ],
    [
      { leaves: { segment: "vip" } },
      [["10:00", "identify", { tier: "gold" }]],
      "in it",
      "leaves segment vip",
    ],
    [{ enters: { stage: "buyer" } }, [["10:00", "v"]], "not in it", "enters stage buyer"],
    [{ inactive: "2h" }, [["12:00", "v"]], `last at ${iso("12:00")}`, `no activity until ${iso("14:00")}`],
    [{ goal: "s" }, [["10:00", "v"]], "no run", "a run of s reaches its goal"],
    [{ date: "birthday" }, [["10:00", "v"]], "missing", "trait birthday becomes a date (YYYY-MM-DD)"],
    [
      { date: "birthday" },
      [["10:00", "identify", { birthday: "2026-03-04" }]],
      `next at ${iso("04 10:00")}`,
      `it is ${iso("04 10:00")}`,
    ],
    [{ schedule: "0 14 * * *" }, [["10:00", "v"]], `next at ${iso("14:00")}`, `it is ${iso("14:00")}`],
    [{ any: [{ event: "a" }, { event: "b" }] }, [["10:00", "v"]], "never", "a once"],
  ])("%j", (trigger, told, is, change) => {
    const found = whyNot({ trigger }, told, { ...SEGMENTS, ...STAGES })
    expect(found?.unmet.map((one) => one.is)).toContain(is)
    expect(found?.change).toEqual([change])
  })

  it("enters, of somebody who is in it already and was not meant then", () => {
    const found = whyNot(
      { trigger: { enters: { segment: "vip" } }, audience: { event: "v" } },
      [["10:00", "identify", { tier: "gold" }]],
      SEGMENTS,
    )
    expect(found?.change).toEqual(["leaves segment vip, then enters segment vip", "v at least once"])
  })
})

describe("a trigger that came too early", () => {
  it("is what is missing, when all else holds by now", () => {
    const audience = { trait: "tier", eq: "gold" }
    const told: Told[] = [
      ["10:00", "go"],
      ["11:00", "identify", { tier: "gold" }],
    ]
    expect(whyNot({ trigger: { event: "go" }, audience }, told)).toEqual({
      scenario: "s",
      unmet: [{ condition: "go", is: "seen, but it began nothing then" }],
      met: [{ condition: 'trait tier eq "gold"', is: '"gold"' }],
      change: ["go once more"],
    })
    // And so it is: once more, and it begins.
    expect(whyNot({ trigger: { event: "go" }, audience }, [...told, ["12:00", "go"]])).toBeUndefined()
  })
})

describe("the smallest change", () => {
  const change = (scenario: object, told: Told[]) =>
    whyNot(scenario, told, { ...SEGMENTS, ...STAGES })?.change ?? null

  it("has the trigger once more, where it was seen and the audience did not fit", () => {
    const audience = { trait: "tier", eq: "gold" }
    const gold = 'trait tier becomes eq "gold"'
    expect(change({ trigger: { event: "go" }, audience }, [["10:00", "go"]])).toEqual(["go once more", gold])
    const keyed = { trigger: { event: "go", per: "cart" }, audience }
    expect(change(keyed, [["10:00", "go", { cart: "k" }]])).toEqual(["go with cart once more", gold])
    const either = { trigger: { any: [{ event: "a" }, { event: "b" }] }, audience }
    expect(change(either, [["10:00", "b"]])).toEqual(["a once", gold])
  })

  it("is not what can no longer come, where there is another way", () => {
    const buyers = [{ not: { event: "buy" } }, { event: "vip" }]
    const bought: Told[] = [["10:00", "buy"]]
    const trigger = { event: "go" }
    expect(change({ trigger, audience: { any: buyers } }, bought)).toEqual(["go once", "vip at least once"])
    const either = { trigger: { any: [{ schedule: "0 9 30 2 *" }, { event: "go" }] } }
    expect(change(either, [["10:00", "v"]])).toEqual(["go once"])
    const inOrder = { not: { sequence: ["a", "b"], within: "1h" } }
    const both: Told[] = [
      ["10:00", "a"],
      ["10:01", "b"],
    ]
    expect(change({ trigger, audience: { any: [inOrder, { event: "vip" }] } }, both)).toContain(
      "vip at least once",
    )
    // There is none: then it is said as it is. A window lets go.
    expect(change({ trigger, audience: buyers[0] }, bought)).toEqual(["go once", "not buy at least once"])
    const lately = { any: [{ not: { event: "buy", within: "1d" } }, { event: "vip" }] }
    expect(change({ trigger, audience: lately }, bought)).toContain("not buy at least once within 1d")
  })

  it("of a count that has gone too far is another way, of one that has not is the count", () => {
    const audience = (count: object) => ({ any: [{ event: "v", count }, { event: "vip" }] })
    const twice: Told[] = [
      ["10:00", "v"],
      ["10:01", "v"],
    ]
    const trigger = { event: "go" }
    expect(change({ trigger, audience: audience({ lte: 1 }) }, twice)).toContain("vip at least once")
    expect(change({ trigger, audience: audience({ eq: 1 }) }, twice)).toContain("vip at least once")
    expect(change({ trigger, audience: audience({ eq: 3 }) }, twice)).toContain("v exactly 3 times")
    expect(change({ trigger, audience: audience({ ne: 2 }) }, twice)).toContain("v not 2 times")
  })

  it("asks the audience at the time of the trigger, where that is a matter of time", () => {
    const viewed: Told[] = [["12:30", "v"]]
    const lately = { event: "v", within: "1h" }
    const at14 = `it is ${iso("14:00")}`
    const trigger = { schedule: "0 14 * * *" }
    expect(change({ trigger, audience: lately }, viewed)).toEqual([at14, "v at least once within 1h"])
    // What has come by itself until then need not be done.
    expect(change({ trigger, audience: { inactive: "1h" } }, viewed)).toEqual([at14])
    const waiting = { trigger: { event: "add", without: "buy", for: "2h" }, audience: lately }
    const none = `no buy until ${iso("14:30")}`
    expect(change(waiting, [...viewed, ["12:30", "add"]])).toEqual([none, "v at least once within 1h"])
    // Segments too are as they will be then.
    const ofSegment = tell(
      {
        segments: [{ id: "looking", when: lately }],
        scenarios: [
          { id: "s", trigger, audience: { segment: "looking" }, steps: [{ id: "a", channel: "sms" }] },
        ],
      },
      viewed,
      "13:00",
    ).result.people[0]?.whyNot[0]
    expect(ofSegment?.change).toEqual([at14, "enters segment looking"])
    expect(ofSegment?.met).toEqual([{ condition: "in segment looking", is: "in it" }])
  })

  it("says nothing twice, and nothing that the event of the trigger brings along", () => {
    const trigger = { event: "go" }
    const twice = { all: [{ event: "go" }, { event: "b" }, { any: [{ event: "b" }] }] }
    expect(change({ trigger, audience: twice }, [["10:00", "v"]])).toEqual(["go once", "b at least once"])
    const second = { event: "go", count: 2 }
    expect(change({ trigger, audience: second }, [["10:00", "go"]])).toEqual(["go once more"])
    expect(change({ trigger, audience: second }, [["10:00", "v"]])).toEqual([
      "go once",
      "go at least 2 times",
    ])
  })
})

describe("a key that an event has or lacks", () => {
  it("is said to be lacking only where it is", () => {
    const audience = { trait: "tier", eq: "gold" }
    const met = whyNot({ trigger: { event: "go", per: "cart" }, audience }, [["10:00", "go", { cart: "k" }]])
    expect(met?.met).toEqual([{ condition: "go with cart", is: "seen" }])
    const absence = { trigger: { event: "add", without: "buy", for: "1h", per: "cart" } }
    const lacking = whyNot(absence, [["10:00", "add"]])
    expect(lacking?.unmet[0]?.is).toBe("without cart")
    expect(lacking?.change).toEqual(["add with cart, then no buy for 1h"])
    expect(whyNot(absence, [["10:00", "v"]])?.unmet[0]?.is).toBe("never add")
  })
})

it("of several triggers every one is told, also where one was seen in vain", () => {
  const audience = { trait: "tier", eq: "gold" }
  const told: Told[] = [
    ["10:00", "a"],
    ["11:00", "identify", { tier: "gold" }],
  ]
  const found = whyNot({ trigger: { any: [{ event: "a" }, { event: "b" }] }, audience }, told)
  expect(found?.unmet.map(({ is }) => is)).toEqual(["seen, but it began nothing then", "never"])
  expect(found?.change).toEqual(["a once more"])
})
