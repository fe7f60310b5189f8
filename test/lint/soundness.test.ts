import "../property-seed"
import fc from "fast-check"
import { expect, it } from "vitest"
import { audit } from "../../shared/engine/journey"
import type { TouchpointEvent } from "../../shared/event"
import { indexMap } from "../../shared/lint/reasoning/map-index"
import { Reasoner } from "../../shared/lint/reasoning/reasoner"
import { onlyExcludesAudience } from "../../shared/lint/rules/only-excludes-audience"
import { scenarioNeverStarts } from "../../shared/lint/rules/scenario-never-starts"
import type { CommunicationMap } from "../../shared/map/communication-map"
import { parseMap } from "../../shared/map/parse-map"

/**
 * "Never" must never be a false alarm: whatever the linter says cannot hold, the engine must not find to hold, in any
 * history.
 */
const RUNS = 600
/** Histories that each "never" is held against. */
const HISTORIES = 12

const HOUR_MS = 3_600_000
const now = Date.parse("2026-03-02T12:00:00Z")

const name = fc.constantFrom("view_item", "purchase", "message_sent")
const where = fc.constantFrom(
  undefined,
  { price: { gte: 5 } },
  { price: { lt: 5 } },
  { price: { in: [3, 7] } },
  { price: 7 },
  { price: { gt: 6, lt: 8 } },
)
const within = fc.constantFrom(undefined, "1h", "2h", "3h")
const count = fc.constantFrom(undefined, 0, 2, { lte: 1 }, { eq: 1 }, { ne: 1 }, { gt: 1, lt: 3 }, { gte: 1 })
const drop = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
const tier = fc.constantFrom(
  { eq: "gold" },
  { ne: "gold" },
  { in: ["gold", "silver"] },
  { starts: "g" },
  { exists: true },
  { exists: false },
  { gte: "h" },
  { eq: 3 },
  { gte: 2, lt: 4 },
)

const { condition } = fc.letrec((tie) => ({
  condition: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .record({ event: fc.oneof(name, fc.uniqueArray(name, { minLength: 1 })), where, within, count })
      .map(drop),
    fc.record({ inactive: fc.constantFrom("1h", "2h"), of: fc.option(name, { nil: undefined }) }).map(drop),
    fc
      .record({
        sum: fc.constant("price"),
        of: name,
        within,
        bound: fc.constantFrom({ gte: 5 }, { lt: 5 }, { eq: 0 }),
      })
      .map(({ bound, ...rest }) => ({ ...drop(rest), ...bound })),
    fc.record({ sequence: fc.array(name, { minLength: 1, maxLength: 3 }), within: fc.constant("2h") }),
    tier.map((compared) => ({ trait: "tier", ...compared })),
    fc.constantFrom({ segment: "helper" }, { stage: "start" }, { stage: "buyer" }, { consent: "email" }),
    fc.record({ not: tie("condition") }),
    fc.record({ all: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 2 }) }),
  ),
}))

const event = fc.oneof(
  fc
    .record({ name, minutes: fc.integer({ min: 0, max: 16 }), price: fc.constantFrom(3, 5, 7) })
    .map(({ name: called, minutes, price }) => ({
      name: called,
      at: now - minutes * 15 * 60_000,
      props: { price },
    })),
  fc
    .record({ hours: fc.integer({ min: 0, max: 3 }), value: fc.constantFrom("gold", "silver", 3, null) })
    .map(({ hours, value }) => ({ name: "identify", at: now - hours * HOUR_MS, props: { tier: value } })),
  fc.constant({ name: "consent", at: now - HOUR_MS, props: { email: "granted" } }),
)

/** Many parts that must hold together, so that they often cannot. */
const together = fc
  .array(
    fc.oneof(
      condition,
      condition.map((inner) => ({ not: inner })),
    ),
    { minLength: 2, maxLength: 6 },
  )
  .map((all) => ({ all }))

const histories = fc.array(fc.array(event, { minLength: 1, maxLength: 6 }), {
  minLength: HISTORIES,
  maxLength: HISTORIES,
})

