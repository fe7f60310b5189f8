import { describe, expect, it } from "vitest"
import { evidence, iso, type Sections, scenarioOf, type Told, tell } from "./story"

const NOW = "2026-04-30T00:00:00Z"
const PROMO = { messages: { m: { type: "promotional" }, n: { type: "news" }, v: { type: "service" } } }

/** What became of the step of the last of several triggers, under these caps of e-mail. */
function last(
  caps: object[],
  told: Told[],
  { message = "m", more = {} as Sections, now = NOW } = {},
): string {
  const sections = {
    ...PROMO,
    channels: { email: { caps }, push: {} },
    ...scenarioOf([{ id: "a", channel: "email", message }]),
    ...more,
  }
  const { result } = tell(sections, told, now)
  const step = result.people[0]?.runs.at(-1)?.steps[0]
  return `${step?.reason ?? step?.status} ${step?.dueAt}`
}

const sent = (at: string, props: Record<string, unknown> = {}): Told => [
  at,
  "message_sent",
  { channel: "email", provider_id: at, campaign: "other", ...props },
]

describe("windows (rule 21)", () => {
  const daily = [{ max: 1, per: "1d" }]

  it("t - per < s <= t", () => {
    expect(last(daily, [sent("10:00"), ["03 10:00", "go"]])).toBe(`missed ${iso("03 10:00")}`)
    expect(last(daily, [sent("10:00:00.001"), ["03 10:00", "go"]])).toBe(`capped ${iso("03 10:00")}`)
    expect(last(daily, [sent("10:00"), ["10:00", "go"]])).toBe(`capped ${iso("10:00")}`)
  })

  it.each([
    ["calendar-day", "2026-03-02T23:59:59.999Z", "2026-03-03T00:00:00Z"],
    ["calendar-week", "2026-03-08T23:59:59.999Z", "2026-03-09T00:00:00Z"],
    ["calendar-month", "2026-03-31T23:59:59.999Z", "2026-04-01T00:00:00Z"],
  ])("%s begins at local midnight", (per, within, after) => {
    expect(last([{ max: 1, per }], [sent("00:00"), [within, "go"]])).toMatch(/^capped/)
    expect(last([{ max: 1, per }], [sent("00:00"), [after, "go"]])).toMatch(/^missed/)
  })

  it.each([
    ["calendar-day", "2026-03-04T23:59:59.999Z", "2026-03-05T00:00:00Z", "2026-03-06T00:00:00.000Z"],
    ["calendar-week", "2026-03-08T23:59:59.999Z", "2026-03-09T00:00:00Z", "2026-03-16T00:00:00.000Z"],
    ["calendar-month", "2026-03-31T23:59:59.999Z", "2026-04-01T00:00:00Z", "2026-05-01T00:00:00.000Z"],
    ["calendar-month", "2025-11-30T23:59:59.999Z", "2025-12-01T00:00:00Z", "2026-01-01T00:00:00.000Z"],
  ])("%s does not count what was before it, and puts off to the next", (per, before, begin, next) => {
    const cap = { max: 1, per, on: "defer" }
    expect(last([cap], [sent(before), [begin, "go"]], { now: begin })).toMatch(/^due/)
    expect(last([cap], [sent(begin), [begin, "go"]], { now: begin })).toBe(`scheduled ${next}`)
  })

  it("takes the person's zone for the calendar", () => {
    const told: Told[] = [
      ["00:00", "identify", { timezone: "America/New_York" }],
      sent("04:59"),
      ["05:00", "go"],
    ]
    expect(last([{ max: 1, per: "calendar-day" }], told)).toMatch(/^missed/)
    expect(last([{ max: 1, per: "calendar-day" }], told.slice(1))).toMatch(/^capped/)
  })
})

