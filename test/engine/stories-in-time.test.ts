import { describe, expect, it } from "vitest"
import { evidence, iso, type Sections, scenarioOf, type Told, tell } from "./story"

/** What each test expects was worked out on paper from the rules before it was run. */

const ZONED = (zone: string): Sections => ({ timeZone: zone })
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
  it("put off to an hour at which another has taken the place, a step waits for the next", () => {
    const story = tell(
      {
        channels: { email: { caps: [{ max: 1, per: "24h", types: ["promotional"], on: "defer" }] } },
        messages: { p: { type: "promotional" } },
        scenarios: [
          { id: "s", trigger: { event: "go" }, steps: [{ id: "a", channel: "email", message: "p" }] },
          {
            id: "t",
            trigger: { event: "stay" },
            steps: [{ id: "a", channel: "email", message: "p", at: "18:00" }],
          },
        ],
      },
      [
        ["02 12:00", "go"],
        evidence("02 12:00:30", "sent", "a"),
        ["02 13:00", "stay"],
        ["03 17:00", "go"],
        evidence("03 17:00:30", "sent", "a"),
        ["04 18:00", "message_sent", { channel: "email", scenario: "t", step: "a" }],
      ],
      "05 00:00",
    )
    expect(story.result.people[0]?.runs.map(({ steps }) => `${steps[0]?.dueAt} ${steps[0]?.status}`)).toEqual(
      [`${iso("02 12:00")} sent`, `${iso("04 18:00")} sent`, `${iso("03 17:00")} sent`],
    )
    expect(story.kinds).toEqual([])
  })

  it("once a local day: put off over midnight, and over the quiet hours after it", () => {
    const story = tell(
      {
        channels: {
          push: {
            caps: [{ max: 1, per: "calendar-day", on: "defer" }],
            quiet: { from: "23:00", to: "08:00" },
          },
        },
        ...scenarioOf([{ id: "a", channel: "push" }]),
      },
      [
        ["02 00:00", "identify", { timezone: "Asia/Tokyo" }],
        ["02 03:00", "go"],
        ["02 03:01", "message_sent", { channel: "push", scenario: "s", step: "a" }],
        ["02 10:00", "go"],
      ],
      "04 00:00",
    )
    expect([story.step(0).status, story.step(0, 1).dueAt]).toEqual(["sent", iso("02 23:00")])
  })

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
