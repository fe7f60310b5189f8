import { describe, expect, it } from "vitest"
import { drawHoldout } from "../../shared/engine/holdout"
import { evidence, iso, scenarioOf, type Told, tell } from "./story"

const NOW = "20:00"
const ONE = [{ id: "a", channel: "email" }]
const GO: Told = ["10:00", "go"]

describe("beginning (rules 8 to 10)", () => {
  it("asks the audience on the state after all events of the instant", () => {
    const rest = { audience: { event: "buy" } }
    expect(tell(scenarioOf(ONE, rest), [GO, ["10:00", "buy"]], NOW).result.people[0]?.runs).toHaveLength(1)
    expect(
      tell(scenarioOf(ONE, rest), [GO, ["10:00:00.001", "buy"]], NOW).result.people[0]?.runs,
    ).toHaveLength(0)
  })

  it("notes what an active run ignores, with the trigger as its time", () => {
    const { result } = tell(scenarioOf(ONE), [GO, ["10:05", "go"]], NOW)
    expect(result.people[0]?.runs).toHaveLength(1)
    expect(result.findings.filter(({ kind }) => kind === "ignored-active")).toEqual([
      expect.objectContaining({
        at: iso("10:05"),
        scenario: "s",
        step: null,
        severity: "info",
        evidence: ["e2"],
      }),
    ])
  })

  it("lets other keys run beside an active one", () => {
    const rest = { trigger: { event: "go", per: "k" } }
    const told: Told[] = [
      ["10:00", "go", { k: "A" }],
      ["10:01", "go", { k: "B" }],
      ["10:02", "go", { k: "A" }],
    ]
    const { result, kinds } = tell(scenarioOf(ONE, rest), told, "10:05")
    expect(result.people[0]?.runs.map(({ key, run }) => [key, run])).toEqual([
      ["A", 1],
      ["B", 2],
    ])
    expect(kinds).toEqual(["ignored-active"])
  })

  it("is free again when the last step was sent, at that very instant", () => {
    const told = [GO, evidence("10:05", "sent", "a"), ["10:05", "go"] as Told]
    expect(tell(scenarioOf(ONE), told, NOW).result.people[0]?.runs).toHaveLength(2)
  })

  it("measures re-entry from the end of the last run, exactly", () => {
    const rest = { reentry: { after: "1h" } }
    const runs = (again: string) =>
      tell(scenarioOf(ONE, rest), [GO, evidence("10:05", "sent", "a"), [again, "go"]], NOW).result.people[0]
        ?.runs
    expect(runs("11:05")).toHaveLength(2)
    expect(runs("11:04:59.999")).toHaveLength(1)
  })

  it("once never re-enters", () => {
    const told: Told[] = [GO, ["2026-12-01T00:00:00Z", "go"]]
    expect(
      tell(scenarioOf(ONE, { reentry: "once" }), told, "2027-01-01T00:00:00Z").result.people[0]?.runs,
    ).toHaveLength(1)
  })

  it("waiting for the goal alone keeps no run active", () => {
    const rest = { goal: { event: "buy", within: "30d" } }
    const { run } = tell(scenarioOf(ONE, rest), [GO, evidence("10:05", "sent", "a"), ["10:06", "go"]], NOW)
    expect(run(0)).toMatchObject({ status: "completed", endedAt: iso("10:05") })
    expect(run(1).triggeredAt).toBe(iso("10:06"))
  })
})

