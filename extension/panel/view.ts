import type { ComponentType } from "react"
import type { Act } from "../overlay/hooks"
import type { Words } from "../words/words"
import type { Lens, PanelHead, PanelViews, ViewId } from "./state"

/** What a view gets. It only shows `state`; a question or action goes to the worker, and a fresh state comes back. */
export interface ViewProps<View extends ViewId> {
  head: PanelHead
  state: PanelViews[View]["state"]
  question: PanelViews[View]["question"]
  /** Ask for something else (another page, other filters): the state follows. */
  ask(question: PanelViews[View]["question"]): void
  /** What only this view can do; answered by `act` of `worker/panel/VIEW.ts`. */
  act(action: PanelViews[View]["action"]): Promise<unknown>
  /** What the overlay can do too: the clock, watching, the language. */
  actOnSite: Act
  /** Look at another instant, or at what would be. Null: back to what is. */
  look(lens: Lens | null): void
  /** Go to another view. */
  open(view: ViewId): void
}

/** How a view looks: one file, named by its id, one line in `views.ts`. */
export interface ViewDefinition<View extends ViewId> {
  id: View
  words: Words<{ title: string }>
  /** A lucide icon: decoration, since the title stands beside it. */
  icon: ComponentType<{ size?: number; "aria-hidden"?: boolean }>
  /** What is asked for when the view is opened. */
  question: PanelViews[View]["question"]
  Component: ComponentType<ViewProps<View>>
}

export function defineView<View extends ViewId>(definition: ViewDefinition<View>): ViewDefinition<View> {
  return definition
}
