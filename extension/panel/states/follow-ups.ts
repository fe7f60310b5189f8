import type { ToldGate } from "../../domain"
import type { ChannelView, EventView, FollowUpView } from "../../overlay/state"
import type { ViewContract } from "../state"
import type { MapNames } from "./scenarios"

export interface FollowUpsView extends ViewContract {
  question: null
  state: FollowUpsState
  action: never
}

/** Every step of every run, what must be looked at first. */
export interface FollowUpsState {
  followUps: FollowUpLine[]
  channels: ChannelView[]
  names: MapNames
}

export interface FollowUpLine extends FollowUpView {
  evidence: EventView[]
  outcomes: Partial<Record<"delivered" | "opened" | "clicked", number>>
  /** Only of steps that were not sent. */
  gates: ToldGate[]
}
