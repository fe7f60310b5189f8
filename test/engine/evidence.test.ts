import { describe, expect, it } from "vitest"
import { evidence, iso, type Sections, scenarioOf, type Told, tell } from "./story"

const GO: Told = ["10:00", "go"]
const NOW = "20:00"
const ONE = [{ id: "a", channel: "email", message: "m", after: "1h" }]

/** Evidence with just these props, on e-mail. */
const told = (at: string, name: string, props: Record<string, unknown> = {}): Told => [
  at,
  `message_${name}`,
  { channel: "email", ...props },
]

describe("status (rule 24)", () => {
  const status = (events: Told[], now = NOW, coverage?: unknown) =>
    tell(scenarioOf(ONE), [GO, ...events], now, coverage).step(0).status

  it("scheduled before due, due up to due + grace, then missed", () => {
    expect(status([], "10:59:59.999")).toBe("scheduled")
    expect(status([], "11:00")).toBe("due")
    expect(status([], "11:10")).toBe("due")
    expect(status([], "11:10:00.001")).toBe("missed")
  })

  it("early, sent or late by the time of the send", () => {
    expect(status([evidence("10:00", "sent", "a")])).toBe("early")
    expect(status([evidence("10:59:59.999", "sent", "a")])).toBe("early")
    expect(status([evidence("11:00", "sent", "a")])).toBe("sent")
    expect(status([evidence("11:10", "sent", "a")])).toBe("sent")
    expect(status([evidence("11:10:00.001", "sent", "a")])).toBe("late")
  })

  it("evidence before the trigger in the log is for no run", () => {
    const { step, kinds } = tell(scenarioOf(ONE), [evidence("10:00", "sent", "a"), GO], "10:30")
    expect([step(0).status, kinds]).toEqual(["scheduled", ["unplanned"]])
  })

  it("unknown where the evidence does not cover the time; touching intervals join", () => {
    const span = (from: string, to: string, channel = "email") => ({ channel, from: iso(from), to: iso(to) })
    expect(status([], NOW, [])).toBe("unknown")
    expect(status([], NOW, [span("11:00", "11:10")])).toBe("missed")
    expect(status([], NOW, [span("11:00", "11:05"), span("11:05", "11:10")])).toBe("missed")
    expect(status([], NOW, [span("11:05", "11:10"), span("10:00", "11:05")])).toBe("missed")
    expect(status([], NOW, [span("11:00", "11:05"), span("11:05:00.001", "11:10")])).toBe("unknown")
    expect(status([], NOW, [span("11:00:00.001", "12:00")])).toBe("unknown")
    expect(status([], NOW, [span("11:00", "11:10", "sms")])).toBe("unknown")
    expect(status([], "11:05", [])).toBe("due")
    expect(status([evidence("11:05", "sent", "a")], NOW, [])).toBe("sent")
  })

  it("early evidence asks the gates at its time and fixes the due time", () => {
    const steps = [{ ...ONE[0], only: { event: "ready" } }]
    const refused = tell(scenarioOf(steps), [GO, evidence("10:30", "sent", "a"), ["10:40", "ready"]], NOW)
    expect(refused.step(0)).toMatchObject({
      status: "skipped",
      reason: "condition",
      sentAt: iso("10:30"),
      dueAt: iso("11:00"),
    })
    expect(refused.kinds).toEqual(["should-not-have condition"])
    expect(refused.run().endedAt).toBe(iso("10:30"))
    const passed = tell(scenarioOf(steps), [GO, ["10:20", "ready"], evidence("10:30", "sent", "a")], NOW)
    expect(passed.step(0).status).toBe("early")
    expect(passed.kinds).toEqual(["early"])
  })

  it("what only puts off refuses no early evidence; what skips does", () => {
    const on = (quiet: object, caps: object[]) => {
      const channels = { email: { quiet, caps } }
      const events = [
        GO,
        told("10:10", "sent", { provider_id: "other", campaign: "else" }),
        evidence("10:30", "sent", "a", { provider_id: "x" }),
      ]
      return tell({ channels, ...scenarioOf(ONE) }, events, NOW).step(0).reason
    }
    const hours = { from: "10:00", to: "10:45" }
    const cap = { max: 1, per: "1d" }
    expect(on({ ...hours, on: "defer" }, [{ ...cap, on: "defer" }])).toBeNull()
    expect(on({ ...hours, on: "skip" }, [])).toBe("quiet")
    expect(on({ from: "10:45", to: "11:30", on: "skip" }, [])).toBeNull()
    expect(on(hours, [cap])).toBe("capped")
  })

  it("evidence for a withheld step should not have been", () => {
    const { step, kinds } = tell(
      scenarioOf(ONE, { holdout: "100%" }),
      [GO, evidence("11:01", "sent", "a")],
      NOW,
    )
    expect(step(0)).toMatchObject({ status: "withheld", reason: null, sentAt: iso("11:01") })
    expect(kinds).toEqual(["should-not-have withheld"])
  })

  it("evidence of the due instant is settled after the gates", () => {
    const steps = [{ ...ONE[0], only: { event: "ready" } }]
    const refused = tell(scenarioOf(steps), [GO, evidence("11:00", "sent", "a")], NOW)
    expect([refused.step(0).status, refused.kinds]).toEqual(["skipped", ["should-not-have condition"]])
    const left = tell(
      scenarioOf(ONE, { exit: "leave" }),
      [GO, evidence("11:00", "sent", "a"), ["11:00", "leave"]],
      NOW,
    )
    expect([left.step(0).status, left.kinds]).toEqual(["skipped", ["should-not-have exited"]])
  })
})