describe("what counts", () => {
  const one = [{ max: 1, per: "1d" }]
  const both = (events: Told[], rest: object = {}) => {
    const scenarios = [
      { id: "s", trigger: { event: "go" }, steps: [{ id: "a", channel: "email", message: "m" }], ...rest },
      { id: "t", trigger: { event: "then" }, steps: [{ id: "a", channel: "email", message: "m" }] },
    ]
    return last(one, [["10:00", "go"], ...events, ["11:00", "then"]], { more: { scenarios } }).split(" ")[0]
  }

  it("a planned send, whether it came or not", () => {
    expect(both([])).toBe("capped")
    expect(both([evidence("10:05", "sent", "a")])).toBe("capped")
    expect(both([evidence("10:30", "sent", "a")])).toBe("capped")
  })

  it("one that was due when its run ended, to the end of its grace", () => {
    const scenarios = [
      {
        id: "s",
        trigger: { event: "go" },
        exit: "stop",
        steps: [{ id: "a", channel: "email", message: "m" }],
      },
      { id: "t", trigger: { event: "then" }, steps: [{ id: "a", channel: "email", message: "m" }] },
    ]
    const at = (then: string) =>
      last(
        one,
        [
          ["10:00", "go"],
          ["10:05", "stop"],
          [then, "then"],
        ],
        { more: { scenarios } },
      ).split(" ")[0]
    expect(at("10:10")).toBe("capped")
    expect(at("10:10:00.001")).toBe("missed")
  })

  it("a failed one only after a proof of sending", () => {
    expect(both([evidence("10:05", "failed", "a")])).toBe("missed")
    expect(
      both([
        evidence("10:05", "sent", "a", { provider_id: "1" }),
        evidence("10:06", "failed", "a", { provider_id: "1" }),
      ]),
    ).toBe("capped")
  })

  it("not one that was refused, or cut short by an exit without evidence", () => {
    expect(both([], { audience: { event: "never" } })).toBe("missed")
    expect(both([["10:05", "leave"]], { exit: "leave" })).toBe("missed")
    expect(both([], { steps: [{ id: "a", channel: "email", only: { event: "never" } }] })).toBe("missed")
  })

  it("a real send of a refused step, at its own time", () => {
    const rest = { steps: [{ id: "a", channel: "email", message: "m", only: { event: "never" } }] }
    expect(both([evidence("10:05", "sent", "a")], rest)).toBe("capped")
  })

  it("an early send counts at its due time", () => {
    const rest = { steps: [{ id: "a", channel: "email", message: "m", after: "3h" }] }
    expect(both([evidence("10:05", "sent", "a")], rest)).toBe("missed")
  })

  it("other people's, other channels' and services' sends do not", () => {
    expect(
      last(one, [
        ["09:00", "message_sent", { channel: "email" }, { person: "q" }],
        ["10:00", "go", {}, { person: "p" }],
      ]),
    ).not.toMatch(/^capped/)
    expect(
      last(one, [
        ["09:00", "message_sent", { channel: "push" }],
        ["10:00", "go"],
      ]),
    ).toMatch(/^missed/)
    expect(last(one, [sent("09:00", { message: "v" }), ["10:00", "go"]])).toMatch(/^missed/)
    expect(last(one, [sent("09:00"), ["10:00", "go"]], { message: "v" })).toMatch(/^missed/)
  })

  it("`types` limits and counts only those", () => {
    const promos = [{ max: 1, per: "1d", types: ["promotional"] }]
    expect(last(promos, [sent("09:00", { message: "n" }), ["10:00", "go"]])).toMatch(/^missed/)
    expect(last(promos, [sent("09:00", { message: "m" }), ["10:00", "go"]])).toMatch(/^capped/)
    expect(last(promos, [sent("09:00", { message: "m" }), ["10:00", "go"]], { message: "n" })).toMatch(
      /^missed/,
    )
    expect(last(promos, [sent("09:00"), ["10:00", "go"]])).toMatch(/^missed/)
    const matched = { ...PROMO.messages, m: { type: "promotional", match: { campaign: "other" } } }
    expect(
      last(promos, [sent("09:00"), ["10:00", "go"]], { message: "m", more: { messages: matched } }),
    ).toMatch(/^capped/)
  })

  it("what fits no step has the type of the message that it names, else of the step, else of the first match", () => {
    const promos = [{ max: 1, per: "1d", types: ["promotional"] }]
    const news = { type: "news", match: { campaign: "other" } }
    const ad = { type: "promotional", match: { campaign: "other" } }
    const after = (props: Record<string, unknown>, messages: object) =>
      last(promos, [sent("09:00", props), ["10:00", "go"]], { more: { messages } }).split(" ")[0]
    expect(after({ scenario: "s", step: "a" }, PROMO.messages)).toBe("capped")
    expect(after({ message: "n" }, { n: news, m: ad })).toBe("missed")
    expect(after({ message: "n", scenario: "s", step: "a" }, { n: news, m: ad })).toBe("missed")
    expect(after({ message: "unheard-of" }, { m: ad, n: news })).toBe("capped")
    expect(after({}, { m: ad, n: news })).toBe("capped")
    expect(after({}, { n: news, m: ad })).toBe("missed")
  })

  it("caps over all channels count all of them", () => {
    const more = { caps: [{ max: 1, per: "1d" }] }
    expect(
      last(
        [],
        [
          ["09:00", "message_sent", { channel: "push" }],
          ["10:00", "go"],
        ],
        { more },
      ),
    ).toMatch(/^capped/)
    expect(
      last(
        [],
        [
          ["09:00", "message_sent", { channel: "fax" }],
          ["10:00", "go"],
        ],
        { more },
      ),
    ).toMatch(/^capped/)
  })
})

