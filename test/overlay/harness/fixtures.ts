import type {
  Because,
  EventView,
  FollowUpView,
  HealthItem,
  MapProblem,
  OverlayState,
  RunView,
} from "../../../extension/overlay/state"
import { explainProblem } from "../../../extension/words/explain-problem"
import type { Language } from "../../../extension/words/language"

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

const names = {
  en: {
    stages: ["Awareness", "Consideration", "Intent", "Purchase", "Loyalty", "At risk"],
    vase: "Blue vase",
    page: "Vases | Demo shop",
    abandoned: "Abandoned cart",
    priceDrop: "Price drop",
    browse: "Looked, did not buy",
    reminder: "Cart reminder",
    promo: "5 % off",
    dropped: "It got cheaper",
    map: "Demo shop",
  },
  ru: {
    stages: ["Осведомлённость", "Выбор", "Намерение", "Покупка", "Лояльность", "Под угрозой"],
    vase: "Синяя ваза",
    page: "Вазы | Демо-магазин",
    abandoned: "Брошенная корзина",
    priceDrop: "Снижение цены",
    browse: "Смотрел и не купил",
    reminder: "Напоминание о корзине",
    promo: "Скидка 5 %",
    dropped: "Стало дешевле",
    map: "Демо-магазин",
  },
} satisfies Record<Language, unknown>

const stageIds = ["awareness", "consideration", "intent", "purchase", "loyalty", "at-risk"]

let counter = 0

export function event(name: string, at: number, more: Partial<EventView> = {}): EventView {
  counter += 1
  return {
    id: `e-${counter}`,
    name,
    at,
    title: null,
    value: null,
    currency: null,
    source: "json-ld",
    gesture: null,
    ...more,
  }
}

export function followUp(more: Partial<FollowUpView> & Pick<FollowUpView, "status">): FollowUpView {
  const scenario = more.scenario ?? "abandoned-cart"
  const step = more.step ?? "email"
  return {
    key: `${scenario}/${step}/1`,
    scenario,
    scenarioName: "Abandoned cart",
    step,
    channel: "email",
    message: "Cart reminder",
    reason: null,
    dueAt: null,
    graceEndsAt: null,
    sentAt: null,
    ...more,
  }
}

export function run(more: Partial<RunView> & Pick<RunView, "steps" | "triggeredAt" | "because">): RunView {
  const next = more.steps.find(({ status }) => status === "due" || status === "scheduled") ?? null
  return {
    key: `${more.scenario ?? "abandoned-cart"}/1`,
    scenario: "abandoned-cart",
    name: "Abandoned cart",
    status: "active",
    next,
    ...more,
  }
}

/** A visitor of whom nothing is known yet. */
export function emptyState(now: number, language: Language = "en"): OverlayState {
  const said = names[language]
  return {
    language,
    site: "shop.example",
    mode: "open",
    clockOffsetMs: 0,
    at: now,
    nextChangeAt: null,
    nextDueAt: null,
    health: [{ code: "recording", severity: "ok" }],
    map: { id: "online-shop", name: said.map, origin: "starter", from: null, problems: [] },
    stage: null,
    stages: stageIds.map((id, index) => ({ id, name: said.stages[index] ?? id })),
    running: [],
    fired: [],
    expected: [],
    missed: [],
    unknown: [],
    settled: [],
    events: [],
    channels: [
      { id: "email", status: "live", watchedBy: null, watchedSince: null, sources: [] },
      { id: "push", status: "live", watchedBy: null, watchedSince: null, sources: [] },
      { id: "sms", status: "live", watchedBy: "person", watchedSince: now - hourMs, sources: [] },
      { id: "popup", status: "live", watchedBy: "recorder", watchedSince: now - hourMs, sources: [] },
      { id: "messenger", status: "missing", watchedBy: null, watchedSince: null, sources: [] },
    ],
  }
}

/** A scenario that has just started, before anybody was told. */
export function firedState(now: number, language: Language = "en"): OverlayState {
  const state = healthyState(now, language)
  return { ...state, fired: state.running.slice(0, 1).map(({ key }) => key) }
}

