import type { TouchpointEvent } from "../../shared/event"
import type { AuditResult, CommunicationMap } from "../domain"
import { findConnector, graceMs } from "../domain"
import type {
  ChannelView,
  EventView,
  FollowUpView,
  HealthItem,
  MapState,
  OverlayState,
  RunView,
  StageView,
} from "../overlay/state"
import { explainProblem } from "../words/explain-problem"
import type { Language } from "../words/language"
import { isOnPage } from "./coverage"
import type { Source } from "./evidence-store"
import type { NextDue } from "./find-next-due"
import { BY_HAND } from "./mark-seen"
import type { SiteRecord } from "./site-record"

/** Where names and the events behind a because come from. */
interface NamedFrom {
  map: CommunicationMap
  language: Language
  events: ReadonlyMap<string, TouchpointEvent>
}

/** All that the overlay's state is made of. */
export interface Composition {
  site: string
  record: SiteRecord
  map: CommunicationMap
  mapOrigin: Pick<MapState, "origin" | "from">
  events: Map<string, TouchpointEvent>
  /** Anonymous or user id of the person to show; null before the first event. */
  person: string | null
  result: AuditResult
  nextDue: NextDue | null
  nextChangeAt: number | null
  at: number
  clockOffsetMs: number
  language: Language
  mode: "pill" | "open"
  health: HealthItem[]
  /** Connected sources of evidence. */
  sources?: readonly Source[]
  /** Keys of runs that were announced. */
  told: string[]
}

type Person = AuditResult["people"][number]
type Run = Person["runs"][number]
type Step = Run["steps"][number]

const MOST_EVENTS_SHOWN = 30
/** Told of every page by itself: in the few lines of the overlay they would push out what the visitor did. */
const ambient = new Set(["user_engagement", "scroll"])
const MOST_SETTLED_SHOWN = 20
/** What a click starts is told on the page that the click led to, but not when the tab is opened again later. */
const NEWS_MS = 20_000

/** The engine's result as the overlay shows it: one person's, with names in the reader's language. */
export function composeState(given: Composition): OverlayState {
  const { map, result, record, language } = given
  const person = given.person ? result.people.find(({ ids }) => ids.includes(given.person ?? "")) : undefined
  const show = nameJourney(given)
  const runs = (person?.runs ?? []).map(show.run)
  const running = runs.filter(({ status }) => status === "active")
  const followUps = runs.flatMap((run) => run.steps)
  const withStatus = (...statuses: string[]) =>
    followUps.filter(({ status }) => statuses.includes(status)).sort(latestDueFirst)

  return {
    language,
    site: given.site,
    mode: given.mode,
    clockOffsetMs: given.clockOffsetMs,
    at: given.at,
    nextChangeAt: given.nextChangeAt,
    nextDueAt: given.nextDue?.at ?? null,
    health: given.health,
    map: viewMap(map, given.mapOrigin, record, language),
    stage: person ? show.stage(person) : null,
    stages: map.stages.map((stage) => ({ id: stage.id, name: inLanguage(stage.name, language) ?? stage.id })),
    running,
    fired: running
      .filter(({ key, triggeredAt }) => given.at - triggeredAt <= NEWS_MS && !given.told.includes(key))
      .map(({ key }) => key),
    expected: expectedFollowUps(given, person, show.run),
    missed: withStatus("missed"),
    unknown: withStatus("unknown"),
    settled: withStatus("sent", "early", "late", "failed", "skipped", "withheld").slice(
      0,
      MOST_SETTLED_SHOWN,
    ),
    // Of one instant, too, what came last is first.
    events: [...given.events.values()]
      .reverse()
      .filter(({ name }) => !ambient.has(name))
      .filter(({ at, person }) => at <= given.at && isOf(result, person, given.person))
      .sort((a, b) => b.at - a.at)
      .slice(0, MOST_EVENTS_SHOWN)
      .map(viewEvent),
    channels: Object.entries(map.channels ?? {}).map(([id, channel]) =>
      viewChannel(id, channel.status, record, given.sources),
    ),
  }
}

/** The map in use, and what is wrong with the one that was refused. */
export function viewMap(
  map: CommunicationMap,
  origin: Pick<MapState, "origin" | "from">,
  record: SiteRecord,
  language: Language,
): MapState {
  const name = inLanguage(map.name, language) ?? map.id
  const problems = record.refusedMap?.problems ?? []
  return {
    id: map.id,
    name,
    ...origin,
    problems: problems.map((problem) => ({ ...problem, message: explainProblem(problem, language) })),
  }
}

/** What turns the engine's runs, steps and stages into what is shown. */
export type JourneyNames = ReturnType<typeof nameJourney>