describe("putting off", () => {
  const defer = (max: number, per: string) => ({ max, per, on: "defer" })

  it("is due at the first instant the cap allows, and all gates are asked again", () => {
    const told: Told[] = [sent("09:00"), sent("09:30"), ["10:00", "go"]]
    expect(last([defer(2, "1d")], told, { now: "20:00" })).toBe(`scheduled ${iso("03 09:00")}`)
    expect(last([defer(1, "1d")], told, { now: "20:00" })).toBe(`scheduled ${iso("03 09:30")}`)
    expect(last([defer(1, "1d")], [...told, sent("12:00")], { now: "03 09:30" })).toBe(
      `scheduled ${iso("03 12:00")}`,
    )
    expect(last([defer(1, "calendar-week")], told, { now: "20:00" })).toBe(`scheduled ${iso("09 00:00")}`)
  })

  it("by the step's own hour and days again", () => {
    const more = scenarioOf([{ id: "a", channel: "email", message: "m", at: "10:00", days: ["mon", "thu"] }])
    expect(last([defer(1, "1d")], [sent("09:30"), ["10:00", "go"]], { more, now: "20:00" })).toBe(
      `scheduled ${iso("05 10:00")}`,
    )
  })

  it("of several any that skips skips, else the latest instant; a most of 0 skips", () => {
    const told: Told[] = [sent("09:00"), ["10:00", "go"]]
    expect(last([defer(1, "1d"), { max: 1, per: "2d" }], told, { now: "20:00" })).toMatch(/^capped/)
    expect(last([defer(1, "1d"), defer(1, "2d")], told, { now: "20:00" })).toBe(
      `scheduled ${iso("04 09:00")}`,
    )
    expect(last([defer(0, "1d")], told, { now: "20:00" })).toMatch(/^capped/)
  })

  it("the next step follows the new due time", () => {
    const steps = [
      { id: "a", channel: "email", message: "m" },
      { id: "b", channel: "push", after: "1h" },
    ]
    const { step } = tell(
      { ...PROMO, channels: { email: { caps: [defer(1, "1d")] }, push: {} }, ...scenarioOf(steps) },
      [sent("09:00"), ["10:00", "go"]],
      "20:00",
    )
    expect(step(1).dueAt).toBe(iso("03 10:00"))
  })

  it("the exit of its run ends the wait", () => {
    const more = scenarioOf([{ id: "a", channel: "email", message: "m" }], { exit: "leave" })
    expect(last([defer(1, "1d")], [sent("09:00"), ["10:00", "go"], ["11:00", "leave"]], { more })).toBe(
      "exited null",
    )
  })
})