/** A visitor who looks around. */
export function healthyState(now: number, language: Language = "en"): OverlayState {
  const said = names[language]
  const added = event("add_to_cart", now - 12 * minuteMs, {
    title: said.vase,
    value: language === "ru" ? 3900 : 39,
    currency: language === "ru" ? "RUB" : "EUR",
    source: "json-ld+button",
  })
  added.gesture = { type: "click", target: "button#add-to-cart.primary", label: "Add to cart" }
  const viewed = event("view_item", now - 14 * minuteMs, {
    title: said.vase,
    value: language === "ru" ? 3900 : 39,
    currency: language === "ru" ? "RUB" : "EUR",
  })
  const page = event("page_view", now - 15 * minuteMs, { title: said.page, source: "page" })
  const because: Because = { events: [added] }
  const sms = followUp({
    status: "scheduled",
    scenarioName: said.abandoned,
    step: "sms",
    key: "abandoned-cart/sms/1",
    channel: "sms",
    message: said.promo,
    dueAt: now + 23 * hourMs + 41 * minuteMs + 10_000,
  })
  const drop = followUp({
    status: "scheduled",
    scenario: "price-drop",
    scenarioName: said.priceDrop,
    key: "price-drop/email/1",
    message: said.dropped,
    dueAt: now + 3 * hourMs + 5 * minuteMs,
  })
  return {
    ...emptyState(now, language),
    stage: {
      id: "intent",
      name: said.stages[2] ?? "intent",
      since: now - 12 * minuteMs,
      because,
      previous: said.stages[1] ?? null,
      back: false,
    },
    nextChangeAt: now + 3 * hourMs + 5 * minuteMs,
    nextDueAt: now + 3 * hourMs + 5 * minuteMs,
    running: [
      run({ name: said.abandoned, steps: [sms], triggeredAt: now - 12 * minuteMs, because }),
      run({
        key: "price-drop/1",
        scenario: "price-drop",
        name: said.priceDrop,
        steps: [drop],
        triggeredAt: now - 14 * minuteMs,
        because: { events: [viewed, page] },
      }),
    ],
    expected: [
      followUp({
        status: "scheduled",
        scenario: "browse",
        scenarioName: said.browse,
        key: "browse/popup/1",
        step: "popup",
        channel: "popup",
        message: null,
        dueAt: now + 48 * minuteMs,
      }),
    ],
    events: [added, viewed, page],
  }
}

/** One follow-up missed, one that nobody watches, others settled. */
export function missedState(now: number, language: Language = "en"): OverlayState {
  const said = names[language]
  const state = healthyState(now, language)
  const [abandoned] = state.running
  const missed = followUp({
    status: "missed",
    scenarioName: said.abandoned,
    message: said.reminder,
    dueAt: now - 27 * minuteMs,
    graceEndsAt: now - 12 * minuteMs,
  })
  if (abandoned) abandoned.steps = [missed, ...abandoned.steps]
  return {
    ...state,
    expected: [],
    channels: state.channels.map((channel) =>
      channel.id === "email" ? { ...channel, watchedBy: "person", watchedSince: now - 2 * hourMs } : channel,
    ),
    missed: [missed],
    unknown: [
      followUp({
        status: "unknown",
        scenario: "welcome",
        scenarioName: said.browse,
        step: "push",
        key: "welcome/push/1",
        channel: "push",
        message: null,
        dueAt: now - 40 * minuteMs,
        graceEndsAt: now - 38 * minuteMs,
      }),
    ],
    settled: [
      followUp({
        status: "late",
        scenario: "welcome",
        scenarioName: said.browse,
        step: "popup",
        key: "welcome/popup/1",
        channel: "popup",
        message: said.promo,
        dueAt: now - 60 * minuteMs,
        sentAt: now - 44 * minuteMs,
      }),
      followUp({
        status: "sent",
        scenario: "welcome",
        scenarioName: said.browse,
        step: "email",
        key: "welcome/email/1",
        message: said.dropped,
        dueAt: now - 90 * minuteMs,
        sentAt: now - 89 * minuteMs,
      }),
      followUp({
        status: "skipped",
        reason: "consent",
        scenario: "welcome",
        scenarioName: said.browse,
        step: "sms",
        key: "welcome/sms/1",
        channel: "sms",
        message: null,
        dueAt: now - 95 * minuteMs,
      }),
    ],
  }
}

