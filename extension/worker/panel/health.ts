import type { TouchpointEvent } from "../../../shared/event"
import type { HealthView } from "../../panel/states/health"
import { viewEvent, viewMap } from "../compose-state"
import { viewChannels } from "./map-names"
import type { ViewAnswerer } from "./view-answerer"

/** Whether recording works, and what the journey rests on. */
export const health: ViewAnswerer<HealthView> = {
  read: () => null,
  compose: ({ loaded, health, language, person }) => {
    const { record, map, mapOrigin, events, refused } = loaded
    let first: TouchpointEvent | null = null
    let last: TouchpointEvent | null = null
    for (const event of events.values()) {
      if (!first || event.at < first.at) first = event
      if (!last || event.at >= last.at) last = event
    }
    return {
      items: health,
      map: viewMap(map, mapOrigin, record, language),
      source: record.source,
      recordedFrom: record.recordedFrom,
      events: events.size,
      first: first && viewEvent(first),
      last: last && viewEvent(last),
      refused,
      channels: viewChannels(map, record, loaded.sources),
      visitor: person?.ids.slice(0, 20) ?? [],
    }
  },
  count: ({ health }) => {
    const troubles = health.filter(({ severity }) => severity !== "ok")
    return {
      count: troubles.length,
      tone: troubles.some(({ severity }) => severity === "error") ? "bad" : "calm",
    }
  },
}