describe("messages (rule 22)", () => {
  it.each([
    ["sent", {}],
    ["delivered", { delivered: iso("11:01") }],
    ["shown", { delivered: iso("11:01") }],
    ["opened", { delivered: iso("11:01"), opened: iso("11:01") }],
    ["clicked", { delivered: iso("11:01"), opened: iso("11:01"), clicked: iso("11:01") }],
  ])("%s proves a send, and what it implies", (name, outcomes) => {
    const { step, result } = tell(scenarioOf(ONE), [GO, evidence("11:01", name, "a")], NOW)
    expect(step(0)).toMatchObject({ status: "sent", sentAt: iso("11:01"), outcomes, evidence: ["e2"] })
    expect(Object.keys(step(0).outcomes)).toEqual(Object.keys(outcomes))
    expect(result.totals.channels.email).toMatchObject({ sent: 1, expected: 1, missed: 0 })
  })

  it("an open by a machine proves delivery only", () => {
    const { step } = tell(scenarioOf(ONE), [GO, evidence("11:01", "opened", "a", { machine: true })], NOW)
    expect(step(0)).toMatchObject({ status: "sent", outcomes: { delivered: iso("11:01") } })
    expect(step(0).outcomes.opened).toBeUndefined()
  })

  it("one channel and provider id are one message, whatever its evidence names", () => {
    const events = [
      GO,
      evidence("11:01", "sent", "a", { provider_id: "1" }),
      told("11:02", "opened", { provider_id: "1", subject: "x" }),
    ]
    const { step, kinds } = tell(scenarioOf(ONE), events, NOW)
    expect(step(0)).toMatchObject({ evidence: ["e2", "e3"], outcomes: { opened: iso("11:02") } })
    expect(kinds).toEqual([])
    const other = tell(
      scenarioOf(ONE),
      [...events, ["11:03", "message_opened", { channel: "sms", provider_id: "1" }]],
      NOW,
    )
    expect(other.kinds).toEqual(["unplanned"])
  })

  it("the first provider id that comes to a step's message becomes its own", () => {
    const events = [GO, evidence("11:01", "sent", "a"), evidence("11:02", "sent", "a", { provider_id: "1" })]
    expect(tell(scenarioOf(ONE), events, NOW).kinds).toEqual([])
    expect(
      tell(scenarioOf(ONE), [...events, evidence("11:03", "sent", "a", { provider_id: "2" })], NOW).kinds,
    ).toEqual(["duplicate"])
    expect(tell(scenarioOf(ONE), [...events, evidence("11:03", "sent", "a")], NOW).kinds).toEqual([])
  })

  it.each(["failed", "bounced"])("%s makes the step failed, unless it was opened", (name) => {
    const events = [
      GO,
      evidence("11:01", "sent", "a", { provider_id: "1" }),
      evidence("11:02", name, "a", { provider_id: "1" }),
    ]
    const failed = tell(scenarioOf(ONE), events, NOW)
    expect([failed.step(0).status, failed.kinds]).toEqual(["failed", ["failed"]])
    expect(failed.result.findings[0]).toMatchObject({ at: iso("11:02"), severity: "warning" })
    const opened = tell(
      scenarioOf(ONE),
      [...events, evidence("11:03", "opened", "a", { provider_id: "1" })],
      NOW,
    )
    expect([opened.step(0).status, opened.kinds]).toEqual(["sent", []])
  })

  it("a failure alone settles the step without a send; the next due does not move", () => {
    const steps = [...ONE, { id: "b", channel: "push", after: "1h" }]
    const { step } = tell(scenarioOf(steps), [GO, evidence("11:05", "failed", "a")], NOW)
    expect(step(0)).toMatchObject({ status: "failed", sentAt: null })
    expect(step(1).dueAt).toBe(iso("12:00"))
  })

  it("another provider id after a failure settles anew and is no duplicate", () => {
    const events = [
      GO,
      evidence("11:01", "sent", "a", { provider_id: "1" }),
      evidence("11:02", "failed", "a", { provider_id: "1" }),
    ]
    const again = (at: string) =>
      tell(scenarioOf(ONE), [...events, evidence(at, "sent", "a", { provider_id: "2" })], NOW)
    expect(again("11:05").step(0)).toMatchObject({
      status: "sent",
      sentAt: iso("11:05"),
      evidence: ["e2", "e3", "e4"],
    })
    expect(again("11:05").kinds).toEqual([])
    expect(again("12:00").step(0).status).toBe("late")
    expect(again("12:00").run().endedAt).toBe(iso("11:01"))
    expect(tell(scenarioOf(ONE), [...events, evidence("11:05", "sent", "a")], NOW).step(0).status).toBe(
      "failed",
    )
  })

  it("the first id that comes to a failed message without one is another message", () => {
    const events = [
      GO,
      evidence("11:01", "failed", "a"),
      evidence("11:05", "sent", "a", { provider_id: "2" }),
    ]
    expect(tell(scenarioOf(ONE), events, NOW).step(0)).toMatchObject({ status: "sent", sentAt: iso("11:05") })
  })

  it("an outcome without provider id joins the latest message of the channel with its names", () => {
    const events = [
      GO,
      evidence("11:01", "sent", "a"),
      told("11:20", "sent", { campaign: "news" }),
      told("11:30", "opened", { campaign: "news" }),
    ]
    const { step, result, kinds } = tell(scenarioOf(ONE), events, NOW)
    expect(step(0).outcomes).toEqual({})
    expect(kinds).toEqual(["unplanned"])
    expect(result.findings[0]?.evidence).toEqual(["e3", "e4"])
    const nameless = tell(scenarioOf(ONE), [...events.slice(0, 2), told("11:30", "opened")], NOW)
    expect(nameless.step(0).outcomes.opened).toBe(iso("11:30"))
  })

  it("each unplanned send without an id is a message of its own", () => {
    expect(
      tell({}, [told("11:00", "sent"), told("11:01", "sent"), told("11:02", "opened")], NOW).kinds,
    ).toEqual(["unplanned", "unplanned"])
    expect(tell({}, [told("11:00", "failed", { provider_id: "1" })], NOW).kinds).toEqual([])
    const proved = tell(
      {},
      [told("11:00", "failed", { provider_id: "1" }), told("11:05", "sent", { provider_id: "1" })],
      NOW,
    )
    expect(proved.result.findings).toEqual([
      expect.objectContaining({ kind: "unplanned", at: iso("11:00"), evidence: ["e1", "e2"] }),
    ])
  })
})

