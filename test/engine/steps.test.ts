import { describe, expect, it } from "vitest"
import { gates } from "../../shared/engine/gates/registry"
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

describe("the gates (rules 18 and 19)", () => {
  it("are asked in this order", () => {
    expect(gates.map(({ id }) => id)).toEqual([
      "quiet",
      "unschedulable",
      "continueIf",
      "only",
      "ifNot",
      "integration-missing",
      "unreachable",
      "consent",
      "withheld",
      "capped",
    ])
  })

  /** A step that every gate after the first would refuse; each line takes one reason away. */
  const all = (without: string[]): Sections => {
    const has = (reason: string) => !without.includes(reason)
    return {
      channels: {
        push: {},
        email: {
          status: has("integration-missing") ? "missing" : "live",
          ...(has("unreachable") && { address: "email" }),
          consent: has("consent") ? "opt-in" : "none",
          caps: has("capped") ? [{ max: 0, per: "1d" }] : [],
          ...(has("quiet") && { quiet: { from: "09:00", to: "12:00", on: "skip" } }),
        },
      },
      ...scenarioOf(
        [
          { id: "x", channel: "push" },
          {
            id: "a",
            channel: "email",
            ...(has("outcome") && { ifNot: "sent" }),
            ...(has("condition") && { only: { event: "never" } }),
          },
        ],
        has("withheld") ? { holdout: "100%" } : {},
      ),
    }
  }

  it("the first that fails decides", () => {
    const told: Told[] = [GO, ["10:00", "message_sent", { channel: "push", scenario: "s", step: "x" }]]
    const order = [
      "quiet",
      "condition",
      "outcome",
      "integration-missing",
      "unreachable",
      "consent",
      "withheld",
      "capped",
    ]
    const found = order.map((_, index) => {
      const { status, reason } = tell(all(order.slice(0, index)), told, "10:05").step(1)
      return status === "withheld" ? status : reason
    })
    expect(found).toEqual(order)
    expect(tell(all(order), told, "10:05").step(1).status).toBe("due")
  })

  it("of a step that was not sent all are told, without short cuts", () => {
    const { step } = tell(all(["quiet", "withheld"]), [GO], "10:05")
    const passed = Object.fromEntries((step(1).gates ?? []).map((gate) => [gate.gate, gate.passed]))
    expect(passed).toEqual({
      run: true,
      quiet: true,
      unschedulable: true,
      continueIf: true,
      only: false,
      ifNot: true,
      "integration-missing": false,
      unreachable: false,
      consent: false,
      withheld: true,
      capped: false,
    })
  })

  it("each that refuses tells what the person had, and the least that would have done", () => {
    const told = (names: string[], also: Told[] = []) => {
      const before: Told[] = [GO, ["10:00", "message_sent", { channel: "push", scenario: "s", step: "x" }]]
      const { step } = tell(all(names), [...also, ...before], "10:05")
      return Object.fromEntries(
        (step(1).gates ?? []).flatMap(({ gate, is, change }) =>
          is === undefined ? [] : [[gate, [is, change]]],
        ),
      )
    }
    expect(told([])).toMatchObject({
      quiet: ["in the quiet hours of email", expect.stringMatching(/^it is due at .*Z or later$/)],
      only: [expect.stringContaining("never"), expect.any(String)],
      ifNot: [`x sent at ${iso("10:00")}`, `no x sent by ${iso("10:00")}`],
      "integration-missing": ["email is not joined", "email becomes live"],
      unreachable: ["no email", "email becomes known"],
      consent: ["never asked", "consent for email is granted"],
      withheld: ["in the holdout of 100%", "the holdout does not take this person"],
      capped: ["as many as a cap allows: 0 by email", "the cap allows more than 0"],
    })
    const denied: Told = ["09:00", "consent", { email: "denied" }]
    expect(told([], [denied]).consent?.[0]).toBe(`denied at ${iso("09:00")}`)
    const exited = tell(
      scenarioOf([{ id: "a", channel: "email", after: "2h" }], { exit: "complaint" }),
      [GO, ["11:00", "complaint"]],
      NOW,
    )
    expect(exited.step(0).gates?.[0]).toEqual({
      gate: "run",
      passed: false,
      is: `exited at ${iso("11:00")}`,
      change: `the run goes on until ${iso("12:00")}`,
    })
    const sent = tell(scenarioOf([{ id: "a", channel: "email" }]), [GO], NOW)
    expect(sent.step(0).gates?.every(({ passed, is }) => passed && is === undefined)).toBe(true)
  })

  it("continueIf and only refuse this step only; the next asks again", () => {
    const steps = [
      { id: "a", channel: "email" },
      { id: "b", channel: "email", after: "2h" },
    ]
    const rest = { continueIf: { not: { event: "complaint", within: "1h" } } }
    const { step } = tell(scenarioOf(steps, rest), [["09:30", "complaint"], GO], NOW)
    expect([step(0).reason, step(1).status]).toEqual(["condition", "missed"])
  })

  it("an outcome at the due instant counts, one after it does not", () => {
    const steps = [
      { id: "a", channel: "email" },
      { id: "b", channel: "push", after: "1h", from: "trigger", ifNot: "opened" },
    ]
    const at = (time: string) =>
      tell(scenarioOf(steps), [GO, evidence("10:01", "sent", "a"), evidence(time, "opened", "a")], NOW).step(
        1,
      ).reason
    expect(at("11:00")).toBe("outcome")
    expect(at("11:00:00.001")).toBeNull()
  })

  it("ifNot goal asks the run's goal", () => {
    const steps = [
      { id: "a", channel: "email" },
      { id: "b", channel: "push", after: "1h", ifNot: "goal" },
    ]
    const rest = { goal: "buy", continueAfterGoal: true }
    expect(tell(scenarioOf(steps, rest), [GO, ["11:00", "buy"]], NOW).step(1).reason).toBe("outcome")
    expect(tell(scenarioOf(steps, rest), [GO, ["11:00:00.001", "buy"]], NOW).step(1).reason).toBeNull()
  })

  const cascade = [
    { id: "a", channel: "email" },
    { id: "b", channel: "push", after: "24h", ifNot: "opened" },
    { id: "c", channel: "sms", after: "24h", from: "trigger", ifNot: "opened" },
  ]

  it.each([
    ["integration-missing", { status: "planned" }],
    ["unreachable", { address: "email" }],
    ["consent", { consent: "opt-in" }],
  ])("%s falls through to the step that stands in, and on", (reason, trouble) => {
    const { step } = tell(
      { channels: { email: trouble, push: trouble, sms: {} }, ...scenarioOf(cascade) },
      [GO],
      "10:01",
    )
    expect([step(0).reason, step(1).reason, step(2).status]).toEqual([reason, reason, "due"])
    expect([step(1).dueAt, step(2).dueAt]).toEqual([iso("10:00"), iso("10:00")])
  })

  it("moves what falls through by its own hour, days and quiet hours", () => {
    const channels = { email: { status: "missing" }, push: { quiet: { from: "08:00", to: "11:00" } } }
    const steps = [cascade[0] as object, { ...cascade[1], at: "12:30" }]
    expect(tell({ channels, ...scenarioOf(steps) }, [GO], "10:01").step(1)).toMatchObject({
      status: "scheduled",
      dueAt: iso("12:30"),
    })
    const free = tell({ channels, ...scenarioOf(cascade.slice(0, 2)) }, [GO], "10:01")
    expect(free.step(1).dueAt).toBe(iso("11:00"))
  })

  it.each([
    ["condition", { only: { event: "never" } }],
    ["outcome", {}],
  ])("%s does not fall through", (_reason, extra) => {
    const steps = [
      { id: "z", channel: "push" },
      { id: "a", channel: "email", ifNot: "sent", ...extra },
      { id: "b", channel: "sms", after: "24h", ifNot: "opened" },
    ]
    const told: Told[] = [GO, ["10:00", "message_sent", { channel: "push", scenario: "s", step: "z" }]]
    expect(tell(scenarioOf(steps), told, "10:01").step(2)).toMatchObject({
      status: "scheduled",
      dueAt: iso("03 10:00"),
    })
  })

  it("only a step that refers to the refused one falls through", () => {
    const steps = [
      { id: "z", channel: "push" },
      { id: "a", channel: "email" },
      { id: "b", channel: "sms", after: "1h", ifNot: { step: "z", outcome: "opened" } },
    ]
    const { step } = tell(
      { channels: { email: { status: "missing" }, push: {}, sms: {} }, ...scenarioOf(steps) },
      [GO],
      "10:01",
    )
    expect(step(2).dueAt).toBe(iso("11:00"))
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
