import { describe, expect, it } from "vitest"
import type { FindingSeed } from "../../shared/engine/finding"
import { FindingGatherer } from "../../shared/engine/findings/finding-list"

const seed = (at: number, step: string, more: Partial<FindingSeed> = {}): FindingSeed => ({
  kind: "missed",
  at,
  scenario: "cart",
  step,
  channel: "email",
  reason: null,
  evidence: [],
  ...more,
})

describe("the list of findings", () => {
  it("gives many by time, kind, person, scenario and step, whatever the order in which they came", () => {
    const gatherer = new FindingGatherer()
    for (let index = 0; index < 500; index++)
      gatherer.add(seed((index * 7) % 500, `step-${index % 3}`), `p${index % 5}`)
    for (const person of ["b", "a"])
      for (const step of ["second", "first"]) gatherer.add(seed(-1, step), person)
    const list = gatherer.finish()
    expect(list.length).toBe(504)
    expect(list.count("missed")).toBe(504)
    expect(list.count("late")).toBe(0)
    expect([...list].slice(0, 4).map(({ person, step }) => `${person} ${step}`)).toEqual([
      "a first",
      "a second",
      "b first",
      "b second",
    ])
    const later = [...list].slice(4).map(({ at }) => at)
    expect(later).toEqual([...later].sort())
    expect(new Set(later).size).toBe(500)
  })

  it("leaves equal ones in the order in which they came, and keeps what each tells apart", () => {
    const gatherer = new FindingGatherer()
    gatherer.add(seed(1, "email", { evidence: ["z"] }), "p")
    gatherer.add(seed(1, "email", { evidence: ["a", "b"], reason: "consent" }), "p")
    gatherer.add(seed(1, "email", { detail: "told" }), "p")
    const [one, two, three] = [...gatherer.finish()]
    expect([one?.evidence, two?.evidence, three?.evidence]).toEqual([["z"], ["a", "b"], []])
    expect([one?.reason, two?.reason, three?.reason]).toEqual([null, "consent", null])
    expect(one).not.toHaveProperty("line")
  })

  it("keeps the evidence of then, also where a message gets more of it later", () => {
    const gatherer = new FindingGatherer()
    const evidence = ["a", "b"]
    gatherer.add(seed(1, "email", { evidence }), "p")
    evidence.push("c")
    expect(gatherer.finish().at(0).evidence).toEqual(["a", "b"])
  })

  it("has no finding beyond its end", () => {
    const gatherer = new FindingGatherer()
    gatherer.addProblems([{ line: 3, reason: "no JSON" }], 5)
    const list = gatherer.finish()
    expect(list.at(0)).toMatchObject({ kind: "bad-event", person: null, line: 3 })
    expect(() => list.at(1)).toThrow(RangeError)
  })
})
