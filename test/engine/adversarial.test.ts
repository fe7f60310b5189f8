import { describe, expect, it } from "vitest"
import { evidence, iso, type Sections, scenarioOf, type Told, tell } from "./story"

/** What each test expects was worked out on paper from the rules before it was run. */

const ZONED = (zone: string): Sections => ({ timeZone: zone })
const SENT = (at: string, key: string, rest: object = {}): Told => [
  at,
  "message_sent",
  { channel: "email", scenario: "s", step: "a", provider_id: key, ...rest },
]

describe("clocks that change", () => {
  const quiet = (from: string, to: string): Sections => ({ channels: { email: { quiet: { from, to } } } })

  it("quiet hours that end at a skipped minute end at the first that exists", () => {
    const story = tell(
      {
        ...ZONED("Europe/Berlin"),
        ...quiet("22:00", "02:30"),
        ...scenarioOf([{ id: "a", channel: "email" }]),
      },
      [["2026-03-28T23:00:00Z", "go"]],
      "2026-03-29T12:00:00Z",
    )
    expect(story.step(0).dueAt).toBe("2026-03-29T01:00:00.000Z")
  })

  it("`after` counts exact hours over the change, and quiet hours the new walls", () => {
    const due = (at: string) =>
      tell(
        {
          ...ZONED("Europe/Berlin"),
          ...quiet("21:00", "09:00"),
          ...scenarioOf([{ id: "a", channel: "email", after: "12h" }]),
        },
        [[at, "go"]],
        "2026-03-30T12:00:00Z",
      ).step(0).dueAt
    expect(due("2026-03-28T20:00:00Z")).toBe("2026-03-29T08:00:00.000Z")
    expect(due("2026-03-28T18:30:00Z")).toBe("2026-03-29T07:00:00.000Z")
  })

  it("the second of two equal wall minutes is none: the step waits for the next day", () => {
    const story = tell(
      { ...ZONED("Europe/Berlin"), ...scenarioOf([{ id: "a", channel: "email", at: "02:30" }]) },
      [["2026-10-25T00:45:00Z", "go"]],
      "2026-10-27T00:00:00Z",
    )
    expect(story.step(0).dueAt).toBe("2026-10-26T01:30:00.000Z")
  })

  it("a zone whose clocks change by half an hour fires a doubled minute once", () => {
    const { result } = tell(
      {
        ...ZONED("Australia/Lord_Howe"),
        scenarios: [
          {
            id: "s",
            trigger: { schedule: "45 1 * * *" },
            steps: [{ id: "a", channel: "email", grace: "1m" }],
          },
        ],
      },
      [["2026-04-03T14:50:00Z", "page_view"]],
      "2026-04-06T00:00:00Z",
    )
    // Summer time ends on 5 April at 02:00 (+11) and it is 01:30 (+10:30) again.
    expect(result.people[0]?.runs.map(({ triggeredAt }) => triggeredAt)).toEqual([
      "2026-04-04T14:45:00.000Z",
      "2026-04-05T15:15:00.000Z",
    ])
  })

  it("a monthly schedule keeps its wall time in a zone of odd minutes, and leaves short months out", () => {
    const { result } = tell(
      {
        ...ZONED("America/New_York"),
        scenarios: [
          {
            id: "s",
            trigger: { schedule: "30 23 31 * *" },
            steps: [{ id: "a", channel: "email", grace: "1m" }],
          },
          {
            id: "t",
            trigger: { schedule: "15 9 * * MON", zone: "person" },
            reentry: "once",
            steps: [{ id: "a", channel: "email" }],
          },
        ],
      },
      [["2026-01-31T00:00:00Z", "identify", { timezone: "Asia/Kathmandu" }]],
      "2026-05-01T00:00:00Z",
    )
    expect(result.people[0]?.runs.map(({ scenario, triggeredAt }) => `${scenario} ${triggeredAt}`)).toEqual([
      "s 2026-02-01T04:30:00.000Z",
      "t 2026-02-02T03:30:00.000Z",
      "s 2026-04-01T03:30:00.000Z",
    ])
  })

  it("a birthday on a day that a zone leaves out is on the first instant after it", () => {
    const { result } = tell(
      {
        ...ZONED("Pacific/Apia"),
        scenarios: [
          { id: "s", trigger: { date: "birthday", every: "year" }, steps: [{ id: "a", channel: "email" }] },
        ],
      },
      [["2011-12-20T00:00:00Z", "identify", { birthday: "1990-12-30" }]],
      "2012-02-01T00:00:00Z",
    )
    expect(result.people[0]?.runs.map(({ triggeredAt }) => triggeredAt)).toEqual(["2011-12-30T10:00:00.000Z"])
  })
})