describe("ending (rules 9, 11 to 13)", () => {
  const LATER = [
    { id: "a", channel: "email" },
    { id: "b", channel: "email", after: "1h" },
  ]

  it("ends with the latest settling", () => {
    const { run } = tell(scenarioOf(LATER), [GO, evidence("11:05", "sent", "b")], NOW)
    expect(run()).toMatchObject({ status: "completed", endedAt: iso("11:05") })
    expect(tell(scenarioOf(LATER), [GO], "11:10").run()).toMatchObject({ status: "active", endedAt: null })
    expect(tell(scenarioOf(LATER), [GO], "11:10:00.001").run()).toMatchObject({
      status: "completed",
      endedAt: iso("11:10"),
    })
  })

  it("late evidence changes the step, never the end", () => {
    const { run, step } = tell(scenarioOf(ONE), [GO, evidence("15:00", "sent", "a")], NOW)
    expect(run().endedAt).toBe(iso("10:10"))
    expect(step(0)).toMatchObject({ status: "late", sentAt: iso("15:00") })
  })

  it("exits at once; what is not due is skipped and shows no due time", () => {
    const { run, step } = tell(scenarioOf(LATER, { exit: "leave" }), [GO, ["10:02", "leave"]], NOW)
    expect(run()).toMatchObject({ status: "exited", endedAt: iso("10:02") })
    expect(step(0)).toMatchObject({ status: "skipped", reason: "exited", dueAt: iso("10:00") })
    expect(step(1)).toMatchObject({ status: "skipped", reason: "exited", dueAt: null })
  })

  it("leaves what was due open until due + grace", () => {
    const told: Told[] = [GO, ["10:02", "leave"]]
    expect(tell(scenarioOf(ONE, { exit: "leave" }), told, "10:10").step(0).status).toBe("due")
    const sent = tell(scenarioOf(ONE, { exit: "leave" }), [...told, evidence("10:10", "sent", "a")], NOW)
    expect(sent.step(0).status).toBe("sent")
    expect(sent.run()).toMatchObject({ status: "exited", endedAt: iso("10:02") })
    expect(sent.kinds).toEqual([])
  })

  it("leaves missed what was missed before the run ended", () => {
    const rest = { exit: "leave" }
    const left = (end: string): Told[] => [GO, [end, "leave"]]
    expect(tell(scenarioOf(LATER, rest), left("10:10"), NOW).step(0).status).toBe("skipped")
    expect(tell(scenarioOf(LATER, rest), left("10:10:00.001"), NOW).step(0).status).toBe("missed")
    const late = [...left("10:30"), evidence("10:40", "sent", "a")]
    expect(tell(scenarioOf(LATER, rest), late, NOW).step(0).status).toBe("late")
  })

  it("an exit at the very due time wins over the step", () => {
    const { step } = tell(scenarioOf(LATER, { exit: "leave" }), [GO, ["11:00", "leave"]], NOW)
    expect(step(1)).toMatchObject({ status: "skipped", reason: "exited", dueAt: null })
  })

  it("an exit before the trigger in the log, or after the run, ends nothing", () => {
    expect(tell(scenarioOf(LATER, { exit: "leave" }), [["10:00", "leave"], GO], "10:30").run().status).toBe(
      "active",
    )
    expect(tell(scenarioOf(ONE, { exit: "leave" }), [GO, ["10:10:00.001", "leave"]], NOW).run().status).toBe(
      "completed",
    )
    expect(tell(scenarioOf(ONE, { exit: "leave" }), [GO, ["10:10", "leave"]], NOW).run().status).toBe(
      "exited",
    )
  })

  it("for a timer's run an event of the trigger's instant comes before it", () => {
    const rest = { trigger: { event: "add", without: "buy", for: "1h" }, exit: "leave", goal: "pay" }
    const told: Told[] = [
      ["09:00", "add"],
      ["10:00", "leave"],
      ["10:00", "pay"],
    ]
    expect(tell(scenarioOf(LATER, rest), told, "10:05").run()).toMatchObject({
      status: "active",
      goalAt: null,
    })
  })

  it("the goal ends the run, and what was due stays open", () => {
    const { run, step } = tell(
      scenarioOf(LATER, { goal: "buy" }),
      [GO, ["10:05", "buy"], evidence("10:06", "sent", "a")],
      NOW,
    )
    expect(run()).toMatchObject({
      status: "converted",
      endedAt: iso("10:05"),
      goalAt: iso("10:05"),
      goalStep: null,
    })
    expect(step(0).status).toBe("sent")
    expect(step(1)).toMatchObject({ status: "skipped", reason: "goal", dueAt: null })
  })

  it("continueAfterGoal: the run ends otherwise and is converted", () => {
    const rest = { goal: "buy", continueAfterGoal: true, exit: "leave" }
    const told: Told[] = [GO, ["10:05", "buy"]]
    expect(tell(scenarioOf(LATER, rest), told, "10:30").run()).toMatchObject({
      status: "active",
      goalAt: iso("10:05"),
    })
    expect(tell(scenarioOf(LATER, rest), told, NOW).run()).toMatchObject({
      status: "converted",
      endedAt: iso("11:10"),
    })
    const left = tell(scenarioOf(LATER, rest), [...told, ["10:30", "leave"]], NOW)
    expect(left.run()).toMatchObject({ status: "converted", endedAt: iso("10:30") })
    expect(left.step(1).reason).toBe("exited")
  })

  it("a goal after the end converts and keeps the end", () => {
    const told: Told[] = [GO, ["10:02", "leave"], ["12:00", "buy"]]
    const { run } = tell(scenarioOf(LATER, { goal: "buy", exit: "leave" }), told, NOW)
    expect(run()).toMatchObject({ status: "converted", endedAt: iso("10:02"), goalAt: iso("12:00") })
  })

  it("counts a goal once per run, the first", () => {
    const { run, result } = tell(
      scenarioOf(ONE, { goal: "buy" }),
      [GO, ["12:00", "buy"], ["13:00", "buy"]],
      NOW,
    )
    expect(run().goalAt).toBe(iso("12:00"))
    expect(result.totals.scenarios.s?.converted).toBe(1)
  })

  it("credits the latest send at or before the goal, not a refused one", () => {
    const steps = [ONE[0] as object, { id: "b", channel: "email", after: "1h", only: { event: "never" } }]
    const told: Told[] = [
      GO,
      evidence("10:01", "sent", "a"),
      evidence("11:02", "sent", "b", { provider_id: "x" }),
      ["12:00", "buy"],
    ]
    expect(tell(scenarioOf(steps, { goal: "buy" }), told, NOW).run().goalStep).toBe("a")
    expect(tell(scenarioOf(LATER, { goal: "buy" }), told, NOW).run().goalStep).toBe("b")
    const same = tell(
      scenarioOf(ONE, { goal: "buy" }),
      [GO, ["10:05", "buy"], evidence("10:05", "sent", "a")],
      NOW,
    )
    expect(same.run().goalStep).toBe("a")
  })
})

