import type { RunView, StageView } from "../../overlay/state"
import type { ViewContract } from "../state"

export interface NowView extends ViewContract {
  question: null
  state: NowState
  action: never
}

/** Where this visitor is, what runs, and over which channels the visitor can be reached. */
export interface NowState {
  stage: StageView | null
  running: RunView[]
}