describe("caps with several windows", () => {
  it("each deferral waits for all of them, and the gates are asked again", () => {
    const story = tell(
      {
        channels: {
          email: {
            caps: [
              { max: 1, per: "1h", on: "defer" },
              { max: 2, per: "24h", on: "defer" },
            ],
          },
        },
        scenarios: [
          { id: "s", trigger: { event: "go", per: "key" }, steps: [{ id: "a", channel: "email" }] },
        ],
      },
      [
        ["10:00", "go", { key: "1" }],
        ["10:10", "go", { key: "2" }],
        ["10:20", "go", { key: "3" }],
      ],
      "12:00",
    )
    expect([0, 1, 2].map((index) => story.step(0, index).dueAt)).toEqual([
      iso("10:00"),
      iso("11:00"),
      iso("03 10:00"),
    ])
    expect([0, 1, 2].map((index) => story.step(0, index).status)).toEqual(["missed", "missed", "scheduled"])
  })

  it("the week begins on the person's Monday", () => {
    const story = tell(
      {
        channels: { email: { caps: [{ max: 1, per: "calendar-week", on: "defer" }] } },
        scenarios: [
          { id: "s", trigger: { event: "go", per: "key" }, steps: [{ id: "a", channel: "email" }] },
        ],
      },
      [
        ["08 09:00", "identify", { timezone: "Pacific/Auckland" }],
        ["08 10:00", "go", { key: "1" }],
        ["08 10:30", "go", { key: "2" }],
      ],
      "08 12:00",
    )
    // 11:00 UTC of Sunday is midnight there.
    expect(story.step(0, 1).dueAt).toBe(iso("08 11:00"))
  })

  it("one that skips beats one that defers, whatever their order; a service passes both", () => {
    const told: Told[] = [
      ["10:00", "go", { key: "1" }],
      ["10:10", "go", { key: "2" }],
    ]
    const sections = (type: string): Sections => ({
      messages: { m: { type } },
      channels: { email: { caps: [{ max: 1, per: "1h", on: "defer" }] } },
      caps: [{ max: 1, per: "calendar-day" }],
      scenarios: [
        {
          id: "s",
          trigger: { event: "go", per: "key" },
          steps: [{ id: "a", channel: "email", message: "m" }],
        },
      ],
    })
    expect(tell(sections("promotional"), told, "10:15").step(0, 1)).toMatchObject({
      status: "skipped",
      reason: "capped",
      dueAt: iso("10:10"),
    })
    expect(tell(sections("service"), told, "10:15").step(0, 1).status).toBe("due")
  })
})

