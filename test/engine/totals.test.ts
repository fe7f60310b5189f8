import { describe, expect, it } from "vitest"
import { evidence, scenarioOf, type Told, tell } from "./story"

const GO: Told = ["10:00", "go"]

const sent = (at: string, channel: string, id: string, rest: object = {}, person = "p"): Told => [
  at,
  "message_sent",
  { channel, provider_id: id, ...rest },
  { person },
]

describe("what it cost", () => {
  const channels = { email: { cost: 0.1 }, sms: { cost: 3.5 }, push: {} }

  it("every real message, planned or not, failed after it went or not; none that only was planned", () => {
    const sections = {
      channels,
      ...scenarioOf([
        { id: "a", channel: "email" },
        { id: "b", channel: "sms", after: "1h" },
      ]),
    }
    const { result } = tell(
      sections,
      [
        GO,
        evidence("10:00", "sent", "a", { provider_id: "1" }),
        // Not planned: it costs all the same.
        sent("10:30", "email", "2", { campaign: "other" }),
        sent("10:40", "email", "3", { campaign: "other" }),
        // Gone, and then bounced.
        ["10:41", "message_bounced", { channel: "email", provider_id: "3" }],
        // Never gone.
        ["10:50", "message_failed", { channel: "sms", provider_id: "4", campaign: "other" }],
      ],
      "13:00",
    )
    expect(result.totals.channels.email).toMatchObject({
      expected: 1,
      sent: 3,
      failed: 1,
      missed: 0,
      cost: 0.3,
    })
    expect(result.totals.channels.sms).toMatchObject({ expected: 1, sent: 0, failed: 1, missed: 1, cost: 0 })
    expect(result.totals.channels.push).toMatchObject({ expected: 0, sent: 0, cost: 0 })
  })

  it("adds up without the crumbs of binary fractions", () => {
    const told = Array.from({ length: 30 }, (_, index) =>
      sent(`10:${String(index).padStart(2, "0")}`, "email", `${index}`),
    )
    expect(tell({ channels }, told, "13:00").result.totals.channels.email?.cost).toBe(3)
  })
})

describe("conversions (rule 12)", () => {
  const steps = [
    { id: "a", channel: "email" },
    { id: "b", channel: "push", after: "1h" },
    { id: "c", channel: "sms", after: "1h" },
  ]
  const credit = (told: Told[], more: object = {}) => {
    const { result } = tell(
      scenarioOf(steps, { goal: { event: "buy", within: "5h" }, ...more }),
      [GO, ...told],
      "20:00",
    )
    const { email, push, sms } = result.totals.channels
    return {
      step: result.people[0]?.runs[0]?.goalStep,
      channels: [email?.conversions, push?.conversions, sms?.conversions],
      converted: result.totals.scenarios.s?.converted,
    }
  }

  it.each<[string, Told[], object, ReturnType<typeof credit>]>([
    [
      "to the latest send at or before the goal",
      [evidence("10:00", "sent", "a"), evidence("11:00", "sent", "b", { channel: "push" }), ["11:30", "buy"]],
      {},
      { step: "b", channels: [0, 1, 0], converted: 1 },
    ],
    [
      "not to a send after it",
      [evidence("10:00", "sent", "a"), ["10:30", "buy"], evidence("11:00", "sent", "b", { channel: "push" })],
      {},
      { step: "a", channels: [1, 0, 0], converted: 1 },
    ],
    [
      "to none where none was sent",
      [["10:30", "buy"]],
      {},
      { step: null, channels: [0, 0, 0], converted: 1 },
    ],
    [
      "once, however often it is reached",
      [evidence("10:00", "sent", "a"), ["10:30", "buy"], ["10:40", "buy"]],
      { continueAfterGoal: true },
      { step: "a", channels: [1, 0, 0], converted: 1 },
    ],
    [
      "at the very end of the window",
      [evidence("10:00", "sent", "a"), ["15:00", "buy"]],
      {},
      { step: "a", channels: [1, 0, 0], converted: 1 },
    ],
    [
      "and not a millisecond later",
      [evidence("10:00", "sent", "a"), ["15:00:00.001", "buy"]],
      {},
      { step: null, channels: [0, 0, 0], converted: 0 },
    ],
    [
      "also of a run that had ended",
      [evidence("10:00", "sent", "a"), ["10:10", "stop"], ["14:00", "buy"]],
      { exit: "stop" },
      { step: "a", channels: [1, 0, 0], converted: 1 },
    ],
    [
      "not to a send that should not have been",
      [
        evidence("10:00", "sent", "a"),
        ["10:10", "stop"],
        evidence("10:20", "sent", "b", { channel: "push" }),
        ["14:00", "buy"],
      ],
      { exit: "stop" },
      { step: "a", channels: [1, 0, 0], converted: 1 },
    ],
  ])("%s", (_what, told, more, wanted) => {
    expect(credit(told, more)).toEqual(wanted)
  })
})

