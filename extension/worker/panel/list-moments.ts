import type { PersonResult } from "../../domain"
import type { Moment } from "../../panel/states/clock"
import { viewEvent } from "../compose-state"
import { nameParts } from "./map-names"
import { personAt } from "./person-at"
import { PRETENDED } from "./pretend"
import type { PanelGiven } from "./view-answerer"

const MOST_PAST = 400
const MOST_AHEAD = 120
/** Instants looked at; at most of them a window closes, and nothing is to be seen. */
const MOST_INSTANTS = 240
/** Who moves the slider waits for this, and so does what the page has to tell: the rest is said to be cut. */
const LONGEST_MS = 150

/** Everything on the time line up to `to`, in order. */
export function listMoments(given: PanelGiven, to: number): { moments: Moment[]; cut: boolean } {
  const { now, journey, events } = given
  const present = personAt(given, journey, now)
  if (!present) return { moments: [], cut: false }
  const past = [...listEvents(given, present), ...listChanges(given, present, null, now)]
  past.sort((a, b) => a.at - b.at)
  const ahead: Moment[] = []
  let before = present
  let at = now
  let looked = 0
  const begun = performance.now()
  while (
    looked < MOST_INSTANTS &&
    ahead.length < MOST_AHEAD &&
    (looked === 0 || performance.now() - begun < LONGEST_MS)
  ) {
    looked += 1
    const next = journey.nextChangeAt(at)
    if (next === null || next > to) return { moments: [...past.slice(-MOST_PAST), ...ahead], cut: false }
    at = next
    const then = personAt(given, journey, at)
    if (!then) continue
    for (const event of events.values())
      if (event.at === at)
        ahead.push({
          ...momentOf(event.id, at),
          event: viewEvent(event),
          pretended: event.source === PRETENDED,
        })
    ahead.push(...listChanges(given, then, before, at))
    before = then
  }
  return { moments: [...past.slice(-MOST_PAST), ...ahead], cut: true }
}

function momentOf(id: string, at: number): Moment {
  return { id: `event ${id}`, at, kind: "event" }
}

function listEvents({ events, now }: PanelGiven, person: PersonResult): Moment[] {
  return [...events.values()]
    .filter((event) => event.at <= now && person.ids.includes(event.person))
    .map((event) => ({
      ...momentOf(event.id, event.at),
      event: viewEvent(event),
      pretended: event.source === PRETENDED,
    }))
}

/** What is different from `before` (null: from nothing) by `at`: stages, runs, steps. */
function listChanges(
  given: PanelGiven,
  person: PersonResult,
  before: PersonResult | null,
  at: number,
): Moment[] {
  return [
    ...listStages(given, person, before),
    ...listRuns(given, person, before),
    ...listSteps(given, person, before, at),
  ]
}

function listStages(
  { loaded, language }: PanelGiven,
  person: PersonResult,
  before: PersonResult | null,
): Moment[] {
  const names = nameParts(loaded.map, language).stages
  const place = (id: string | undefined) => loaded.map.stages.findIndex((stage) => stage.id === id)
  return person.stages.slice(before?.stages.length ?? 0).map(({ id, from }, index) => {
    const previous = person.stages[(before?.stages.length ?? 0) + index - 1]
    return {
      id: `stage ${id} ${from}`,
      at: Date.parse(from),
      kind: "stage" as const,
      stage: { id, name: names[id] ?? id, back: previous !== undefined && place(previous.id) > place(id) },
    }
  })
}

function listRuns(
  { loaded, language }: PanelGiven,
  person: PersonResult,
  before: PersonResult | null,
): Moment[] {
  const names = nameParts(loaded.map, language).scenarios
  return person.runs.flatMap(({ scenario, run, triggeredAt, endedAt }) => {
    const known = before?.runs.find((other) => other.scenario === scenario && other.run === run)
    const named = { id: scenario, name: names[scenario] ?? scenario }
    const key = `${scenario}/${run}`
    return [
      ...(known
        ? []
        : [{ id: `started ${key}`, at: Date.parse(triggeredAt), kind: "started" as const, scenario: named }]),
      ...(endedAt !== null && (known?.endedAt ?? null) === null
        ? [{ id: `ended ${key}`, at: Date.parse(endedAt), kind: "ended" as const, scenario: named }]
        : []),
    ]
  })
}

/** A step where it came to its status: what was sent, when it was; what waits, when it falls due. */
function listSteps(
  { show }: PanelGiven,
  person: PersonResult,
  before: PersonResult | null,
  at: number,
): Moment[] {
  return person.runs.flatMap((run) => {
    const { steps } = show.run(run)
    const earlier = before?.runs.find((other) => other.scenario === run.scenario && other.run === run.run)
    return steps.flatMap((step, index): Moment[] => {
      const told = earlier?.steps[index]
      if (told && told.status === step.status) return []
      if (step.status === "scheduled") return []
      const settledAt =
        before === null ? (step.sentAt ?? step.dueAt ?? Date.parse(run.endedAt ?? run.triggeredAt)) : at
      const since = step.status === "missed" && before === null ? (step.graceEndsAt ?? settledAt) : settledAt
      return [
        { id: `${step.status} ${step.key}`, at: Math.min(since, at), kind: step.status, followUp: step },
      ]
    })
  })
}