describe("cascades over several channels", () => {
  const cascade: Sections = {
    channels: {
      email: { address: "email" },
      push: { status: "planned" },
      sms: { quiet: { from: "21:00", to: "09:00" } },
      call: {},
    },
    ...scenarioOf([
      { id: "email", channel: "email" },
      { id: "push", channel: "push", after: "24h", ifNot: "opened" },
      { id: "sms", channel: "sms", after: "24h", ifNot: { step: "push", outcome: "sent" } },
      { id: "call", channel: "call", after: "1h", ifNot: { step: "email", outcome: "opened" } },
    ]),
  }

  it("falls through without waiting, into the quiet hours of the third, and waits again from there", () => {
    const story = tell(cascade, [["22:00", "go"]], "03 10:00")
    expect(story.run().steps.map(({ status, reason, dueAt }) => [status, reason, dueAt])).toEqual([
      ["skipped", "unreachable", iso("22:00")],
      ["skipped", "integration-missing", iso("22:00")],
      ["missed", null, iso("03 09:00")],
      ["due", null, iso("03 10:00")],
    ])
    expect(story.kinds).toEqual(["never-can", "missed"])
  })

  it("a late first contact moves only what still waits", () => {
    const story = tell(
      scenarioOf([
        { id: "a", channel: "email" },
        { id: "b", channel: "push", after: "30m", ifNot: "opened" },
        { id: "c", channel: "sms", after: "30m", ifNot: "opened" },
      ]),
      [["10:00", "go"], evidence("10:35", "sent", "a"), evidence("10:40", "opened", "a")],
      "11:30",
    )
    // b was due at 10:30 and stays so; its own send is unknown, so c counts from its due time.
    expect(story.run().steps.map(({ status, reason, dueAt }) => [status, reason, dueAt])).toEqual([
      ["late", null, iso("10:00")],
      ["missed", null, iso("10:30")],
      ["missed", null, iso("11:00")],
    ])
  })

  it("an open of the step before refuses the next, whose own next counts from its due time", () => {
    const story = tell(
      scenarioOf([
        { id: "a", channel: "email" },
        { id: "b", channel: "push", after: "1h", ifNot: "opened" },
        { id: "c", channel: "sms", after: "1h", ifNot: { step: "a", outcome: "clicked" } },
      ]),
      [["10:00", "go"], evidence("10:01", "sent", "a"), evidence("10:30", "opened", "a")],
      "12:02",
    )
    expect(story.run().steps.map(({ status, reason, dueAt }) => [status, reason, dueAt])).toEqual([
      ["sent", null, iso("10:00")],
      ["skipped", "outcome", iso("11:01")],
      ["due", null, iso("12:01")],
    ])
  })
})

describe("evidence that goes wrong and comes again", () => {
  const two = scenarioOf([
    { id: "a", channel: "email", after: "2h" },
    { id: "b", channel: "push", after: "2h" },
  ])

  it("an early message that bounces, and another in time: sent, and neither early nor failed is found", () => {
    const story = tell(
      two,
      [
        ["10:00", "go"],
        SENT("11:00", "p1"),
        ["11:05", "message_bounced", { channel: "email", provider_id: "p1" }],
        SENT("12:03", "p2"),
      ],
      "12:30",
    )
    expect(story.step(0)).toMatchObject({ status: "sent", dueAt: iso("12:00"), sentAt: iso("12:03") })
    expect(story.step(1)).toMatchObject({ status: "scheduled", dueAt: iso("14:03") })
    expect(story.kinds).toEqual([])
  })

  it("a bounce after an open leaves the step sent, but the address is gone", () => {
    const story = tell(
      {
        channels: { email: { address: "email" }, push: {} },
        ...scenarioOf([
          { id: "a", channel: "email" },
          { id: "b", channel: "email", after: "1h" },
        ]),
      },
      [
        ["09:00", "identify", { email: "a@x.example" }],
        ["10:00", "go"],
        SENT("10:01", "p1"),
        ["10:02", "message_opened", { channel: "email", provider_id: "p1" }],
        ["10:03", "message_bounced", { channel: "email", provider_id: "p1" }],
        ["10:30", "identify", { email: "a@x.example" }],
      ],
      "11:30",
    )
    expect(story.step(0).status).toBe("sent")
    expect(story.step(1)).toMatchObject({ status: "skipped", reason: "unreachable", dueAt: iso("11:01") })
  })

  it("a soft bounce fails the step and leaves the address", () => {
    const story = tell(
      {
        channels: { email: { address: "email" } },
        ...scenarioOf([
          { id: "a", channel: "email" },
          { id: "b", channel: "email", after: "1h" },
        ]),
      },
      [
        ["09:00", "identify", { email: "a@x.example" }],
        ["10:00", "go"],
        SENT("10:01", "p1"),
        ["10:02", "message_bounced", { channel: "email", provider_id: "p1", bounce: "soft" }],
      ],
      "11:05",
    )
    expect(story.step(0).status).toBe("failed")
    expect(story.step(1)).toMatchObject({ status: "due", dueAt: iso("11:01") })
    expect(story.kinds).toEqual(["failed"])
  })

  it("a send on a refused step is against its reason, and gives the next no anchor", () => {
    const story = tell(
      {
        channels: { email: { consent: "opt-in" }, push: {} },
        ...scenarioOf([
          { id: "a", channel: "email" },
          { id: "b", channel: "push", after: "1h" },
        ]),
      },
      [["10:00", "go"], SENT("10:20", "p1")],
      "11:01",
    )
    expect(story.step(0)).toMatchObject({ status: "skipped", reason: "consent", sentAt: iso("10:20") })
    expect(story.step(1)).toMatchObject({ status: "due", dueAt: iso("11:00") })
    expect(story.kinds).toEqual(["should-not-have consent"])
  })

  it("evidence of a second run goes to the nearest due step without evidence, then is a duplicate", () => {
    const story = tell(
      {
        scenarios: [
          { id: "s", trigger: { event: "go", per: "key" }, steps: [{ id: "a", channel: "email" }] },
        ],
      },
      [
        ["10:00", "go", { key: "1" }],
        ["10:06", "go", { key: "2" }],
        SENT("10:07", "p1"),
        SENT("10:08", "p2"),
        SENT("10:09", "p3"),
      ],
      "12:00",
    )
    expect([story.step(0, 0).sentAt, story.step(0, 1).sentAt]).toEqual([iso("10:08"), iso("10:07")])
    expect(story.kinds).toEqual(["duplicate"])
  })
})

