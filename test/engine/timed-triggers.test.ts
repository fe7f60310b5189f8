import { describe, expect, it } from "vitest"
import { firings } from "./firings"
import { iso, scenarioOf, type Told, tell } from "./story"

const STEPS = [{ id: "email", channel: "email", after: "30d" }]

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

  it("comes in its own year only, also for what happens at that very instant of another, and because of what set it", () => {
    const told = [known("02 00:00", "2026-03-04"), known("2027-03-04T10:00:00Z", "2026-03-04")]
    expect(firings({ date: "birthday" }, told, "2027-03-05T00:00:00Z")).toEqual([iso("04 10:00")])
    const early = [known("02 00:00", "2030-03-04"), known("04 10:00", "2030-03-04")]
    expect(firings({ date: "birthday", every: "year" }, early, "10 00:00")).toEqual([])
    const { run } = tell(
      { scenarios: [{ id: "s", trigger: { date: "birthday" }, steps: [{ id: "a", channel: "email" }] }] },
      [known("01 00:00", "2026-03-03"), known("02 00:00", "2026-03-04")],
      "10 00:00",
    )
    expect(run().because).toEqual(["e2"])
  })

  it("takes a date with a time and a zone for the day as it is written", () => {
    for (const time of ["T23:30", " 23:30:00", "T23:30:00.000Z", "T23:30:00-05:00", "T23:30+0530"])
      expect(firings({ date: "birthday" }, [known("02 00:00", `2026-03-04${time}`)], "10 00:00")).toEqual([
        iso("04 10:00"),
      ])
  })

  it("never fires for what is no date, and reports it", () => {
    for (const value of ["soon", "2026-02-30", "2026-03-04T10:00 or later", 20260304, true]) {
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
      ["1991-01-01T00:00:00Z", "x"],
      ["02 09:00:30", "read"],
      ["02 09:05", "x"],
    ]
    expect(firings(trigger, told, "07 00:00", { audience })).toEqual([iso("02 09:01")])
    const quiet = { all: [{ inactive: "1h" }, { not: { inactive: "61m" } }] }
    expect(firings(trigger, told, "02 08:00", { audience: quiet, reentry: "once" })).toEqual([
      "1991-01-01T01:00:00.000Z",
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
