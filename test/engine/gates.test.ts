import { describe, expect, it } from "vitest"
import { gates } from "../../shared/engine/gates/registry"
import { evidence, iso, type Sections, scenarioOf, type Told, tell } from "./story"

const GO: Told = ["10:00", "go"]
const NOW = "20:00"

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