describe("the end of a run at an awkward time", () => {
  it("an exit during the quiet hours that put a step off leaves it without a due time", () => {
    const story = tell(
      {
        channels: { sms: { quiet: { from: "21:00", to: "09:00" } } },
        ...scenarioOf([{ id: "a", channel: "sms" }], { exit: ["complaint"] }),
      },
      [
        ["22:00", "go"],
        ["03 03:00", "complaint"],
      ],
      "03 10:00",
    )
    expect(story.run()).toMatchObject({ status: "exited", endedAt: iso("03 03:00") })
    expect(story.step(0)).toMatchObject({ status: "skipped", reason: "exited", dueAt: null })
    expect(story.kinds).toEqual([])
  })

  it("a goal at the last instant of its window counts, a millisecond later it does not", () => {
    const told = (at: string): Told[] => [
      ["10:00", "go"],
      [at, "purchase"],
    ]
    const sections = scenarioOf([{ id: "a", channel: "email", after: "3d" }], {
      goal: { event: "purchase", within: "1h" },
    })
    expect(tell(sections, told("11:00"), "12:00").run()).toMatchObject({
      status: "converted",
      goalAt: iso("11:00"),
    })
    expect(tell(sections, told("11:00:00.001"), "12:00").run()).toMatchObject({
      status: "active",
      goalAt: null,
    })
  })

  it("a purchase that ends one scenario begins another through its goal, once, at that instant", () => {
    const { result } = tell(
      {
        scenarios: [
          {
            id: "s",
            trigger: { event: "go" },
            goal: { event: "purchase" },
            steps: [{ id: "a", channel: "email", after: "1h" }],
          },
          {
            id: "t",
            trigger: { goal: "s" },
            exit: "purchase",
            steps: [{ id: "a", channel: "push", after: "1h" }],
          },
        ],
      },
      [
        ["10:00", "go"],
        ["10:30", "purchase"],
        ["10:30", "purchase"],
        ["10:30:00.001", "purchase"],
      ],
      "12:00",
    )
    expect(
      result.people[0]?.runs.map(({ scenario, status, triggeredAt, endedAt }) => [
        scenario,
        status,
        triggeredAt,
        endedAt,
      ]),
    ).toEqual([
      ["s", "converted", iso("10:00"), iso("10:30")],
      ["t", "exited", iso("10:30"), iso("10:30:00.001")],
    ])
  })

  it("re-entry counts from the grace of a missed step, through which the run is active", () => {
    const story = tell(
      scenarioOf([{ id: "a", channel: "email", grace: "10m" }], { reentry: { after: "20m" } }),
      [
        ["10:00", "go"],
        ["10:10", "go"],
        ["10:29:59.999", "go"],
        ["10:30", "go"],
      ],
      "10:31",
    )
    expect(story.result.people[0]?.runs.map(({ triggeredAt }) => triggeredAt)).toEqual([
      iso("10:00"),
      iso("10:30"),
    ])
    expect(story.kinds).toEqual(["ignored-active", "missed"])
  })
})