/** The clock one day and three hours ahead. */
export function movedState(wallNow: number, language: Language = "en"): OverlayState {
  const offset = dayMs + 3 * hourMs
  return { ...missedState(wallNow + offset, language), clockOffsetMs: offset }
}

/** Every status once. */
export function allStatusesState(now: number, language: Language = "en"): OverlayState {
  const state = missedState(now, language)
  const settled = (
    status: FollowUpView["status"],
    reason: string | null = null,
    sentAt: number | null = null,
  ) =>
    followUp({
      status,
      reason,
      sentAt,
      key: `all/${status}-${reason}/1`,
      scenario: "all",
      step: `${status}-${reason}`,
      dueAt: now - hourMs,
      graceEndsAt: now - 50 * minuteMs,
    })
  return {
    ...state,
    settled: [
      settled("sent", null, now - hourMs),
      settled("late", null, now - 20 * minuteMs),
      settled("early", null, now - 90 * minuteMs),
      settled("failed"),
      settled("skipped", "consent"),
      settled("skipped", "integration-missing"),
      settled("withheld"),
      settled("should-not-have", "capped", now - 55 * minuteMs),
    ],
    running: [
      run({
        triggeredAt: now - 70 * minuteMs,
        because: state.stage?.because ?? { events: [] },
        steps: [
          followUp({ status: "due", dueAt: now - 5 * minuteMs, graceEndsAt: now + 9 * minuteMs + 59_000 }),
          followUp({
            status: "scheduled",
            step: "push",
            key: "abandoned-cart/push/1",
            channel: "push",
            dueAt: now + 2 * dayMs,
          }),
        ],
      }),
      run({
        key: "digest/1",
        scenario: "digest",
        name: "Weekly digest",
        triggeredAt: now - 2 * dayMs,
        because: { events: [] },
        steps: [],
      }),
    ],
  }
}

const problems: MapProblem[] = [
  {
    line: 12,
    column: 5,
    path: "scenarios[0].triger",
    code: "unknown-key",
    message: "unknown key `triger`: did you mean `trigger`?",
  },
  {
    line: 31,
    column: 18,
    path: "scenarios[0].steps[1].channel",
    code: "unknown-reference",
    message: "unknown channel `emial`: did you mean `email`?",
  },
  { line: 3, column: null, path: "timeZone", code: "bad-value", message: "a time zone is an IANA name" },
]

/** A map was refused. */
export function brokenMapState(now: number, language: Language = "en"): OverlayState {
  const state = healthyState(now, language)
  return {
    ...state,
    health: [{ code: "map-broken", severity: "error", detail: "3" }, ...state.health],
    map: {
      ...state.map,
      origin: "page",
      from: "https://shop.example/cuelight.map.yaml",
      problems: problems.map((problem) => ({ ...problem, message: explainProblem(problem, language) })),
    },
  }
}

/** All health troubles at once. */
export function unhealthyState(now: number, language: Language = "en"): OverlayState {
  const troubles: HealthItem[] = [
    { code: "no-permission", severity: "error" },
    { code: "map-unreachable", severity: "error", detail: "404 https://shop.example/cuelight.map.yaml" },
    { code: "journal-broken", severity: "error", detail: "UnknownError" },
    { code: "double-snippet", severity: "warning" },
    { code: "data-layer-broken", severity: "warning", detail: "TypeError: x is not a function" },
    { code: "markup-broken", severity: "warning", detail: "Unexpected token } in JSON at position 17" },
    { code: "unsaved", severity: "warning", detail: "3" },
    { code: "bad-events", severity: "warning", detail: "21" },
  ]
  return { ...healthyState(now, language), health: [...troubles, { code: "snippet", severity: "ok" }] }
}

/** The journey went back from a later stage. */
export function returnedState(now: number, language: Language = "en"): OverlayState {
  const said = names[language]
  const state = healthyState(now, language)
  if (!state.stage) return state
  return { ...state, stage: { ...state.stage, previous: said.stages[4] ?? null, back: true } }
}
