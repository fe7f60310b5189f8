import type { TouchpointEvent } from "../../../shared/event"
import { type CommunicationMap, type Journey, startJourney } from "../../domain"
import type { PretendedEvent } from "../../panel/state"
import type { SiteJourney } from "../site-journey"

/** The source of events that are only pretended. */
export const PRETENDED = "pretended"

interface Pretended {
  journey: Journey
  events: ReadonlyMap<string, TouchpointEvent>
}

/** The last one made for a site: who moves the slider asks for the same again and again. */
const lastMade = new WeakMap<SiteJourney, { what: string; made: Pretended }>()

/** The site's fold, or a second one that has the pretended events too: the first must never see them. */
export function pretend(
  loaded: SiteJourney,
  pretended: PretendedEvent[],
  person: string | null,
  segments: Record<string, boolean> = {},
): Pretended {
  const changed = Object.keys(segments).length > 0
  if ((pretended.length === 0 && !changed) || person === null) return loaded
  // Events are only ever added to a loaded journey.
  const what = JSON.stringify([pretended, person, segments, loaded.events.size])
  const last = lastMade.get(loaded)
  if (last?.what === what) return last.made
  const events = new Map(loaded.events)
  for (const [index, event] of pretended.entries()) {
    const id = `${PRETENDED}-${index}`
    events.set(id, { id, ...event, person, source: PRETENDED })
  }
  const journey = startJourney(changed ? pretendSegments(loaded.map, segments) : loaded.map, {
    coverage: [],
    arrivals: true,
  })
  for (const event of [...events.values()].sort((a, b) => a.at - b.at)) journey.push(event)
  const made = { journey, events }
  lastMade.set(loaded, { what, made })
  return made
}

/** A trait that nobody has: what asks whether it is there never holds, what asks whether it is not always does. */
const NO_TRAIT = "cuelight pretended"

/** The map with segments that hold for everybody or nobody, from the first event on. */
function pretendSegments(map: CommunicationMap, segments: Record<string, boolean>): CommunicationMap {
  return {
    ...map,
    segments: (map.segments ?? []).map((segment) =>
      Object.hasOwn(segments, segment.id)
        ? { ...segment, when: { trait: NO_TRAIT, exists: !segments[segment.id] } }
        : segment,
    ),
  }
}
