import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Change } from "../../shared/engine/explanation"
import { startJourney } from "../../shared/engine/journey"
import type { TouchpointEvent } from "../../shared/event"
import { DAY_MS } from "../../shared/map/duration"
import "../property-seed"
import { instant, mapOf } from "./story"

// What why-not proposes is done, and the scenario starts; with one thing less it does not. Every condition of an audience
// has an event or a trait of its own, so that nothing proposed undoes something else.

const NOW = instant("13:00")
const HOUR = 3_600_000
const MINUTE = 60_000

const CHANNELS = { email: { consent: "opt-in" }, push: { address: "token" }, sms: {} }

/** Forms of conditions, each over the names of its place. */
const forms: ((place: number) => object)[] = [
  (place) => ({ event: `v${place}` }),
  (place) => ({ event: `v${place}`, count: 2, within: "2h" }),
  (place) => ({ event: `v${place}`, count: 0 }),
  (place) => ({ event: `v${place}`, count: { lte: 1 }, within: "90m" }),
  (place) => ({ sum: "value", of: `v${place}`, gte: 15 }),
  (place) => ({ inactive: "2h", of: `v${place}` }),
  (place) => ({ sequence: [`v${place}`, `w${place}`], within: "1h" }),
  (place) => ({ trait: `t${place}`, eq: 1 }),
  (place) => ({ trait: `t${place}`, exists: false }),
  (place) => ({ trait: `t${place}`, eq: 1, for: "3h" }),
  (place) => ({ segment: `s${place}` }),
]
const PLACES = [0, 1, 2, 3]
const SEGMENTS = PLACES.map((place) => ({ id: `s${place}`, when: { trait: `s${place}`, eq: 1 } }))

const leaf = (place: number) =>
  fc.tuple(fc.constantFrom(...forms), fc.boolean()).map(([form, wanted]) => {
    const condition = form(place)
    return wanted ? condition : { not: condition }
  })
const audiences = fc
  .tuple(leaf(0), leaf(1), leaf(2), leaf(3), fc.constantFrom("all", "any"), fc.constantFrom("all", "any"))
  .chain(([a, b, c, d, outer, inner]) =>
    fc.constantFrom<object | null>(
      null,
      a,
      { [outer]: [a, b] },
      { [outer]: [{ [inner]: [a, b] }, c] },
      { [outer]: [{ [inner]: [a, b] }, { [inner]: [c, d] }] },
      { not: { [outer]: [{ [inner]: [a, b] }, c] } },
    ),
  )

const single = fc.constantFrom<object>(
  { event: "go" },
  { event: "go", per: "cart" },
  { event: "go", where: { value: 7 } },
  { event: "go", without: "stop", for: "1h" },
  { event: "go", without: "stop", for: "30m", per: "cart" },
  { enters: { segment: "g" } },
  { leaves: { segment: "g" } },
  { inactive: "2h", of: "go" },
  { goal: "other" },
  { date: "day" },
  { schedule: "0 14 * * *" },
  { schedule: "0 14 30 2 *" },
)
const triggers = fc.oneof(
  { weight: 4, arbitrary: single },
  fc.tuple(single, single).map((any) => ({ any })),
)

type Told = [at: number, name: string, props?: object]

const told = (at: number): fc.Arbitrary<Told> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...PLACES), fc.constantFrom("v", "w"))
      .map(([place, name]): Told => [at, `${name}${place}`, { value: 5 }]),
    fc.constantFrom<Told>(
      [at, "go"],
      [at, "go", { cart: "k", value: 7 }],
      [at, "stop"],
      [at, "identify", { g: 1 }],
      [at, "identify", { g: null }],
      [at, "identify", { day: "2026-03-02" }],
      [at, "o_go"],
    ),
    fc
      .tuple(fc.constantFrom(...PLACES), fc.constantFrom("t", "s"), fc.constantFrom(1, 2, null))
      .map(([place, name, value]): Told => [at, "identify", { [`${name}${place}`]: value }]),
  )
