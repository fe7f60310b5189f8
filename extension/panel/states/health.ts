import type { ChannelView, EventView, HealthItem, MapState } from "../../overlay/state"
import type { ViewContract } from "../state"

export interface HealthView extends ViewContract {
  question: null
  state: HealthState
  action: never
}

/** Whether recording works, and what everything here rests on. */
export interface HealthState {
  /** Worst first; never empty. */
  items: HealthItem[]
  map: MapState
  source: "recorder" | "snippet"
  recordedFrom: number
  events: number
  first: EventView | null
  last: EventView | null
  refused: { count: number; reason: string }
  channels: ChannelView[]
  /** Ids by which the visitor is known. */
  visitor: string[]
}