describe("people (rules 4 and 5)", () => {
  const two = [{ id: "a", channel: "email", after: "5h" }]

  it("is called by the user id, and lists its ids in order", () => {
    const told: Told[] = [
      ["10:00", "x", {}, { person: "a-1" }],
      ["10:01", "login", {}, { person: "a-1", user: "u-7" }],
      ["10:02", "x", {}, { person: "a-2", user: "u-7" }],
    ]
    expect(tell({}, told, NOW).result.people.map(({ person, ids }) => [person, ids])).toEqual([
      ["u-7", ["a-1", "u-7", "a-2"]],
    ])
  })

  it("does not let a line lead a user's id to another user", () => {
    const told: Told[] = [
      ["10:00", "x", {}, { person: "u1", user: "u1" }],
      ["10:01", "x", {}, { person: "u1", user: "u2" }],
      ["10:02", "x", {}, { person: "u1" }],
    ]
    const { result } = tell(
      { stages: [{ id: "all" }, { id: "three", when: { event: "x", count: 2 } }] },
      told,
      NOW,
    )
    expect(result.people.map(({ person, stage }) => [person, stage.id])).toEqual([
      ["u1", "three"],
      ["u2", "all"],
    ])
  })

  it("joins two people: the earlier lends the history, the joined log gives the state", () => {
    const stages = [
      { id: "all" },
      { id: "some", when: { event: "v", count: 2 } },
      { id: "many", when: { event: "v", count: 4 } },
    ]
    const v = (at: string, person: string): Told => [at, "v", {}, { person }]
    const told: Told[] = [
      v("09:00", "a1"),
      v("09:10", "a2"),
      v("09:20", "a2"),
      v("09:30", "a1"),
      ["10:00", "login", {}, { person: "a1", user: "u" }],
      ["10:30", "login", {}, { person: "a2", user: "u" }],
    ]
    const { result } = tell({ stages }, told, NOW)
    expect(result.people).toHaveLength(1)
    expect(result.people[0]?.stages.map(({ id, from }) => [id, from])).toEqual([
      ["all", iso("09:00")],
      ["some", iso("09:30")],
      ["many", iso("10:30")],
    ])
  })

  it("a merge changes membership, and that triggers", () => {
    const segments = [{ id: "buyer", when: { event: "buy" } }]
    const told: Told[] = [
      ["09:00", "x", {}, { person: "a1", user: "u" }],
      ["09:10", "buy", {}, { person: "a2" }],
      ["10:30", "x", {}, { person: "a2", user: "u" }],
    ]
    const rest = { trigger: { enters: { segment: "buyer" } } }
    const { run, kinds } = tell({ segments, ...scenarioOf(two, rest) }, told, "14:00")
    // It is the other's own run of 09:10 that is active by then, and so the change at the merge is noted only.
    expect(run(0)).toMatchObject({ triggeredAt: iso("09:10"), status: "active" })
    expect(kinds).toEqual(["ignored-active"])
    const once = tell({ segments, ...scenarioOf([{ id: "a", channel: "email" }], rest) }, told, NOW)
    expect(once.run(1)).toMatchObject({ triggeredAt: iso("10:30"), because: ["e2"] })
  })

  it("the purchase of one cancels the cart of the other from the merge on", () => {
    const rest = { trigger: { event: "add", without: "buy", for: "2h" } }
    const told: Told[] = [
      ["09:00", "add", {}, { person: "a1", user: "u" }],
      ["09:10", "buy", {}, { person: "a2" }],
      ["10:30", "x", {}, { person: "a2", user: "u" }],
    ]
    expect(tell(scenarioOf(two, rest), told, NOW).result.people[0]?.runs).toEqual([])
    expect(tell(scenarioOf(two, rest), told.slice(0, 2), NOW).result.people[0]?.runs).toHaveLength(1)
  })

  it("steps of a merged run are no candidates for evidence", () => {
    const told: Told[] = [
      ["09:00", "go", {}, { person: "a1", user: "u" }],
      ["09:10", "go", {}, { person: "a2" }],
      ["10:00", "x", {}, { person: "a2", user: "u" }],
      [
        "14:00",
        "message_sent",
        { channel: "email", scenario: "s", step: "a", provider_id: "1" },
        { person: "u" },
      ],
      [
        "14:05",
        "message_sent",
        { channel: "email", scenario: "s", step: "a", provider_id: "2" },
        { person: "u" },
      ],
    ]
    const { run, step, kinds } = tell(scenarioOf(two), told, NOW)
    expect([run(0).status, run(1).status]).toEqual(["completed", "merged"])
    expect([step(0).status, step(0, 1).status, step(0, 1).reason, step(0, 1).dueAt]).toEqual([
      "sent",
      "skipped",
      "merged",
      null,
    ])
    expect(kinds).toEqual(["duplicate"])
  })

  it("another user on the browser: a run begun stays with the first", () => {
    const told: Told[] = [
      ["10:00", "go", {}, { person: "a1", user: "u1" }],
      ["11:00", "x", {}, { person: "a1", user: "u2" }],
      ["15:00", "message_sent", { channel: "email", scenario: "s", step: "a" }, { person: "u1" }],
    ]
    const { result } = tell(scenarioOf(two), told, NOW)
    expect(result.people.map(({ person, runs }) => [person, runs.map(({ status }) => status)])).toEqual([
      ["u1", ["completed"]],
      ["u2", []],
    ])
  })

  it("holds out by the name at the trigger", () => {
    expect(drawHoldout("a7", "cart")).toBeCloseTo(0.0207, 4)
    expect(drawHoldout("a1", "cart")).toBeCloseTo(0.3247, 4)
    const told: Told[] = [
      ["10:00", "go", {}, { person: "a7" }],
      ["10:01", "x", {}, { person: "a7", user: "a1" }],
    ]
    // The one that time begins is decided before the event that comes next and gives the name.
    for (const trigger of [{ event: "go" }, { event: "go", without: "x", for: "30s" }]) {
      const { step } = tell(scenarioOf(ONE, { id: "cart", holdout: "10%", trigger }), told, NOW)
      expect(step(0).status).toBe("withheld")
    }
  })
})

