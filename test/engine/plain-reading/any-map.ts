import * as fc from "fast-check"
import type { CommunicationMap } from "../../../shared/map/communication-map"
import { parseMap } from "../../../shared/map/parse-map"

const NAMES = ["page_view", "view_item", "add_to_cart", "purchase", "checkout", "complaint"]
const anyName = fc.constantFrom(...NAMES)
const anyShort = fc.constantFrom("1m", "10m", "20m", "30m", "1h")
const anyLong = fc.constantFrom("15m", "30m", "1h", "90m", "3h")
const anyWhere = fc.constantFrom({}, {}, { item_id: "a" }, { value: { gte: 45 } })
const anyMatcher = fc.oneof(
  anyName,
  fc.tuple(anyName, anyWhere).map(([event, where]) => ({ event, where })),
  fc.array(anyName, { minLength: 1, maxLength: 2 }),
)
const anyWithin = fc.option(anyLong, { nil: undefined }).map((within) => within && { within })
const anyCount = fc.constantFrom(
  {},
  {},
  { count: 2 },
  { count: 0 },
  { count: { eq: 1 } },
  { count: { lte: 2 } },
  { count: { ne: 1 } },
)

/** A condition that refers only to what is listed. */
function anyCondition(segments: string[], stages: string[], depth = 2): fc.Arbitrary<object> {
  const leaves: fc.Arbitrary<object>[] = [
    fc
      .tuple(anyName, anyWhere, anyCount, anyWithin)
      .map(([event, where, count, within]) => ({ event, where, ...count, ...within })),
    fc
      .tuple(fc.constantFrom("message_opened", "message_sent"), anyWithin)
      .map(([event, within]) => ({ event, where: { channel: "email" }, ...within })),
    fc
      .tuple(anyMatcher, fc.constantFrom({ gte: 50 }, { gt: 100 }, { lt: 60 }, { eq: 0 }), anyWithin)
      .map(([of, wants, within]) => ({ sum: "value", of, ...wants, ...within })),
    anyLong.map((inactive) => ({ inactive })),
    fc.tuple(anyLong, anyMatcher).map(([inactive, of]) => ({ inactive, of })),
    fc
      .tuple(fc.array(anyMatcher, { minLength: 1, maxLength: 3 }), anyLong)
      .map(([sequence, within]) => ({ sequence, within })),
    fc
      .tuple(
        fc.constantFrom({ eq: "gold" }, { ne: "gold" }, { exists: true }, { exists: false }),
        fc.option(anyShort, { nil: undefined }),
      )
      .map(([wants, lasting]) => ({ trait: "tier", ...wants, ...(lasting && { for: lasting }) })),
    fc.constantFrom({ consent: "email" }, { consent: "push" }, { reachable: "email" }, { reachable: "sms" }),
    ...(segments.length > 0 ? [fc.constantFrom(...segments).map((segment) => ({ segment }))] : []),
    ...(stages.length > 0 ? [fc.constantFrom(...stages).map((stage) => ({ stage }))] : []),
  ]
  const leaf = fc.oneof(...leaves)
  if (depth === 0) return leaf
  const inner = anyCondition(segments, stages, depth - 1)
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    { weight: 1, arbitrary: inner.map((not) => ({ not })) },
    { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 2 }).map((all) => ({ all })) },
    { weight: 1, arbitrary: fc.array(inner, { minLength: 1, maxLength: 2 }).map((any) => ({ any })) },
  )
}

const SEGMENTS = ["g1", "g2", "g3"]
const STAGES = ["first", "second", "third"]
const anyOf = fc.constantFrom(
  ...SEGMENTS.map((segment) => ({ segment })),
  ...STAGES.map((stage) => ({ stage })),
)

function anyTrigger(earlier: string[]): fc.Arbitrary<object> {
  const single = fc.oneof(
    fc
      .tuple(anyName, anyWhere, fc.constantFrom({}, { per: "item_id" }))
      .map(([event, where, per]) => ({ event, where, ...per })),
    fc
      .tuple(
        anyName,
        anyMatcher,
        anyShort,
        fc.constantFrom({}, { per: "item_id" }),
        fc.constantFrom({}, { restart: false }),
      )
      .map(([event, without, lasting, per, restart]) => ({
        event,
        without,
        for: lasting,
        ...per,
        ...restart,
      })),
    anyOf.map((enters) => ({ enters })),
    anyOf.map((leaves) => ({ leaves })),
    anyLong.map((inactive) => ({ inactive })),
    fc.tuple(anyLong, anyMatcher).map(([inactive, of]) => ({ inactive, of })),
    fc
      .tuple(
        fc.constantFrom("09:30", "11:30", "02:30"),
        fc.constantFrom({}, { every: "year" }),
        fc.constantFrom({}, { onPast: "send" }),
        fc.constantFrom({}, { offset: "1d" }, { offset: "45m" }),
      )
      .map(([at, every, onPast, offset]) => ({ date: "birthday", at, ...every, ...onPast, ...offset })),
    fc
      .tuple(
        fc.constantFrom("*/30 9-14 * * *", "15 8-17 * * *", "*/30 1-4 * * *"),
        fc.constantFrom({}, { zone: "person" }),
      )
      .map(([schedule, zone]) => ({ schedule, ...zone })),
    ...(earlier.length > 0 ? [fc.constantFrom(...earlier).map((goal) => ({ goal }))] : []),
  )
  return fc.oneof(
    { weight: 5, arbitrary: single },
    { weight: 1, arbitrary: fc.array(single, { minLength: 2, maxLength: 2 }).map((any) => ({ any })) },
  )
}