export function nameJourney({ map, language, events }: NamedFrom) {
  const because = (ids: string[]) => ({
    events: ids.flatMap((id) => {
      const event = events.get(id)
      return event ? [viewEvent(event)] : []
    }),
  })

  const followUp = (run: Run, step: Step): FollowUpView => {
    const scenario = map.scenarios?.find(({ id }) => id === run.scenario)
    const planned = scenario?.steps.find(({ id }) => id === step.id)
    const message = step.message ? map.messages?.[step.message] : undefined
    const dueAt = toMs(step.dueAt)
    return {
      key: `${run.scenario}/${step.id}/${run.run}`,
      scenario: run.scenario,
      scenarioName: inLanguage(scenario?.name, language) ?? run.scenario,
      step: step.id,
      channel: step.channel,
      message: inLanguage(message?.name, language) ?? step.message ?? null,
      status: step.status as FollowUpView["status"],
      reason: step.reason,
      dueAt,
      graceEndsAt: dueAt === null ? null : dueAt + graceMs(map, step.channel, planned?.grace),
      sentAt: toMs(step.sentAt),
      seenByPerson: step.evidence.some((id) => events.get(id)?.source === BY_HAND),
      because: because(run.because),
    }
  }

  const run = (run: Run): RunView => {
    const steps = run.steps.map((step) => followUp(run, step))
    return {
      key: `${run.scenario}/${run.run}`,
      scenario: run.scenario,
      name: steps[0]?.scenarioName ?? run.scenario,
      status: run.status as RunView["status"],
      triggeredAt: Date.parse(run.triggeredAt),
      because: because(run.because),
      next:
        steps.find(({ status }) => status === "due") ??
        steps.find(({ status }) => status === "scheduled") ??
        null,
      steps,
    }
  }

  const stage = (person: Person): StageView => {
    const order = (id: string) => map.stages.findIndex((each) => each.id === id)
    const name = (id: string) => inLanguage(map.stages.find((each) => each.id === id)?.name, language) ?? id
    const previous = person.stages.at(-2)?.id ?? null
    return {
      id: person.stage.id,
      name: name(person.stage.id),
      since: Date.parse(person.stage.since),
      because: because(person.stage.because),
      previous: previous === null ? null : name(previous),
      back: previous !== null && order(previous) > order(person.stage.id),
    }
  }
  return { run, stage, because }
}

/** Steps that are due at the next due instant in runs that have not begun yet. */
function expectedFollowUps(
  given: Composition,
  person: Person | undefined,
  viewRun: (run: Run) => RunView,
): FollowUpView[] {
  if (!given.nextDue || !person) return []
  const begun = new Set(person.runs.map((run) => `${run.scenario}/${run.triggeredAt}`))
  const then = given.nextDue.result.people.find(({ ids }) => ids.includes(given.person ?? ""))
  return (then?.runs ?? [])
    .filter((run) => !begun.has(`${run.scenario}/${run.triggeredAt}`))
    .flatMap((run) => viewRun(run).steps.filter(({ status }) => status === "due"))
    .map((step) => ({ ...step, status: "scheduled" }))
}

/** By what a person would know the message again. */
function nameMessage(props: NonNullable<TouchpointEvent["props"]>): string | null {
  const { subject, message, campaign, template } = props
  return text(subject) ?? text(message) ?? text(campaign) ?? text(template)
}

/** What a person would call it, as far as the event tells: nothing here is trusted. */
export function viewEvent(event: TouchpointEvent): EventView {
  const props = event.props ?? {}
  const items = Array.isArray(props.items) ? props.items : []
  const first = (items[0] ?? {}) as Record<string, unknown>
  const title =
    text(first.item_name) ??
    text(props.item_name) ??
    text(props.search_term) ??
    text(props.form_name) ??
    text(props.form_id) ??
    text(props.metric) ??
    (event.name === "page_view" ? (text(event.page?.title) ?? text(event.page?.url)) : null) ??
    (event.name.startsWith("message_") ? nameMessage(props) : null)
  return {
    id: event.id,
    name: event.name,
    at: event.at,
    title,
    // What a page took is no money.
    value:
      event.name === "slow_page" ? null : (amount(props.value) ?? amount(first.price) ?? amount(props.price)),
    currency: text(props.currency) ?? text(first.currency),
    source: event.source,
    gesture: event.gesture
      ? {
          type: event.gesture.type ?? "",
          target: (event.gesture.target ?? "").slice(0, 120),
          ...(typeof event.gesture.label === "string" && { label: event.gesture.label.slice(0, 80) }),
        }
      : null,
  }
}

/** A channel of the map, and who watches it. */
export function viewChannel(
  id: string,
  status: ChannelView["status"] | undefined,
  record: SiteRecord,
  connected: readonly Source[] = [],
): ChannelView {
  const byPerson = record.watched.find(({ channel, to }) => channel === id && to === null)
  const reading = connected.filter(({ coverage }) => coverage.some(({ channel }) => channel === id))
  const read = reading.flatMap(({ coverage }) => coverage.filter(({ channel }) => channel === id))
  const watchedBy = isOnPage(id) ? "recorder" : byPerson ? "person" : read.length > 0 ? "source" : null
  const since = {
    recorder: record.recordedFrom,
    person: byPerson?.from ?? null,
    source: Math.min(...read.map(({ from }) => from)),
  }
  return {
    id,
    status: status ?? "live",
    watchedBy,
    sources: reading.map(({ connector }) => findConnector(connector)?.title ?? connector),
    watchedSince: watchedBy === null ? null : since[watchedBy],
  }
}

type Text = string | { [language: string]: string | undefined }

export function inLanguage(value: Text | undefined, language: Language): string | null {
  if (value === undefined) return null
  if (typeof value === "string") return value
  return value[language] ?? value.en ?? Object.values(value)[0] ?? null
}

function isOf(result: AuditResult, told: string, shown: string | null): boolean {
  if (told === shown) return true
  return result.people.some(({ ids }) => ids.includes(told) && ids.includes(shown ?? ""))
}

function latestDueFirst(a: FollowUpView, b: FollowUpView): number {
  return (b.dueAt ?? b.sentAt ?? 0) - (a.dueAt ?? a.sentAt ?? 0)
}

function toMs(iso: string | null): number | null {
  return iso === null ? null : Date.parse(iso)
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null
}

function amount(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null
}
