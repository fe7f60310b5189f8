import type { Change, Explanation, ToldGate } from "../../domain"
import type { ChannelView, RunView } from "../../overlay/state"
import type { ViewContract } from "../state"

export interface ScenariosView extends ViewContract {
  question: null
  state: ScenariosState
  action: never
}

/** Every scenario of the map: its runs, or why there is none. */
export interface ScenariosState {
  scenarios: ScenarioView[]
  channels: ChannelView[]
  names: MapNames
}

export interface ScenarioView {
  id: string
  name: string
  /** Latest first. */
  runs: PanelRun[]
  /** Of a scenario that never ran for this visitor. */
  whyNot: WhyNotView | null
}

export interface PanelRun extends RunView {
  endedAt: number | null
  goalAt: number | null
  /** Of steps that were not sent, by their key: every gate in the order in which they are asked. */
  gates: Record<string, ToldGate[]>
}

/** As codes of the engine: `words/panel/explain-condition.ts` says them to the reader. */
export interface WhyNotView {
  /** The trigger, then the audience. */
  parts: Explanation[]
  /** The least that would have to happen, all of it. */
  change: Change[]
}

/** What the map calls its parts, in the reader's language. */
export interface MapNames {
  stages: Record<string, string>
  segments: Record<string, string>
  scenarios: Record<string, string>
  messages: Record<string, string>
}