const anyOutcome = fc.constantFrom("sent", "delivered", "opened", "clicked", "goal")

function anyStep(index: number) {
  return fc
    .record({
      channel: fc.constantFrom("email", "email", "push", "sms", "popup", "call"),
      message: fc.constantFrom("reminder", "promo", "service", undefined),
      after: fc.constantFrom("0s", "0s", "10m", "30m", "2h"),
      from: fc.constantFrom(undefined, undefined, "trigger"),
      at: fc.constantFrom(undefined, undefined, undefined, "11:15", "16:00", "02:30"),
      days: fc.constantFrom(undefined, undefined, undefined, ["mon", "wed"], ["tue"]),
      ifNot:
        index === 0
          ? fc.constant(undefined)
          : fc.option(
              fc.oneof(
                anyOutcome,
                anyOutcome.map((outcome) => ({ step: "s0", outcome })),
              ),
              { nil: undefined },
            ),
      only: fc.option(anyCondition(SEGMENTS, STAGES, 1), { nil: undefined, freq: 3 }),
      grace: fc.constantFrom(undefined, undefined, "1m", "15m"),
    })
    .map((step) => ({ id: `s${index}`, ...step }))
}

const anySteps = fc
  .nat(2)
  .chain((most) => fc.tuple(...Array.from({ length: most + 1 }, (_, index) => anyStep(index))))

function anyScenario(id: string, earlier: string[]) {
  return fc
    .record({
      trigger: anyTrigger(earlier),
      audience: fc.option(anyCondition(SEGMENTS, STAGES), { nil: undefined }),
      continueIf: fc.option(anyCondition(SEGMENTS, STAGES, 1), { nil: undefined, freq: 4 }),
      exit: fc.option(anyMatcher, { nil: undefined, freq: 3 }),
      goal: fc.option(
        fc.tuple(anyName, anyWithin).map(([event, within]) => ({ event, ...within })),
        { nil: undefined },
      ),
      continueAfterGoal: fc.constantFrom(undefined, true),
      reentry: fc.constantFrom(undefined, undefined, "once", "always", { after: "30m" }),
      priority: fc.constantFrom(undefined, 0, 5),
      holdout: fc.constantFrom(undefined, undefined, undefined, "40%"),
      steps: anySteps,
    })
    .map((scenario) => ({ id, ...scenario }))
}

const anyCaps = fc.array(
  fc.record({
    max: fc.constantFrom(0, 1, 1, 2, 3),
    per: fc.constantFrom("10m", "1h", "3h", "calendar-day", "calendar-week", "calendar-month"),
    types: fc.constantFrom(undefined, undefined, ["promotional"], ["triggered", "promotional"]),
    on: fc.constantFrom(undefined, "skip", "defer"),
  }),
  { maxLength: 2 },
)
const anyQuiet = fc.constantFrom(
  undefined,
  undefined,
  { from: "12:00", to: "13:30" },
  { from: "10:00", to: "10:20", on: "skip" },
  { from: "15:00", to: "09:30" },
  { from: "02:15", to: "02:45" },
  { from: "01:30", to: "02:30", on: "skip" },
)

/** Maps of everything, small and with little sense, whose times meet those of `anyLog`. */
export const anyMap: fc.Arbitrary<CommunicationMap> = fc
  .record({
    timeZone: fc.constantFrom("UTC", "Europe/Berlin", "Asia/Kolkata"),
    stages: fc
      .tuple(anyCondition(["g1"], [], 1), anyCondition([], [], 1))
      .map(([second, third]) => [
        { id: "first" },
        { id: "second", when: second },
        { id: "third", when: third },
      ]),
    segments: fc
      .tuple(anyCondition([], [], 1), anyCondition(["g1"], STAGES), anyCondition(["g1", "g2"], STAGES))
      .map(([g1, g2, g3]) => [
        { id: "g2", when: g2 },
        { id: "g1", when: g1 },
        { id: "g3", when: g3 },
      ]),
    channels: fc
      .record({
        email: fc
          .tuple(anyQuiet, anyCaps, fc.constantFrom("opt-in", "opt-out", "none"))
          .map(([quiet, caps, consent]) => ({ quiet, caps, consent, address: "email" })),
        push: fc
          .tuple(anyQuiet, anyCaps, fc.constantFrom("opt-in", "opt-out", "none"))
          .map(([quiet, caps, consent]) => ({ quiet, caps, consent })),
        sms: fc
          .tuple(anyQuiet, anyCaps)
          .map(([quiet, caps]) => ({ quiet, caps, address: "phone", grace: "30m" })),
      })
      .map((channels) => ({ ...channels, popup: {}, call: { status: "planned" } })),
    caps: anyCaps,
    scenarios: fc.tuple(
      anyScenario("cart", []),
      anyScenario("hello", ["cart"]),
      anyScenario("c", ["cart", "hello"]),
    ),
  })
  .map((parts) => {
    const { map, problems } = parseMap(
      JSON.stringify({
        cuelight: 1,
        id: "any",
        name: "Any",
        messages: {
          reminder: { type: "triggered", match: { campaign: "cart-*", subject: "*CART*" } },
          promo: { type: "promotional", match: { template: "promo" } },
          service: { type: "service" },
        },
        ...parts,
      }),
    )
    if (!map) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"))
    return map
  })