describe("order and repetition (rules 1 to 3)", () => {
  it("the first line of an id counts, whenever it happened", () => {
    const told: Told[] = [
      ["12:00", "x", {}, { id: "same" }],
      ["11:00", "y", {}, { id: "same" }],
      ["10:00", "z"],
    ]
    expect(
      tell({ stages: [{ id: "all" }, { id: "y", when: { event: "y" } }] }, told, NOW).result.people[0]?.stage
        .id,
    ).toBe("all")
  })

  it("reports a second purchase of a transaction and takes it for nothing", () => {
    const buy = (at: string, transaction_id: unknown): Told => [at, "purchase", { transaction_id, value: 5 }]
    const segments = [{ id: "twice", when: { event: "purchase", count: 2 } }]
    const story = tell(
      { segments, ...scenarioOf(ONE, { trigger: { event: "purchase" } }) },
      [buy("10:00", "T"), buy("12:00", "T")],
      NOW,
    )
    expect(story.result.people[0]).toMatchObject({ segments: [], runs: [{ triggeredAt: iso("10:00") }] })
    expect(story.result.findings.find(({ kind }) => kind === "duplicate-event")).toMatchObject({
      kind: "duplicate-event",
      at: iso("12:00"),
      evidence: ["e2"],
      person: "p",
    })
    expect(tell({}, [buy("10:00", ""), buy("12:00", ""), ["13:00", "purchase"]], NOW).kinds).toEqual([])
    expect(
      tell({}, [buy("10:00", "T"), ["11:00", "purchase", { transaction_id: "T" }, { person: "q" }]], NOW)
        .kinds,
    ).toEqual([])
  })

  it("has run the timers of the instant `now`", () => {
    const rest = { trigger: { event: "go", without: "buy", for: "1h" } }
    const { step } = tell(scenarioOf(ONE, rest), [GO], "11:00")
    expect(step(0)).toMatchObject({ status: "due", dueAt: iso("11:00") })
  })
})