const trigger = fc.oneof(
  fc.record({ event: name, where }).map(drop),
  fc
    .record({
      event: name,
      where,
      without: name,
      for: fc.constantFrom("30m", "1h", "2h"),
      restart: fc.constantFrom(undefined, false),
      per: fc.constantFrom(undefined, "price"),
    })
    .map(drop),
  fc.constantFrom(
    { inactive: "1h" },
    { inactive: "1h", of: "purchase" },
    { enters: { segment: "helper" } },
    { leaves: { segment: "helper" } },
    { enters: { stage: "buyer" } },
    { leaves: { stage: "buyer" } },
    { goal: "other" },
    { schedule: "*/30 * * * *" },
  ),
)

function readMap(added: { segments?: object[]; scenarios?: object[] }): CommunicationMap {
  const { map, problems } = parseMap(
    JSON.stringify({
      cuelight: 1,
      id: "test",
      name: "Test",
      timeZone: "UTC",
      stages: [{ id: "start" }, { id: "buyer", when: { event: "purchase", within: "2h" } }],
      channels: { email: { consent: "opt-in" }, popup: {} },
      segments: [{ id: "helper", when: { event: "view_item", count: 2 } }, ...(added.segments ?? [])],
      scenarios: added.scenarios ?? [],
    }),
  )
  if (!map) throw new Error(JSON.stringify(problems))
  return map
}

/** Everything that the engine says of one person's life. */
function live(map: CommunicationMap, life: readonly { name: string; at: number; props: object }[]) {
  const events = [...life]
    .sort((one, other) => one.at - other.at)
    .map(
      (one, index): TouchpointEvent => ({
        ...one,
        props: { ...one.props },
        id: `e${index}`,
        person: "p",
        source: "test",
      }),
    )
  return audit(map, events, { now, coverage: "complete" }).people[0]
}

it("calls a segment empty only if nobody is ever in it", { timeout: 120_000 }, () => {
  let never = 0
  fc.assert(
    fc.property(together, histories, (when, lives) => {
      const map = readMap({ segments: [{ id: "it", when }] })
      const isIn = { demands: [{ condition: { segment: "it" }, holds: true }], literals: [] }
      if (new Reasoner(indexMap(map)).canHold(isIn)) return
      never++
      for (const life of lives) {
        expect(live(map, life)?.segments.map(({ id }) => id)).not.toContain("it")
      }
    }),
    { numRuns: RUNS },
  )
  // Else the property says nothing.
  expect(never).toBeGreaterThan(0)
})

it("calls a scenario impossible only if it never starts, and a step only if it is never due", {
  timeout: 120_000,
}, () => {
  const seen = new Map<string, number>()
  const step = fc.record({ after: fc.constantFrom("0s", "20m", "90m"), only: together })
  fc.assert(
    fc.property(trigger, together, step, histories, (fires, audience, later, lives) => {
      const map = readMap({
        scenarios: [
          {
            id: "other",
            trigger: { event: "view_item" },
            goal: "purchase",
            steps: [{ id: "a", channel: "popup" }],
          },
          {
            id: "it",
            trigger: fires,
            audience,
            goal: "purchase",
            steps: [{ id: "a", channel: "popup", ...later }],
          },
        ],
      })
      const index = indexMap(map)
      const context = { ...index, reasoner: new Reasoner(index) }
      const isOfIt = ({ path }: { path: readonly (string | number)[] }) => path[1] === 1
      const starts = !scenarioNeverStarts.find(context).some(isOfIt)
      const sends = !onlyExcludesAudience
        .find(context)
        .some((flaw) => isOfIt(flaw) && flaw.severity === "warning")
      if (starts && sends) return
      const verdict = starts ? "step" : "scenario"
      seen.set(verdict, (seen.get(verdict) ?? 0) + 1)
      for (const life of lives) {
        const runs = live(map, life)?.runs.filter(({ scenario }) => scenario === "it") ?? []
        if (!starts) expect(runs).toEqual([])
        for (const { steps } of runs) {
          expect(["scheduled", "skipped"], JSON.stringify({ fires, audience, later, life })).toContain(
            steps[0]?.status,
          )
        }
      }
    }),
    { numRuns: RUNS },
  )
  expect(seen.get("scenario")).toBeGreaterThan(0)
  expect(seen.get("step")).toBeGreaterThan(0)
})
