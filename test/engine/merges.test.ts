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
})
