import { describe, expect, it } from "vitest"
import { addMatchRule, generalise } from "../../shared/evidence/match-rule"
import { parseMap } from "../../shared/map/parse-map"

const map = `# The shop's map
cuelight: 1
id: m
name: Shop
timeZone: UTC
stages: [{ id: all }]
messages:
  reminder: { type: triggered, match: { subject: "*cart*" } } # the first one
  welcome: { type: triggered }
  late: { match: { campaign: [a, b] } }
`
const matchOf = (text: string | null, message: string) => parseMap(text ?? "").map?.messages?.[message]?.match

describe("a match rule from evidence", () => {
  it("is added beside what is there, and comments stay", () => {
    const first = addMatchRule(map, "reminder", "subject", "You left * items")
    expect(matchOf(first, "reminder")).toEqual({ subject: ["*cart*", "You left * items"] })
    expect(first).toContain("# The shop's map")
    expect(first).toContain("# the first one")
    expect(matchOf(addMatchRule(map, "welcome", "template", "tpl-1"), "welcome")).toEqual({
      template: "tpl-1",
    })
    expect(matchOf(addMatchRule(map, "late", "campaign", "c"), "late")).toEqual({ campaign: ["a", "b", "c"] })
  })

  it("works on a map that is JSON", () => {
    const json = JSON.stringify({
      cuelight: 1,
      id: "m",
      name: "M",
      timeZone: "UTC",
      stages: [{ id: "a" }],
      messages: { w: {} },
    })
    expect(matchOf(addMatchRule(json, "w", "sender", "shop@x.test"), "w")).toEqual({ sender: "shop@x.test" })
  })

  it("is refused where it cannot be, or would fit everything", () => {
    expect(addMatchRule(map, "nobody", "subject", "x")).toBeNull()
    expect(addMatchRule(map, "welcome", "subject", " * ? ")).toBeNull()
    expect(addMatchRule("cuelight: [", "welcome", "subject", "x")).toBeNull()
    expect(addMatchRule(map, "__proto__", "subject", "x")).toBeNull()
  })

  it("sees numbers as what changes", () => {
    expect(generalise("You left 12 items (1,250.00 EUR)")).toBe("You left * items (* EUR)")
  })
})