describe("matching (rule 23)", () => {
  const messages = {
    one: { match: { campaign: ["cart-*", "x?z"], subject: "*Cart*" } },
    two: { match: { template: "tpl", sender: "shop@*" } },
    bare: {},
  }
  const scenarios = ["one", "two", "bare"].map((id) => ({
    id,
    trigger: { event: "go" },
    steps: [{ id: "a", channel: "email", message: id }],
  }))
  const sections: Sections = { messages, scenarios }
  /** The scenario whose step the evidence settles, or the findings. */
  const meant = (props: Record<string, unknown>): string => {
    const { result } = tell(sections, [GO, told("10:05", "sent", props)], "10:06")
    const run = result.people[0]?.runs.find(({ steps }) => steps[0]?.status === "sent")
    return run?.scenario ?? result.findings.map(({ kind }) => kind).join()
  }

  it.each([
    [{ scenario: "two", step: "a" }, "two"],
    [{ scenario: "two", step: "a", campaign: "cart-1", message: "one" }, "two"],
    [{ scenario: "two", step: "b", campaign: "cart-1" }, "unplanned"],
    [{ message: "bare" }, "bare"],
    [{ message: "none", campaign: "cart-1" }, "unplanned"],
    [{ campaign: "CART-17" }, "one"],
    [{ campaign: "xyz" }, "one"],
    [{ campaign: "xyyz" }, "unplanned"],
    [{ template: "tpl", subject: "Your cart" }, "two"],
    [{ campaign: "other", subject: "your CART waits" }, "one"],
    [{ sender: "shop@example.com" }, "two"],
    [{ subject: "hello" }, "unplanned"],
    [{}, "unplanned"],
  ])("%j: %s", (props, expected) => {
    expect(meant(props)).toBe(expected)
  })

  it("by channel alone: the only due step, else the only open one", () => {
    const two = [
      { id: "a", channel: "email", after: "1h" },
      { id: "b", channel: "email", after: "2h", from: "trigger" },
    ]
    const at = (time: string, steps: object[]) => {
      const { result, kinds } = tell(scenarioOf(steps), [GO, told(time, "sent")], NOW)
      return [
        ...(result.people[0]?.runs[0]?.steps ?? [])
          .filter(({ sentAt }) => sentAt)
          .map(({ id, status }) => `${id} ${status}`),
        ...kinds.filter((kind) => kind === "unplanned"),
      ]
    }
    expect(at("11:05", two)).toEqual(["a sent"])
    expect(at("10:30", two)).toEqual(["unplanned"])
    expect(at("10:30", two.slice(0, 1))).toEqual(["a early"])
    expect(at("11:30", two)).toEqual(["b early"])
    expect(at("12:30", two)).toEqual(["unplanned"])
    expect(at("11:05", [two[0] as object, { ...two[0], id: "c", from: "trigger" }])).toEqual(["unplanned"])
  })

  it("of equal strength: without evidence first, then the nearest due, then the earlier run, then step order", () => {
    const keyed = { trigger: { event: "go", per: "k" } }
    const steps = [
      { id: "a", channel: "email", message: "m", after: "1h" },
      { id: "b", channel: "email", message: "m", after: "3h", from: "trigger" },
    ]
    const events: Told[] = [
      ["10:00", "go", { k: "A" }],
      ["10:30", "go", { k: "B" }],
    ]
    const settled = (...sent: Told[]) =>
      tell(scenarioOf(steps, keyed), [...events, ...sent], NOW).result.people[0]?.runs.flatMap((run) =>
        run.steps.filter(({ evidence: ids }) => ids.length > 0).map(({ id }) => `${run.key}${id}`),
      )
    const send = (at: string, id: string) => told(at, "sent", { message: "m", provider_id: id })
    expect(settled(send("11:10", "1"))).toEqual(["Aa"])
    expect(settled(send("11:15", "1"))).toEqual(["Aa"])
    expect(settled(send("11:16", "1"))).toEqual(["Ba"])
    expect(settled(send("11:10", "1"), send("11:11", "2"), send("11:12", "3"))).toEqual(["Aa", "Ab", "Ba"])
  })

  it("one that names a step, message, campaign or template but another channel settles nothing", () => {
    for (const props of [{ scenario: "one", step: "a" }, { message: "one" }, { campaign: "cart-1" }]) {
      const { result } = tell(
        sections,
        [GO, ["10:05", "message_sent", { ...props, channel: "sms" }]],
        "10:06",
      )
      expect(result.findings).toEqual([
        expect.objectContaining({
          kind: "wrong-channel",
          scenario: "one",
          step: "a",
          channel: "sms",
          at: iso("10:05"),
        }),
      ])
    }
    const subject = tell(
      sections,
      [GO, ["10:05", "message_sent", { subject: "your cart", channel: "sms" }]],
      "10:06",
    )
    expect(subject.kinds).toEqual(["unplanned"])
    const failure = tell(
      sections,
      [GO, ["10:05", "message_failed", { message: "one", channel: "sms" }]],
      "10:06",
    )
    expect(failure.kinds).toEqual([])
  })

  it("does not fit a step of another person, nor a channel that the map does not know", () => {
    const { kinds } = tell(
      scenarioOf(ONE),
      [GO, ["11:01", "message_sent", { channel: "email", scenario: "s", step: "a" }, { person: "q" }]],
      "11:05",
    )
    expect(kinds).toEqual(["unplanned"])
    expect(tell({}, [["11:01", "message_sent", { channel: "fax" }]], NOW).kinds).toEqual(["unplanned"])
  })

  it("reports a message event without a channel", () => {
    expect(
      tell(scenarioOf(ONE), [GO, ["11:01", "message_sent", { scenario: "s", step: "a" }]], "11:05").kinds,
    ).toEqual(["bad-event"])
  })
})