describe("over-cap", () => {
  const kinds = (told: Told[], steps: object[] = [{ id: "a", channel: "email", message: "m" }]) =>
    tell(
      { ...PROMO, channels: { email: { caps: [{ max: 1, per: "1d" }] } }, ...scenarioOf(steps) },
      told,
      NOW,
    ).kinds

  it("a real send beyond the cap, judged at its own time", () => {
    expect(kinds([sent("09:00"), sent("10:00")])).toEqual(["unplanned", "over-cap", "unplanned"])
    expect(kinds([sent("09:00"), sent("03 09:00")])).toEqual(["unplanned", "unplanned"])
    expect(kinds([sent("09:00", { message: "v" }), sent("10:00", { message: "v" })])).toEqual([
      "unplanned",
      "unplanned",
    ])
  })

  it("one that its gates let through never is; one that they capped is", () => {
    expect(kinds([["10:00", "go"], evidence("10:05", "sent", "a")])).toEqual([])
    expect(
      kinds([sent("09:00"), ["10:00", "go"], evidence("10:05", "sent", "a", { provider_id: "x" })]),
    ).toEqual(["unplanned", "over-cap", "should-not-have capped"])
  })

  it("a duplicate is", () => {
    const told = [
      ["10:00", "go"] as Told,
      evidence("10:05", "sent", "a", { provider_id: "1" }),
      evidence("10:06", "sent", "a", { provider_id: "2" }),
    ]
    expect(kinds(told)).toEqual(["duplicate", "over-cap"])
  })
})

describe("mix and volume", () => {
  const mix = { per: "30d", targets: { promotional: "50%", news: "50%" }, tolerance: "10%" }
  const many = (promos: number, news: number): Told[] =>
    Array.from(
      { length: promos + news },
      (_, index): Told => [
        `10:${String(index).padStart(2, "0")}`,
        "message_sent",
        { channel: "email", message: index < promos ? "m" : "n", provider_id: `${index}` },
      ],
    )
  const kinds = (told: Told[], more: object, now = NOW) =>
    tell({ ...PROMO, ...more }, told, now).kinds.filter((kind) => kind === "mix" || kind === "volume")

  it("more than the tolerance off, with at least 10 messages in the period", () => {
    expect(kinds(many(6, 4), { mix }, "12:00")).toEqual([])
    expect(kinds(many(7, 3), { mix }, "12:00")).toEqual(["mix", "mix"])
    expect(kinds(many(6, 3), { mix }, "12:00")).toEqual([])
    expect(kinds(many(10, 0), { mix }, NOW)).toEqual([])
  })

  it("shares are in the totals, null of nothing", () => {
    expect(tell({ ...PROMO, mix }, many(1, 3), "12:00").result.totals.mix).toEqual({
      promotional: { sent: 1, share: 0.25, target: 0.5 },
      news: { sent: 3, share: 0.75, target: 0.5 },
    })
    expect(tell({ ...PROMO, mix }, [["10:00", "x"]], "12:00").result.totals.mix.news?.share).toBeNull()
  })

  it("more messages than the first entry that fits", () => {
    const volume = {
      mix: { per: "30d", volume: [{ segment: "vip", max: 3 }, { max: 2 }] },
      segments: [{ id: "vip", when: { trait: "vip", eq: true } }],
    }
    const vip: Told = ["09:00", "identify", { vip: true }]
    expect(kinds(many(2, 0), volume, "12:00")).toEqual([])
    expect(kinds(many(3, 0), volume, "12:00")).toEqual(["volume"])
    expect(kinds([vip, ...many(3, 0)], volume, "12:00")).toEqual([])
    expect(kinds([vip, ...many(4, 0)], volume, "12:00")).toEqual(["volume"])
  })
})
