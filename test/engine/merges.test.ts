import { describe, expect, it } from "vitest"
import { iso, type Sections, scenarioOf, type Told, tell } from "./story"

const by = (person: string, user?: string) => ({ person, ...(user !== undefined && { user }) })
const send = (at: string, person: string, props: object = {}): Told => [
  at,
  "message_sent",
  { channel: "email", ...props },
  by(person),
]
/** Two browsers of one person, who says so at noon. */
const joins: Told[] = [
  ["02 12:00", "login", {}, by("a1", "u")],
  ["02 12:00", "login", {}, by("a2", "u")],
]
const mailed = (sections: Sections, ...told: Told[]) => tell(sections, told, "03 00:00")

describe("two people who turn out to be one (rule 5)", () => {
  const plain: Sections = { ...scenarioOf([{ id: "a", channel: "email", grace: "1m" }]) }

  it("what caps count is what both were sent", () => {
    const capped: Sections = { ...plain, caps: [{ max: 2, per: "24h" }] }
    const before: Told[] = [send("02 09:00", "a1"), send("02 10:00", "a2")]
    const go: Told = ["02 13:00", "go", {}, by("a1")]
    expect(mailed(capped, ...before, ...joins, go).step(0).reason).toBe("capped")
    expect(mailed(capped, ...before, go).step(0).reason).toBeNull()
  })

  it("messages and findings of both stay, the messages in their order", () => {
    const { result, kinds } = mailed(
      plain,
      ["02 08:00", "page_view", {}, by("a1")],
      send("02 09:00", "a2", { campaign: "x" }),
      send("02 10:00", "a1", { campaign: "x" }),
      ...joins,
      ["02 13:00", "message_opened", { channel: "email", campaign: "x" }, by("a2")],
      ["02 13:01", "message_failed", { channel: "email", campaign: "x" }, by("a2")],
    )
    expect(kinds).toEqual(["unplanned", "unplanned"])
    // The failure is of the message that was opened, the latest: it fails nothing.
    expect(result.totals.channels.email).toMatchObject({ sent: 2, opened: 1, failed: 0 })
  })

  it("an id of the provider is known to both", () => {
    const { result, kinds } = mailed(
      plain,
      ["02 08:00", "page_view", {}, by("a1")],
      send("02 09:00", "a2", { provider_id: "x" }),
      ...joins,
      send("02 13:00", "a1", { provider_id: "x" }),
    )
    expect([kinds, result.totals.channels.email?.sent]).toEqual([["unplanned"], 1])
  })

  it("a day that has come for one does not come again", () => {
    const dated: Sections = {
      scenarios: [
        {
          id: "s",
          trigger: { date: "day", at: "10:00", onPast: "send" },
          steps: [{ id: "a", channel: "email" }],
        },
      ],
    }
    const { result } = mailed(
      dated,
      ["02 08:00", "page_view", {}, by("a1")],
      ["02 09:00", "identify", { day: "2026-03-02" }, by("a2")],
      ...joins,
    )
    expect(result.people[0]?.runs.map(({ triggeredAt }) => triggeredAt)).toEqual([iso("02 10:00")])
  })

  it("of runs that began in one instant the first line's stays", () => {
    const { result } = mailed(
      scenarioOf([{ id: "a", channel: "email", after: "1d" }]),
      ["02 09:00", "go", {}, { ...by("a2"), id: "two" }],
      ["02 09:00", "go", {}, { ...by("a1"), id: "one" }],
      ...joins,
    )
    expect(result.people[0]?.runs.map(({ status, because }) => `${status} ${because}`)).toEqual([
      "active two",
      "merged one",
    ])
    expect(result.people[0]?.ids).toEqual(["a2", "a1", "u"])
  })

  it("what was due in a run that ends so is skipped up to due + grace, and stays missed after", () => {
    const due = (at: string) => {
      const { result } = mailed(
        scenarioOf([
          { id: "a", channel: "email" },
          { id: "b", channel: "email", after: "1d" },
        ]),
        ["02 11:00", "go", {}, by("a1")],
        [at, "go", {}, by("a2")],
        ...joins,
      )
      return result.people[0]?.runs[1]?.steps.map(({ dueAt, status, reason }) => [dueAt, status, reason])
    }
    const waiting = [null, "skipped", "merged"]
    expect(due("02 11:55")).toEqual([[iso("02 11:55"), "skipped", "merged"], waiting])
    expect(due("02 11:50")).toEqual([[iso("02 11:50"), "skipped", "merged"], waiting])
    expect(due("02 11:49:59.999")).toEqual([[iso("02 11:49:59.999"), "missed", null], waiting])
  })

  it("a run that has ended before is no other's double", () => {
    const { result } = mailed(
      scenarioOf([{ id: "a", channel: "email", after: "1h" }]),
      ["02 08:00", "go", {}, by("a1")],
      send("02 09:00", "a1", { scenario: "s", step: "a" }),
      ["02 11:30", "go", {}, by("a2")],
      ...joins,
    )
    expect(result.people[0]?.runs.map(({ status, steps }) => `${status} ${steps[0]?.status}`)).toEqual([
      "completed sent",
      "completed missed",
    ])
  })

  it("a purchase that was repeated before is reported once, one that both made at the merge", () => {
    const buy = (at: string, person: string, order: string): Told => [
      at,
      "purchase",
      { transaction_id: order },
      by(person),
    ]
    const { result } = mailed(
      plain,
      buy("02 08:00", "a1", "o-1"),
      buy("02 08:30", "a1", "o-1"),
      buy("02 09:00", "a1", "o-2"),
      buy("02 10:00", "a2", "o-2"),
      ...joins,
    )
    expect(result.findings.map(({ kind, at, evidence }) => `${kind} ${at} ${evidence}`)).toEqual([
      `duplicate-event ${iso("02 08:30")} e2`,
      `duplicate-event ${iso("02 12:00")} e4`,
    ])
  })

  it("how long a trait has lasted is that of the joined log", () => {
    const lasting = {
      ...plain,
      segments: [
        { id: "long", when: { trait: "plan", eq: "pro", for: "4h" } },
        { id: "free", when: { trait: "phone", exists: false, for: "6h" } },
      ],
    }
    const { result } = mailed(
      lasting,
      ["02 07:00", "page_view", {}, by("a2")],
      ["02 08:30", "identify", { plan: "pro" }, by("a1")],
      ["02 09:00", "page_view", {}, by("a2")],
      ...joins,
    )
    expect(result.people[0]?.segments).toEqual([
      { id: "long", since: iso("02 12:30") },
      { id: "free", since: iso("02 13:00") },
    ])
  })
})