const logs = fc
  .uniqueArray(fc.integer({ min: 1, max: 14 * 60 }), { minLength: 0, maxLength: 14 })
  .chain((ago) => fc.tuple(...ago.sort((a, b) => b - a).map((minutes) => told(NOW - minutes * MINUTE))))

function mapWith(trigger: object, audience: object | null) {
  const steps = [{ id: "a", channel: "sms" }]
  return mapOf({
    channels: CHANNELS,
    segments: [...SEGMENTS, { id: "g", when: { trait: "g", eq: 1 } }],
    scenarios: [
      { id: "s", trigger, ...(audience && { audience }), steps },
      { id: "other", trigger: { event: "o_go" }, goal: { event: "o_buy" }, steps },
    ],
  })
}

function follow(map: ReturnType<typeof mapOf>, log: Told[]) {
  const journey = startJourney(map, { coverage: "complete" })
  const events: Told[] = [[NOW - DAY_MS, "page_view"], ...log]
  for (const [index, [at, name, props]] of events.sort(([a], [b]) => a - b).entries()) {
    const event = { id: `e${index}`, name, at, person: "p", source: "test", ...(props && { props }) }
    journey.push(event as TouchpointEvent)
  }
  return journey
}

const hasStarted = (map: ReturnType<typeof mapOf>, log: Told[], now: number) =>
  follow(map, log)
    .result(now)
    .people[0]?.runs.some(({ scenario }) => scenario === "s") ?? false

/** What is to be done before the trigger, `leadMs` before it at the latest; null: it can no longer be done. */
interface Deed {
  events(at: number): Told[]
  leadMs: number
  notBefore: number
}

const deed = (events: Deed["events"], leadMs = 0, notBefore = 0): Deed => ({ events, leadMs, notBefore })

const nameOf = (matcher: unknown): string =>
  typeof matcher === "string" ? matcher : String((matcher as { event: string }).event)

function doAudience(change: Change): Deed | null {
  if (change.code === "none-until") return deed(() => [], 0, change.until)
  if (change.code === "cross") {
    const value = change.ways[0] === "enters" ? 1 : null
    return deed((at) => [[at, "identify", { [change.id]: value }]])
  }
  if (change.code === "once") {
    const name = nameOf(change.of)
    return deed((at) => [[at, name]], change.thenNone?.ms ?? 0)
  }
  if (change.code !== "fulfil") throw new Error(`no deed for ${change.code}`)
  const { asked } = change
  if (asked.code === "event") {
    const name = nameOf(asked.of)
    const { gte, eq, lte } = asked.count
    // Of fewer only a window can let go.
    const isFewer = asked.wanted ? eq === 0 || lte !== undefined : gte !== undefined
    if (isFewer) return asked.within ? deed(() => [], 0, NOW + asked.within.ms + 1) : null
    const times = gte ?? (eq ?? lte ?? 0) + 1
    return deed((at) => Array.from({ length: times }, (_, index): Told => [at + index, name]))
  }
  if (asked.code === "sum") return deed((at) => [[at, nameOf(asked.of), { value: asked.wanted ? 99 : -99 }]])
  if (asked.code === "sequence") {
    if (!asked.wanted) return null
    return deed((at) => asked.of.map((matcher, index): Told => [at + index, nameOf(matcher)]))
  }
  if (asked.code !== "trait") throw new Error(`no deed for ${asked.code}`)
  const isOne = "eq" in asked.wants === asked.wanted
  const value = isOne ? 1 : "eq" in asked.wants ? 2 : null
  return deed(
    (at) => [[at, "identify", { [asked.path]: value }]],
    asked.wanted ? (asked.lasting?.ms ?? 0) : 0,
  )
}

/** The log and the clock by which the changes have been made; null where that cannot be. */
function make(changes: Change[], log: Told[]): { log: Told[]; now: number } | null {
  const [trigger, ...rest] = changes
  if (!trigger) return { log, now: NOW }
  const deeds: Deed[] = []
  for (const change of rest) {
    const done = doAudience(change)
    if (!done) return null
    deeds.push(done)
  }
  const readyAt = deeds.reduce(
    (ready, { leadMs, notBefore }) => Math.max(ready, notBefore, NOW + 2 * MINUTE + leadMs),
    NOW + 2 * MINUTE,
  )
  const fired = fire(trigger, readyAt)
  if (!fired) return null
  const before = deeds.flatMap(({ events, leadMs }, index) => events(fired.at - MINUTE - leadMs + index * 10))
  const wholeLog = [...log, ...before.filter(([at]) => at <= fired.at), ...fired.events]
  return { log: wholeLog, now: fired.at }
}

