import type { TouchpointEvent } from "../../../shared/event"
import type { CommunicationMap } from "../../domain"
import type { FollowUpView } from "../../overlay/state"
import type { PretendedEvent } from "../../panel/state"
import type { Offer } from "../../panel/states/clock"
import { viewFollowUps } from "./follow-ups"
import type { PanelGiven } from "./view-answerer"

const MOST_STEPS = 6
const MOST_EVENTS = 12
const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** What one may want to pretend: that the latest messages were sent or opened, and what this map listens to. */
export function listOffers(given: PanelGiven): Offer[] {
  const steps = viewFollowUps(given)
    .filter(({ dueAt }) => dueAt !== null)
    .sort((a, b) => (b.dueAt ?? 0) - (a.dueAt ?? 0))
    .flatMap(offerOutcome)
    .slice(0, MOST_STEPS)
  const events = listNames(given.loaded.map)
    .slice(0, MOST_EVENTS)
    .map((name) => ({
      id: `event ${name}`,
      what: "event" as const,
      events: [{ name, at: given.at, props: propsLike(given, name) }],
    }))
  return [...events, ...steps]
}

function offerOutcome(followUp: FollowUpView & { outcomes: object }): Offer[] {
  const { channel, scenario, step, status, dueAt, sentAt, key } = followUp
  const props = { channel, scenario, step }
  // A second after it falls due: events of that very instant come before the timer that begins the run.
  const at = sentAt ?? (dueAt ?? 0) + 1000
  const sent: PretendedEvent = { name: "message_sent", at, props }
  const opened: PretendedEvent = { name: "message_opened", at: at + hourMs, props }
  if (status === "missed" || status === "unknown")
    return [{ id: `sent ${key}`, what: "sent", events: [sent], followUp }]
  if (status === "scheduled" || status === "due")
    return [{ id: `opened ${key}`, what: "opened", events: [sent, opened], followUp }]
  if (["sent", "late", "early"].includes(status) && !("opened" in followUp.outcomes))
    return [{ id: `opened ${key}`, what: "opened", events: [opened], followUp }]
  return []
}

/** Events that begin, end or win a scenario, or change a stage; what most maps want first. */
function listNames(map: CommunicationMap): string[] {
  const names = new Set<string>()
  for (const scenario of map.scenarios ?? []) {
    collect(scenario.goal, names)
    collect(scenario.trigger, names)
    collect(scenario.exit, names)
  }
  for (const stage of map.stages) collect(stage.when, names)
  return [...names].filter((name) => !name.startsWith("message_"))
}

/** Every name in a matcher, wherever it stands in a trigger or condition. */
function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "string" && /^[a-z]\w*$/.test(value)) names.add(value)
    return
  }
  if (Array.isArray(value)) {
    for (const each of value) collect(each, names)
    return
  }
  const { event, without, of, any, all, not, sequence } = value as Record<string, unknown>
  for (const part of [event, without, of, any, all, not, sequence])
    if (part !== undefined) collect(part, names)
}

/** As the visitor did it last; a purchase takes what is in the cart. */
function propsLike({ events, at }: PanelGiven, name: string): Record<string, unknown> {
  let like: TouchpointEvent | null = null
  const wanted = name === "purchase" || name === "begin_checkout" ? ["add_to_cart", name] : [name]
  for (const event of events.values())
    if (wanted.includes(event.name) && event.at <= at && (!like || event.at >= like.at)) like = event
  const { transaction_id: _, ...props } = like?.props ?? {}
  return props
}