describe("stages", () => {
  it("count each person once, and where everybody is now", () => {
    const stages = [
      { id: "new" },
      { id: "looking", when: { event: "view", within: "1h" } },
      { id: "buyer", when: { event: "buy" } },
    ]
    const told: Told[] = [
      ["10:00", "view"],
      // Back to the first, and looking again: reached once.
      ["12:00", "view"],
      ["10:00", "visit", {}, { person: "q" }],
      ["10:00", "buy", {}, { person: "r" }],
    ]
    expect(tell({ stages }, told, "14:00").result.totals.stages).toEqual({
      new: { reached: 2, now: 2 },
      looking: { reached: 1, now: 0 },
      buyer: { reached: 1, now: 1 },
    })
  })
})

describe("scenarios and steps", () => {
  it("count every run by what became of it and of each step", () => {
    const of = (person: string, ...told: Told[]): Told[] =>
      told.map(([at, name, props, rest]): Told => [at, name, props ?? {}, { ...rest, person }])
    const go: Told = ["10:00", "go"]
    const { result } = tell(
      scenarioOf([{ id: "a", channel: "email", after: "1h" }], { exit: ["stop"], goal: "buy" }),
      [
        ...of("sent", go, evidence("11:01", "sent", "a"), evidence("11:05", "clicked", "a")),
        ...of("late", go, evidence("11:30", "sent", "a")),
        ...of("missed", go),
        ...of("exited", go, ["10:30", "stop"]),
        ...of("waiting", ["11:30", "go"]),
        ...of("early", go, evidence("10:30", "sent", "a"), ["10:40", "buy"]),
        ...of("failed", go, evidence("11:05", "failed", "a")),
        ...of("due", ["10:55", "go"]),
      ],
      "12:00",
    )
    expect(result.totals.scenarios.s).toEqual({
      entered: 8,
      active: 2,
      converted: 1,
      exited: 1,
      steps: { a: { planned: 8, sent: 2, late: 1, missed: 1, skipped: 1, opened: 1, clicked: 1 } },
    })
    expect(result.totals.channels.email).toEqual({
      expected: 6,
      sent: 3,
      delivered: 1,
      opened: 1,
      clicked: 1,
      failed: 1,
      missed: 1,
      cost: 0,
      conversions: 1,
    })
  })

  it("of a holdout nothing is expected, and what is proved by a delivery was sent", () => {
    const { result } = tell(
      scenarioOf([{ id: "a", channel: "email" }], { holdout: "100%" }),
      [
        ["10:00", "go"],
        ["10:30", "message_delivered", { channel: "push" }],
      ],
      "12:00",
    )
    expect(result.totals.channels.email).toMatchObject({ expected: 0, missed: 0 })
    expect(result.totals.channels.push).toMatchObject({ sent: 1, delivered: 1, opened: 0 })
  })
})

