import type { Because, ChannelView, EventView, FollowUpView, RunView, StageView } from "../../overlay/state"
import type { ViewContract } from "../state"

export interface NowView extends ViewContract {
  question: null
  state: NowState
  action: never
}

/** Where this visitor is, what runs, and over which channels the visitor can be reached. */
export interface NowState {
  stage: StageView | null
  /** Every stage the journey has been in, in order; the last one is the present. */
  history: StageSpan[]
  segments: { id: string; name: string; since: number }[]
  running: RunView[]
  missed: FollowUpView[]
  reach: ReachView[]
  channels: ChannelView[]
}

export interface StageSpan {
  id: string
  name: string
  from: number
  to: number | null
  because: Because
  /** Entered from a later stage. */
  back: boolean
  /** Place among the map's stages: 0 is the first. */
  place: number
}

/** What stands in the way of a message over this channel, now. */
export interface ReachView {
  channel: string
  status: ChannelView["status"]
  address: "none-needed" | "known" | "missing" | "bounced"
  consent: "none-needed" | "granted" | "denied" | "never-asked"
  consentHolds: boolean
  /** The event that decided about consent. */
  consentBy: EventView | null
  /** Caps that are full, with the instant from which one more may go; null: never. */
  fullCaps: { max: number; types: string[] | null; everywhere: boolean; freeAt: number | null }[]
  quietUntil: number | null
}
