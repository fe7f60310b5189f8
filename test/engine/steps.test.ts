import { describe, expect, it } from "vitest"
import { evidence, iso, type Sections, scenarioOf, type Told, tell } from "./story"

const GO: Told = ["10:00", "go"]
const NOW = "20:00"

/** When the first step is due, and why it is refused where it is. */
function due(step: object, told: Told[], sections: Sections = {}, now = "2026-03-01T00:00:00Z"): string {
  const later = now === "2026-03-01T00:00:00Z" ? (told.at(-1)?.[0] ?? "10:00") : now
  const { step: of } = tell(
    { ...scenarioOf([{ id: "a", channel: "email", ...step }]), ...sections },
    told,
    later,
  )
  const { dueAt, reason } = of(0)
  return reason === null ? String(dueAt) : `${dueAt} ${reason}`
}

describe("the due time (rules 16 and 17)", () => {
  const quiet = (from: string, to: string, on?: string): Sections => ({
    channels: { email: { quiet: { from, to, ...(on && { on }) } } },
  })

  it("is anchor + after where nothing else is asked, to the millisecond", () => {
    expect(due({ after: "90s" }, [["10:00:00.123", "go"]])).toBe(iso("10:01:30.123"))
  })

  it("is at the beginning of the minute of `at`, that day or the next", () => {
    expect(due({ at: "10:00" }, [GO])).toBe(iso("10:00"))
    expect(due({ at: "10:00" }, [["10:00:00.001", "go"]])).toBe(iso("03 10:00"))
    expect(due({ at: "09:59" }, [GO])).toBe(iso("03 09:59"))
  })

  it("is on one of `days`", () => {
    expect(due({ days: ["mon"] }, [GO])).toBe(iso("10:00"))
    expect(due({ days: ["thu", "tue"] }, [GO])).toBe(iso("03 00:00"))
    expect(due({ days: ["mon"], at: "09:00" }, [GO])).toBe(iso("09 09:00"))
  })

  it("is out of quiet hours, whose end is free", () => {
    expect(due({}, [GO], quiet("09:00", "10:00"))).toBe(iso("10:00"))
    expect(due({}, [GO], quiet("10:00", "11:30"))).toBe(iso("11:30"))
    expect(due({}, [["23:00", "go"]], quiet("22:00", "07:00"))).toBe(iso("03 07:00"))
    expect(due({}, [["06:59:59.999", "go"]], quiet("22:00", "07:00"))).toBe(iso("07:00"))
    expect(due({ days: ["mon"] }, [["23:00", "go"]], quiet("22:00", "07:00"))).toBe(
      iso("09 00:00").replace("09T00", "09T07"),
    )
  })

  it("with `on: skip` it is skipped where it would have been", () => {
    expect(due({}, [GO], quiet("10:00", "11:30", "skip"))).toBe(`${iso("10:00")} quiet`)
    expect(due({ at: "11:30" }, [GO], quiet("10:00", "11:30", "skip"))).toBe(iso("11:30"))
  })

  it("is unschedulable at anchor + after where nothing fits within 8 days", () => {
    expect(due({ at: "03:00", after: "1h" }, [GO], quiet("22:00", "07:00"), "15 00:00")).toBe(
      `${iso("11:00")} unschedulable`,
    )
    expect(due({ days: ["mon"], at: "10:00" }, [GO])).toBe(iso("10:00"))
  })

  it("is on the walls of the person's zone, else of the map's, which is said", () => {
    const tokyo: Told = ["09:00", "identify", { timezone: "Asia/Tokyo" }]
    const zoned = tell(scenarioOf([{ id: "a", channel: "email", at: "09:30" }]), [tokyo, GO], "10:00")
    expect(zoned.step(0)).toMatchObject({ dueAt: iso("03 00:30"), zone: "person" })
    const assumed = tell(
      scenarioOf([{ id: "a", channel: "email", at: "09:30" }]),
      [["09:00", "identify", { timezone: "Mars" }], GO],
      "10:00",
    )
    expect(assumed.step(0)).toMatchObject({ dueAt: iso("03 09:30"), zone: "assumed" })
  })

  it("follows a zone that becomes known while the step waits", () => {
    const told: Told[] = [GO, ["12:00", "identify", { timezone: "Asia/Tokyo" }]]
    expect(due({ at: "18:00" }, told)).toBe(iso("03 09:00"))
    expect(due({ at: "23:00" }, told)).toBe(iso("14:00"))
  })

  it("is not moved into the past by a zone whose hour was over, nor by what comes for other steps after that", () => {
    const steps = [
      { id: "a", channel: "email", after: "270m" },
      { id: "b", channel: "push", from: "trigger", at: "10:00" },
    ]
    const moved: Told[] = [
      ["06:00", "identify", { timezone: "America/New_York" }],
      ["07:00", "go"],
      ["11:00", "identify", { timezone: "UTC" }],
    ]
    for (const more of [[], [evidence("11:35", "sent", "a")]])
      expect(tell(scenarioOf(steps), [...moved, ...more], "12:00").step(1).dueAt).toBe(iso("03 10:00"))
  })

  it("takes a skipped wall time for the first minute that exists, a doubled one the first time", () => {
    const berlin = { timeZone: "Europe/Berlin" }
    expect(due({ at: "02:00" }, [["2026-03-28T20:00:00Z", "go"]], berlin)).toBe("2026-03-29T01:00:00.000Z")
    expect(due({ at: "02:30" }, [["2026-10-24T20:00:00Z", "go"]], berlin)).toBe("2026-10-25T00:30:00.000Z")
    expect(due({ at: "02:30" }, [["2026-10-25T00:45:00Z", "go"]], berlin)).toBe("2026-10-26T01:30:00.000Z")
    expect(due({ at: "10:00" }, [["2011-12-29T22:00:00Z", "go"]], { timeZone: "Pacific/Apia" })).toBe(
      "2011-12-30T10:00:00.000Z",
    )
  })

  it("follows the send of the step before while it waits, and is fixed once it has come", () => {
    const steps = [
      { id: "a", channel: "email" },
      { id: "b", channel: "push", after: "5m" },
    ]
    const on = (told: Told[]) => tell(scenarioOf(steps), [GO, ...told], NOW).step(1).dueAt
    expect(on([])).toBe(iso("10:05"))
    expect(on([evidence("10:03", "sent", "a")])).toBe(iso("10:08"))
    expect(on([evidence("10:05", "sent", "a")])).toBe(iso("10:10"))
    expect(on([evidence("10:06", "sent", "a")])).toBe(iso("10:05"))
  })

  it("with `from: trigger` it counts from the trigger", () => {
    const steps = [
      { id: "a", channel: "email" },
      { id: "b", channel: "push", after: "5m", from: "trigger" },
    ]
    expect(tell(scenarioOf(steps), [GO, evidence("10:03", "sent", "a")], NOW).step(1).dueAt).toBe(
      iso("10:05"),
    )
  })

  it("a refused step passes on its due time, even if it was sent", () => {
    const steps = [
      { id: "a", channel: "email", only: { event: "never" } },
      { id: "b", channel: "push", after: "1h" },
    ]
    expect(tell(scenarioOf(steps), [GO, evidence("10:30", "sent", "a")], NOW).step(1).dueAt).toBe(
      iso("11:00"),
    )
  })
})