describe("people and money", () => {
  it("a refund of a negative value takes somebody out of a segment, and that triggers", () => {
    const { result } = tell(
      {
        segments: [{ id: "vip", when: { sum: "value", of: ["purchase", "refund"], gte: 100 } }],
        scenarios: [
          { id: "s", trigger: { leaves: { segment: "vip" } }, steps: [{ id: "a", channel: "email" }] },
        ],
      },
      [
        ["10:00", "purchase", { value: 120, transaction_id: "t1" }],
        ["11:00", "purchase", { value: 120, transaction_id: "t1" }],
        ["12:00", "refund", { value: -60, transaction_id: "t1" }],
      ],
      "13:00",
    )
    expect(result.people[0]?.segments).toEqual([])
    expect(result.people[0]?.runs[0]).toMatchObject({ triggeredAt: iso("12:00"), because: ["e1", "e3"] })
    expect(result.findings.map(({ kind, at }) => [kind, at])).toEqual([
      ["duplicate-event", iso("11:00")],
      ["missed", iso("12:10")],
    ])
  })

  it("a merge in the middle of a run: the earlier trigger stays, evidence finds its step", () => {
    const { result } = tell(
      scenarioOf([{ id: "a", channel: "email", after: "1h" }]),
      [
        ["10:00", "go", {}, { person: "a-1" }],
        ["10:05", "go", {}, { person: "b-1", user: "u" }],
        ["10:30", "identify", {}, { person: "a-1", user: "u" }],
        ["11:02", "message_sent", { channel: "email", scenario: "s", step: "a" }, { person: "u" }],
      ],
      "12:00",
    )
    const [person] = result.people
    expect(result.people).toHaveLength(1)
    expect(person).toMatchObject({ person: "u", ids: ["a-1", "b-1", "u"] })
    expect(
      person?.runs.map(({ run, status, endedAt, steps }) => [run, status, endedAt, steps[0]?.status]),
    ).toEqual([
      [1, "completed", iso("11:02"), "sent"],
      [2, "merged", iso("10:30"), "skipped"],
    ])
    expect(person?.runs[1]?.steps[0]).toMatchObject({ reason: "merged", dueAt: null })
    expect(result.totals.scenarios.s).toMatchObject({ entered: 2, converted: 0 })
  })

  it("consent: marketing again does not undo an unsubscription, the channel's own grant does", () => {
    const due = (told: Told[]) =>
      tell(
        { channels: { email: { consent: "opt-out" } }, ...scenarioOf([{ id: "a", channel: "email" }]) },
        [...told, ["10:00", "go"]],
        "10:01",
      ).step(0)
    const leaves: Told = ["09:00", "message_unsubscribed", { channel: "email" }]
    expect(due([leaves, ["09:01", "consent", { marketing: "granted" }]])).toMatchObject({ reason: "consent" })
    expect(due([leaves, ["09:01", "consent", { email: "granted" }]]).status).toBe("due")
    expect(
      due([
        ["09:00", "consent", { email: "granted" }],
        ["09:01", "consent", { marketing: "denied" }],
      ]),
    ).toMatchObject({ reason: "consent" })
  })

  it("an absence is no proof where a minute of the grace is not covered", () => {
    const told: Told[] = [["10:00", "go"]]
    const sections = scenarioOf([{ id: "a", channel: "email", grace: "10m" }])
    const span = (from: string, to: string, channel = "email") => ({ channel, from: iso(from), to: iso(to) })
    const status = (...spans: object[]) => tell(sections, told, "11:00", spans).step(0).status
    expect(status(span("10:00", "10:05"), span("10:05", "10:10"))).toBe("missed")
    expect(status(span("10:00", "10:05"), span("10:05:00.001", "10:10"))).toBe("unknown")
    expect(status(span("10:00:00.001", "10:10"))).toBe("unknown")
    expect(status(span("09:00", "12:00", "push"))).toBe("unknown")
  })
})
