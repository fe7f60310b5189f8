import { useState } from "react"
import { createRoot } from "react-dom/client"
import { InboxOverlay } from "../../../extension/inbox/inbox-overlay"
import { Overlay } from "../../../extension/overlay/overlay"
import type { OverlayAction, OverlayState } from "../../../extension/overlay/state"
import { inboxes } from "./inbox-fixtures"
import { states } from "./states"

// The real overlay with a worker of a few lines: the state of the address, changed as the person asks.
const asked = new URLSearchParams(location.search)
const create = states[asked.get("state") ?? "healthy"]!

function first(): OverlayState {
  const language = asked.get("language") === "ru" ? "ru" : "en"
  return { ...create(Date.now(), language), mode: asked.get("mode") === "pill" ? "pill" : "open" }
}

function answer(state: OverlayState, action: OverlayAction): OverlayState {
  if (action.type === "mode") return { ...state, mode: action.mode }
  if (action.type === "clock")
    return {
      ...state,
      clockOffsetMs: state.clockOffsetMs + action.advanceMs,
      at: state.at + action.advanceMs,
    }
  if (action.type === "clock-now") return { ...state, clockOffsetMs: 0, at: Date.now() }
  if (action.type === "language") return { ...state, ...create(Date.now(), action.language), mode: "open" }
  if (action.type === "watch") {
    const watchedBy = action.on ? ("person" as const) : null
    const watch = (channel: OverlayState["channels"][number]) =>
      channel.id === action.channel ? { ...channel, watchedBy, watchedSince: Date.now() } : channel
    return { ...state, channels: state.channels.map(watch) }
  }
  return state
}

function Harness() {
  const [state, setState] = useState(first)
  Object.assign(window, { setState })
  return (
    <Overlay
      state={state}
      act={(action) => {
        parent.postMessage(action, "*")
        setState((current) => answer(current, action))
      }}
    />
  )
}

/** What is shown on an open inbox, by its name in the address. */
const inbox = inboxes[asked.get("inbox") ?? ""]
const language = asked.get("language") === "ru" ? "ru" : "en"
createRoot(document.getElementById("root")!).render(
  inbox ? (
    <InboxOverlay
      state={inbox(Date.now(), language)}
      act={(action) => parent.postMessage(action, "*")}
      refresh={() => {}}
    />
  ) : (
    <Harness />
  ),
)
