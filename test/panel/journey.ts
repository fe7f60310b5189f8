import type { Lens, PanelState, ViewId } from "../../extension/panel/state"
import { noLens } from "../../extension/panel/state"
import type { Language } from "../../extension/words/language"
import { watch } from "../../extension/worker/coverage"
import { composeView, giveJourney } from "../../extension/worker/panel/compose-panel"
import type { SiteJourney } from "../../extension/worker/site-journey"
import { newSiteRecord, type SiteRecord } from "../../extension/worker/site-record"
import { newTab, type TabState } from "../../extension/worker/tab-state"
import { parseMap, startJourney, type TouchpointEvent } from "../../shared/domain"
import shopMap from "../shop/cuelight.map.yaml?raw"
import { noon } from "./noon"

// A journey without a browser: the real engine, the worker's real halves of the views, a few events. What a view is
// shown in tests and pictures is what the worker would tell it.

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

export { noon }

export interface GivenJourney {
  events?: TouchpointEvent[]
  map?: string
  /** Channels that the person watches since the first event. */
  watched?: string[]
  record?: (record: SiteRecord) => void
  /** What is known of the tab. */
  tab?: Partial<TabState>
}

let count = 0

/** One event of the visitor; `name` alone is enough. */
export function tell(
  name: string,
  at: number,
  props?: TouchpointEvent["props"],
  more: Partial<TouchpointEvent> = {},
): TouchpointEvent {
  count += 1
  return { id: `e-${count}`, name, at, person: "a-1", source: "page", ...(props && { props }), ...more }
}

export function loadJourney(given: GivenJourney): SiteJourney {
  const { map, problems } = parseMap(given.map ?? shopMap)
  if (!map) throw new Error(`The map of this test is broken: ${problems[0]?.message}`)
  const events = given.events ?? []
  const from = events.reduce((first, { at }) => Math.min(first, at), noon)
  const record = newSiteRecord("shop.example", from)
  for (const channel of given.watched ?? []) watch(record, channel, true, from)
  given.record?.(record)
  const journey = startJourney(map, { coverage: [], arrivals: true })
  for (const event of events) journey.push(event)
  return {
    record,
    map,
    mapText: given.map ?? shopMap,
    libraryId: null,
    mapOrigin: { origin: "page", from: "https://shop.example/cuelight.map.yaml" },
    journey,
    events: new Map(events.map((event) => [event.id, event])),
    refused: { count: 0, reason: "" },
    broken: null,
    unwritten: null,
    inMemory: null,
  }
}

/** What the worker would answer for a view of this journey. */
export function answerView<View extends ViewId>(
  view: View,
  given: GivenJourney | SiteJourney,
  asked: { question?: unknown; lens?: Lens; language?: Language; clockOffsetMs?: number; now?: number } = {},
): Promise<PanelState<View>> {
  const loaded = "journey" in given ? given : loadJourney(given)
  const { lens = noLens, language = "en", clockOffsetMs = 0, now = noon, question } = asked
  const tab = { ...newTab, ...("tab" in given && given.tab) }
  const journey = giveJourney(loaded, { language, clockOffsetMs, tab, lens, now })
  return composeView(journey, view, question) as Promise<PanelState<View>>
}