const GO = { cart: "fresh", value: 7 }

function fire(change: Change, readyAt: number): { events: Told[]; at: number } | null {
  if (change.code === "once") {
    const at = readyAt + (change.thenNone?.ms ?? 0)
    return { events: [[at - (change.thenNone?.ms ?? 0), "go", GO]], at }
  }
  if (change.code === "again") return { events: [[readyAt, "go", GO]], at: readyAt }
  if (change.code === "none-until") return readyAt <= change.until ? { events: [], at: change.until } : null
  if (change.code === "wait") {
    if (change.until === null) return null
    return { events: [], at: change.until + Math.ceil(Math.max(0, readyAt - change.until) / DAY_MS) * DAY_MS }
  }
  if (change.code === "cross") {
    const events = change.ways.map((way, index): Told => {
      const value = way === "enters" ? 1 : null
      return [readyAt - (change.ways.length - 1 - index), "identify", { g: value }]
    })
    return { events, at: readyAt }
  }
  if (change.code === "date-given") {
    const day = NOW + 3 * DAY_MS
    return {
      events: [[NOW + 1, "identify", { day: new Date(day).toISOString().slice(0, 10) }]],
      at: day - (NOW % DAY_MS) + 10 * HOUR,
    }
  }
  if (change.code !== "fulfil") throw new Error(`nothing fires ${change.code}`)
  if (change.asked.code === "goal") {
    return {
      events: [
        [NOW + 1, "o_go"],
        [readyAt, "o_buy"],
      ],
      at: readyAt,
    }
  }
  if (change.asked.code !== "absence") throw new Error(`nothing fires ${change.asked.code}`)
  return { events: [[readyAt, "go", GO]], at: readyAt + change.asked.length.ms }
}

describe("the smallest change that would start a scenario", () => {
  it("starts it, and is not more than needed", () => {
    let proposed = 0
    fc.assert(
      fc.property(triggers, audiences, logs, (trigger, audience, log) => {
        const map = mapWith(trigger, audience)
        const explained = follow(map, log).explain("p", NOW)
        const change = explained?.scenarios.find(({ scenario }) => scenario === "s")?.change
        if (!change) return
        // Of which day, nobody has said.
        if (change[0]?.code === "date-given" && /within|inactive|for/.test(JSON.stringify(audience))) return
        const made = make(change, log)
        if (!made) return
        proposed++
        expect(hasStarted(map, made.log, made.now), JSON.stringify(change)).toBe(true)
        for (const left of change) {
          if (!isDoneAtOnce(left)) continue
          const rest = change.filter((other) => other !== left)
          const less = rest[0] === change[0] ? make(rest, log) : makeWithoutTrigger(rest, log)
          expect(less && hasStarted(map, less.log, less.now), `without ${JSON.stringify(left)}`).not.toBe(
            true,
          )
        }
      }),
      { numRuns: 250 },
    )
    expect(proposed).toBeGreaterThan(100)
  })
})

/** What time alone would bring is not left out by not doing it. */
function isDoneAtOnce(change: Change): boolean {
  if (change.code === "again" || change.code === "cross") return true
  if (change.code === "fulfil") {
    const { asked } = change
    return (
      asked.code === "sequence" || asked.code === "sum" || (asked.code === "trait" && asked.lasting === null)
    )
  }
  return change.code === "once" && change.thenNone === null
}

function makeWithoutTrigger(rest: Change[], log: Told[]): { log: Told[]; now: number } | null {
  const made = make([{ code: "wait", until: NOW + 2 * MINUTE }, ...rest], log)
  return made && { ...made, now: Math.min(made.now, NOW + 20 * MINUTE) }
}
