import type { TouchpointEvent } from "../../../shared/event"
import { type Journey, startJourney } from "../../domain"
import type { PretendedEvent } from "../../panel/state"
import type { SiteJourney } from "../site-journey"

/** The source of events that are only pretended. */
export const PRETENDED = "pretended"

/** The site's fold, or a second one that has the pretended events too: the first must never see them. */
export function pretend(
  loaded: SiteJourney,
  pretended: PretendedEvent[],
  person: string | null,
): { journey: Journey; events: ReadonlyMap<string, TouchpointEvent> } {
  if (pretended.length === 0 || person === null) return loaded
  const events = new Map(loaded.events)
  for (const [index, event] of pretended.entries()) {
    const id = `${PRETENDED}-${index}`
    events.set(id, { id, ...event, person, source: PRETENDED })
  }
  const journey = startJourney(loaded.map, { coverage: [] })
  for (const event of [...events.values()].sort((a, b) => a.at - b.at)) journey.push(event)
  return { journey, events }
}