describe("judging real sends", () => {
  const night = { channels: { email: { quiet: { from: "21:00", to: "09:00" } } } }

  it("in quiet hours, planned or not, but for services", () => {
    const at = (time: string, props: object = {}) =>
      tell({ ...night, messages: { m: { type: "service" } } }, [told(time, "sent", { ...props })], "04 00:00")
        .kinds
    expect(at("20:59:59.999")).toEqual(["unplanned"])
    expect(at("21:00")).toEqual(["in-quiet-hours", "unplanned"])
    expect(at("03 08:59:59.999")).toEqual(["in-quiet-hours", "unplanned"])
    expect(at("03 09:00")).toEqual(["unplanned"])
    expect(at("21:00", { message: "m" })).toEqual(["unplanned"])
  })

  it("takes the person's walls", () => {
    const events: Told[] = [
      ["10:00", "identify", { timezone: "Asia/Tokyo" }],
      told("13:00", "sent", { subject: "x" }),
    ]
    expect(tell(night, events, NOW).kinds).toEqual(["in-quiet-hours", "unplanned"])
  })

  it("a gesture that was looked for and not seen", () => {
    const by = (name: string, gesture: unknown) =>
      tell({}, [["10:00", name, {}, gesture === undefined ? {} : { gesture }]], NOW).kinds
    for (const name of ["add_to_cart", "remove_from_cart", "form_submit", "sign_up"])
      expect(by(name, null)).toEqual(["phantom-event"])
    expect(by("add_to_cart", undefined)).toEqual([])
    expect(by("add_to_cart", { type: "click" })).toEqual([])
    expect(by("purchase", null)).toEqual([])
  })
})
