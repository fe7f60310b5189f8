import { describe, expect, it } from "vitest"
import { iso, scenarioOf, type Told, tell } from "./story"

/** What each test expects was worked out on paper from the rules before it was run. */

const SENT = (at: string, key: string, rest: object = {}): Told => [
  at,
  "message_sent",
  { channel: "email", scenario: "s", step: "a", provider_id: key, ...rest },
]

describe("evidence that goes wrong and comes again", () => {
  const two = scenarioOf([
    { id: "a", channel: "email", after: "2h" },
    { id: "b", channel: "push", after: "2h" },
  ])

  it("ids and names that are numbers are those that are the same in text", () => {
    const story = tell(
      {
        messages: { m: { type: "triggered", match: { template: "17" } } },
        ...scenarioOf([{ id: "a", channel: "email", message: "m" }]),
      },
      [
        ["10:00", "go"],
        ["10:01", "message_sent", { channel: "email", template: 17, provider_id: 7 }],
        ["10:02", "message_opened", { channel: "email", provider_id: "7" }],
      ],
      "12:00",
    )
    expect([story.step(0).status, story.step(0).outcomes.opened, story.kinds]).toEqual([
      "sent",
      iso("10:02"),
      [],
    ])
  })

  it("a send that is proved after its failure is the anchor of the next step all the same", () => {
    const story = tell(
      scenarioOf([
        { id: "a", channel: "sms" },
        { id: "b", channel: "email", after: "1h" },
      ]),
      [
        ["10:00", "go"],
        ["10:01", "message_failed", { channel: "sms", scenario: "s", step: "a", provider_id: "p1" }],
        ["10:04", "message_sent", { channel: "sms", provider_id: "p1" }],
      ],
      "10:30",
    )
    expect([story.step(0).status, story.step(0).sentAt]).toEqual(["failed", iso("10:04")])
    expect(story.step(1).dueAt).toBe(iso("11:04"))
  })

  it("evidence that names its scenario or its step alone is matched by its campaign within that", () => {
    const steps = [
      { id: "a", channel: "email", message: "m" },
      { id: "b", channel: "email", message: "m" },
    ]
    const sentTo = (props: Record<string, unknown>) => {
      const { result } = tell(
        {
          messages: { m: { type: "triggered", match: { campaign: "c" } } },
          scenarios: ["s", "t"].map((id) => ({ id, trigger: { event: "go" }, steps })),
        },
        [
          ["10:00", "go"],
          ["10:01", "message_sent", { channel: "email", ...props }],
        ],
        "10:05",
      )
      const runs = result.people[0]?.runs ?? []
      return runs.flatMap((run) =>
        run.steps.filter(({ status }) => status === "sent").map(({ id }) => `${run.scenario}/${id}`),
      )
    }
    expect(sentTo({ campaign: "c" })).toEqual(["s/a"])
    expect(sentTo({ campaign: "c", scenario: "t" })).toEqual(["t/a"])
    expect(sentTo({ campaign: "c", step: "b" })).toEqual(["s/b"])
    expect(sentTo({ campaign: "other", scenario: "t", step: "b" })).toEqual(["t/b"])
    expect(sentTo({ scenario: "t" })).toEqual([])
  })

  it("what a first message reached before it failed stays reached, whatever a second one does", () => {
    const story = tell(
      scenarioOf([
        { id: "a", channel: "sms" },
        { id: "b", channel: "email", after: "1h", ifNot: "delivered" },
      ]),
      [
        ["10:00", "go"],
        ["10:01", "message_delivered", { channel: "sms", scenario: "s", step: "a", provider_id: "p1" }],
        ["10:02", "message_failed", { channel: "sms", provider_id: "p1" }],
        ["10:03", "message_sent", { channel: "sms", scenario: "s", step: "a", provider_id: "p2" }],
      ],
      "12:00",
    )
    expect(story.step(0).outcomes).toEqual({ delivered: iso("10:01") })
    expect([story.step(1).dueAt, story.step(1).reason]).toEqual([iso("11:03"), "outcome"])
    expect(story.kinds).toEqual([])
  })

  it("fails, is sent again, and what comes after it follows the second, also once that has failed", () => {
    const story = tell(
      scenarioOf([
        { id: "a", channel: "sms" },
        { id: "b", channel: "email", after: "10m", ifNot: "delivered" },
        { id: "c", channel: "push", after: "10m" },
      ]),
      [
        ["10:00", "go"],
        ["10:01", "message_failed", { channel: "sms", scenario: "s", step: "a", provider_id: "p1" }],
        ["10:09", "message_delivered", { channel: "sms", scenario: "s", step: "a", provider_id: "p2" }],
        ["10:30", "message_failed", { channel: "sms", provider_id: "p2" }],
      ],
      "12:00",
    )
    expect(story.run().steps.map(({ dueAt, status, reason }) => `${dueAt} ${status} ${reason}`)).toEqual([
      `${iso("10:00")} failed null`,
      `${iso("10:19")} skipped outcome`,
      `${iso("10:29")} missed null`,
    ])
    expect(story.kinds).toEqual(["failed", "missed"])
  })

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
