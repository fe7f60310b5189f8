import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { audit } from "../../shared/engine/journey"
import { lint, readForLint } from "../../shared/lint/lint"
import { starterMaps } from "../../shared/starter-maps/bundled"
import {
  auditSample,
  readSample,
  readStarterMap,
  readStarterText,
  starterIds,
  tellStory,
} from "./read-starter"

/** When each story is told. */
const STORY_NOW: Record<string, string> = {
  "online-shop": "2026-03-22T09:00:00Z",
  "saas-trial": "2026-04-15T09:00:00Z",
  webinar: "2026-04-14T12:00:00Z",
  "pickup-and-delivery": "2026-03-13T09:00:00Z",
  loyalty: "2026-03-28T09:00:00Z",
}

it("are bundled for the extension as they stand, all of them", () => {
  expect(Object.keys(starterMaps).sort()).toEqual([...starterIds].sort())
  expect(Object.keys(STORY_NOW).sort()).toEqual([...starterIds].sort())
  for (const [id, text] of Object.entries(starterMaps)) expect(text).toBe(readStarterText(id))
})

describe.each(starterIds)("%s", (id) => {
  const map = readStarterMap(id)

  it("has its own id, and nothing for the linter to say", () => {
    expect(map.id).toBe(id)
    const opened = readForLint(readStarterText(id))
    if (!("read" in opened)) throw new Error("broken")
    expect(lint(opened.read, { language: "en" })).toEqual([])
  })

  it("has a full row of the customer journey for every stage", () => {
    for (const { cjm } of map.stages) {
      expect(cjm?.goal).toBeDefined()
      expect(cjm?.emotion).toBeTypeOf("number")
      for (const list of [cjm?.needs, cjm?.motives, cjm?.barriers, cjm?.jobs, cjm?.kpis, cjm?.ideas]) {
        expect(list?.length).toBeGreaterThan(0)
      }
    }
  })

  it("speaks English and Russian wherever it speaks", () => {
    // The names in touchpoint rules are the site's own.
    const { touchpoints: _, ...words } = map
    expect(listOneLanguage(words)).toEqual([])
  })

  it("names every message that a step sends", () => {
    for (const { steps } of map.scenarios ?? [])
      for (const { message } of steps) expect(message).toBeDefined()
    const sent = new Set((map.scenarios ?? []).flatMap(({ steps }) => steps.map(({ message }) => message)))
    expect(Object.keys(map.messages ?? {}).filter((message) => !sent.has(message))).toEqual([])
  })

  const result = auditSample(id, Date.parse(STORY_NOW[id] ?? ""))

  it("has a sample in which every scenario begins", () => {
    const begun = new Set(result.people.flatMap(({ runs }) => runs.map(({ scenario }) => scenario)))
    expect(
      (map.scenarios ?? []).map((scenario) => scenario.id).filter((scenario) => !begun.has(scenario)),
    ).toEqual([])
  })

  it("has a sample in which every stage is reached", () => {
    for (const [stage, { reached }] of Object.entries(result.totals.stages)) {
      expect(reached, `nobody reaches ${stage}`).toBeGreaterThan(0)
    }
  })

  it("tells its story", () => {
    expect(tellStory(result)).toBe(readFileSync(join(import.meta.dirname, `stories/${id}.txt`), "utf8"))
  })

  it("names nobody real in its sample", () => {
    const mails = readSample(id).flatMap(({ props }) =>
      typeof props?.email === "string" ? [props.email] : [],
    )
    for (const mail of mails) expect(mail).toMatch(/\.example$/)
  })
})

describe("the online shop's map, for somebody who only clicks through a shop", () => {
  const map = readStarterMap("online-shop")
  const at = Date.parse("2026-03-04T09:00:00Z")
  const see = (name: string, minutes: number) => ({
    id: `${name}-${minutes}`,
    name,
    at: at + minutes * 60_000,
    person: "visitor",
    source: "page",
  })
  const events = [see("view_item", 0), see("view_item", 1), see("add_to_cart", 2), see("add_to_cart", 3)]
  const runAt = (minutes: number) =>
    audit(map, events, { now: at + minutes * 60_000, coverage: "complete" }).people[0]?.runs.find(
      ({ scenario }) => scenario === "abandoned-cart",
    )

  it("plans the abandoned cart an hour after the last thing was added", () => {
    expect(runAt(62)).toBeUndefined()
    expect(runAt(63)?.steps.map(({ status }) => status)).toEqual(["due", "scheduled", "scheduled"])
  })

  it("refuses no follow-up for an address or a consent that cannot be known", () => {
    const reasons = audit(map, events, { now: at + 30 * 86_400_000, coverage: "complete" })
      .people.flatMap(({ runs }) => runs.flatMap(({ steps }) => steps.map(({ reason }) => reason)))
      .filter((reason) => reason !== null)
    expect(reasons).not.toContain("unreachable")
    expect(reasons).not.toContain("consent")
    expect(runAt(4 * 1440)?.steps.map(({ status }) => status)).toEqual(["missed", "missed", "missed"])
  })

  it("respects a refusal", () => {
    const refused = { ...see("consent", 2), props: { marketing: "denied" } }
    const [person] = audit(map, [...events, refused], { now: at + 120 * 60_000, coverage: "complete" }).people
    expect(person?.runs[0]?.steps[0]).toMatchObject({ status: "skipped", reason: "consent" })
  })

  it("leaves the cart to the checkout's scenario once that has begun", () => {
    const checkout = see("begin_checkout", 10)
    const [person] = audit(map, [...events, checkout], {
      now: at + 3_600_000 * 5,
      coverage: "complete",
    }).people
    expect(person?.runs.map(({ scenario }) => scenario)).toEqual(["abandoned-checkout"])
  })

  it("sends nothing over channels that only the page itself could show", () => {
    const channels = (map.scenarios ?? []).flatMap(({ steps }) => steps.map(({ channel }) => channel))
    expect(channels).not.toContain("popup")
  })
})

/** Texts for people that come in one language only. Abbreviations that are the same everywhere may. */
function listOneLanguage(value: unknown, path = "", inText = false): string[] {
  const isText = inText || /\.(name|goal|needs|motives|barriers|jobs|ideas)$/.test(path)
  const isOfScenario = /^\.scenarios\.\d+\.goal/.test(path)
  if (typeof value === "string") return isText && !isOfScenario && !/^[A-Z-]+$/i.test(value) ? [path] : []
  if (typeof value !== "object" || value === null) return []
  if (isText && !isOfScenario && !Array.isArray(value)) {
    return Object.keys(value).sort().join() === "en,ru" ? [] : [path]
  }
  return Object.entries(value).flatMap(([key, part]) =>
    listOneLanguage(part, `${path}.${key}`, isText && Array.isArray(value)),
  )
}
