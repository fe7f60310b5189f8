import type { ComponentType } from "react"
import type { Lens, PanelState, ViewId } from "./state"
import type { PanelWays } from "./use-panel"
import type { ViewProps } from "./view"
import { views } from "./views"

interface ShownViewProps extends Pick<PanelWays, "ask" | "act"> {
  panel: PanelState
  look(lens: Lens | null): void
  actOnSite: ViewProps<ViewId>["actOnSite"]
  open(view: ViewId): void
}

/** The view that the worker answered for, with its own ways to ask and act. */
export function ShownView({ panel, ask, act, look, actOnSite, open }: ShownViewProps) {
  const { head, view, state, question } = panel
  // Which view it is decides about the types of the others; TypeScript does not follow that through a look-up.
  const Component = views[view].Component as ComponentType<ViewProps<ViewId>>
  return (
    <Component
      head={head}
      state={state}
      question={question as never}
      ask={(next) => ask(view, next)}
      act={(action) => act(view, action)}
      look={look}
      actOnSite={actOnSite}
      open={open}
    />
  )
}