describe("mix and volume", () => {
  const messages = {
    ad: { type: "promotional", match: { campaign: "ad" } },
    text: { type: "content", match: { campaign: "text" } },
  }
  const mix = {
    per: "4h",
    targets: { promotional: "50%", content: "50%" },
    tolerance: "10%",
    volume: [{ segment: "vip", max: 12 }, { max: 8 }],
  }
  const segments = [{ id: "vip", when: { trait: "vip", eq: true } }]
  /** So many of each, a minute apart from 10:00 on. */
  const send = (ads: number, texts: number, person = "p"): Told[] =>
    Array.from({ length: ads + texts }, (_, index) =>
      sent(
        `10:${String(index).padStart(2, "0")}`,
        "email",
        `${person}${index}`,
        { campaign: index < ads ? "ad" : "text" },
        person,
      ),
    )
  const find = (told: Told[], now = "12:00") => {
    const { result } = tell({ messages, mix, segments }, told, now)
    const kinds = result.findings.flatMap(({ kind, person }) =>
      kind === "mix" || kind === "volume" ? [`${kind} ${person}`] : [],
    )
    return { kinds, mix: result.totals.mix }
  }

  it("shares of all messages in the period, over everybody", () => {
    expect(find([...send(3, 1), ...send(0, 4, "q")]).mix).toEqual({
      promotional: { sent: 3, share: 0.375, target: 0.5 },
      content: { sent: 5, share: 0.625, target: 0.5 },
    })
  })

  it("leaves out what lies before the period", () => {
    // The one of 10:00 is exactly four hours old.
    expect(find(send(2, 2), "14:00").mix).toEqual({
      promotional: { sent: 1, share: 1 / 3, target: 0.5 },
      content: { sent: 2, share: 2 / 3, target: 0.5 },
    })
    expect(find(send(2, 2), "20:00").mix.content).toEqual({ sent: 0, share: null, target: 0.5 })
  })

  it("counts messages without a type among all", () => {
    const { mix: shares } = find([...send(1, 0), sent("10:30", "email", "x", { campaign: "unknown" })])
    expect(shares.promotional).toEqual({ sent: 1, share: 0.5, target: 0.5 })
  })

  it("finds a share off its target by more than the tolerance, with ten messages at least", () => {
    expect(find(send(6, 4)).kinds).toEqual(["volume p"])
    expect(find(send(7, 3)).kinds).toEqual(["mix p", "mix p", "volume p"])
    const said = tell({ messages, mix, segments }, send(7, 3), "12:00").result.findings
    expect(
      said.filter(({ kind }) => kind === "mix").map(({ text }) => /\w+ \d+% instead of \d+%/.exec(text)?.[0]),
    ).toEqual(["promotional 70% instead of 50%", "content 30% instead of 50%"])
    // At 14:00 the first is exactly as old as the period is long.
    expect(find(send(10, 0), "14:00").kinds).toEqual(["volume p"])
    expect(find(send(8, 0)).kinds).toEqual([])
  })

  it("holds the first volume against the person that fits", () => {
    const vip: Told = ["09:00", "identify", { vip: true }]
    expect(find([vip, ...send(5, 5)]).kinds).toEqual([])
    expect(find([vip, ...send(7, 6)]).kinds).toEqual(["volume p"])
    expect(find(send(5, 4)).kinds).toEqual(["volume p"])
  })
})

describe("an order told twice", () => {
  const segments = [{ id: "big", when: { sum: "value", of: "purchase", gte: 20 } }]
  const order = (at: string, person: string, id: string): Told => [
    at,
    "purchase",
    { transaction_id: "t-1", value: 10 },
    { person, id },
  ]
  const find = (told: Told[]) => {
    const { result } = tell({ segments }, told, "13:00")
    return result.findings
      .filter(({ kind }) => kind === "duplicate-event")
      .map(({ person, evidence: ids }) => [person, ids])
  }

  it("is counted once and reported, and an order of another person is another", () => {
    expect(find([order("10:00", "p", "a"), order("10:05", "p", "b")])).toEqual([["p", ["b"]]])
    expect(find([order("10:00", "p", "a"), order("10:05", "q", "b")])).toEqual([])
  })

  it("is found when two turn out to be one", () => {
    const joined = tell(
      { segments },
      [
        order("10:00", "a", "1"),
        order("10:05", "b", "2"),
        ["11:00", "login", {}, { person: "a", user: "u" }],
        ["11:01", "login", {}, { person: "b", user: "u" }],
      ],
      "13:00",
    ).result
    expect(joined.people).toHaveLength(1)
    expect(joined.people[0]?.segments).toEqual([])
    expect(joined.findings.filter(({ kind }) => kind === "duplicate-event")).toEqual([
      expect.objectContaining({ person: "u", evidence: ["2"] }),
    ])
  })
})