describe("consent and reach (rules 18 and 20)", () => {
  const refusal = (
    channel: object,
    told: Told[],
    message: object = { type: "promotional" },
  ): string | null => {
    const sections = {
      channels: { email: channel },
      messages: { m: message },
      ...scenarioOf([{ id: "a", channel: "email", message: "m" }]),
    }
    return tell(sections, [...told, ["12:00", "go"]], "12:01").step(0).reason
  }
  const said = (at: string, decisions: Record<string, string>): Told => [at, "consent", decisions]

  it.each([
    ["opt-in", [], "consent"],
    ["opt-in", [said("10:00", { email: "granted" })], null],
    ["opt-in", [said("10:00", { marketing: "granted" })], null],
    ["opt-in", [said("10:00", { analytics: "granted" })], "consent"],
    ["opt-in", [said("10:00", { sms: "granted" })], "consent"],
    ["opt-in", [said("10:00", { email: "yes" })], "consent"],
    ["opt-in", [said("10:00", { email: "denied" }), said("11:00", { email: "granted" })], null],
    ["opt-in", [said("10:00", { email: "denied" }), said("11:00", { marketing: "granted" })], "consent"],
    ["opt-in", [said("10:00", { marketing: "denied" }), said("11:00", { email: "granted" })], null],
    ["opt-in", [said("10:00", { marketing: "denied" }), said("11:00", { marketing: "granted" })], null],
    ["opt-out", [], null],
    ["opt-out", [said("10:00", { marketing: "denied" })], "consent"],
    ["opt-out", [said("10:00", { email: "denied" })], "consent"],
    ["opt-out", [said("10:00", { marketing: "denied" }), said("11:00", { email: "granted" })], null],
    ["none", [said("10:00", { email: "denied" })], null],
  ] as [string, Told[], string | null][])("%s after %j: %s", (consent, told, reason) => {
    expect(refusal({ consent }, told)).toBe(reason)
  })

  it("the latest of the channel's grant and what is said of marketing counts, by time and then by place", () => {
    const own = (at: string) => said(at, { email: "granted" })
    const denied = (at: string) => said(at, { marketing: "denied" })
    expect(refusal({ consent: "opt-in" }, [own("11:00"), denied("11:00")])).toBe("consent")
    expect(refusal({ consent: "opt-in" }, [denied("11:00"), own("11:00")])).toBeNull()
    expect(refusal({ consent: "opt-in" }, [own("11:00"), denied("10:30")])).toBeNull()
    expect(refusal({ consent: "opt-in" }, [denied("11:00"), own("10:30")])).toBe("consent")
  })

  it("of what one event says of both, the channel's own counts", () => {
    expect(
      refusal({ consent: "opt-in" }, [said("11:00", { email: "granted", marketing: "denied" })]),
    ).toBeNull()
    expect(refusal({ consent: "opt-out" }, [said("11:00", { marketing: "granted", email: "denied" })])).toBe(
      "consent",
    )
  })

  it("an unsubscribe denies its channel until that channel is granted", () => {
    const left: Told = ["11:00", "message_unsubscribed", { channel: "email" }]
    expect(refusal({ consent: "opt-out" }, [left])).toBe("consent")
    expect(refusal({ consent: "opt-out" }, [left, said("11:30", { marketing: "granted" })])).toBe("consent")
    expect(refusal({ consent: "opt-out" }, [left, said("11:30", { email: "granted" })])).toBeNull()
  })

  it("services need none", () => {
    expect(
      refusal({ consent: "opt-in" }, [said("10:00", { email: "denied" })], { type: "service" }),
    ).toBeNull()
  })

  const bounced = (at: string, bounce?: string): Told => [
    at,
    "message_bounced",
    { channel: "email", ...(bounce && { bounce }) },
  ]
  const known = (at: string, email: unknown): Told => [at, "identify", { email }]

  it.each([
    [[], "unreachable"],
    [[known("10:00", "a@x")], null],
    [[known("10:00", "a@x"), known("10:30", null)], "unreachable"],
    [[known("10:00", "a@x"), bounced("10:10")], "unreachable"],
    [[known("10:00", "a@x"), bounced("10:10", "hard")], "unreachable"],
    [[known("10:00", "a@x"), bounced("10:10", "soft")], null],
    [[known("10:00", "a@x"), bounced("10:10"), known("10:20", "a@x")], "unreachable"],
    [[known("10:00", "a@x"), bounced("10:10"), known("10:20", "b@x")], null],
    [[bounced("09:00"), known("10:00", "a@x")], null],
  ] as [Told[], string | null][])("address and bounces %j: %s", (told, reason) => {
    expect(refusal({ address: "email" }, told)).toBe(reason)
  })

  it("on a channel without address a hard bounce holds ever", () => {
    expect(refusal({}, [bounced("09:00"), known("10:00", "a@x")])).toBe("unreachable")
    expect(refusal({}, [bounced("09:00", "soft")])).toBeNull()
  })
})
