import "./theme.css"
import "./rows.css"
import "./controls.css"
import "./frame.css"
import "./pill.css"
import "./clock-row.css"
import { useEffect, useInsertionEffect, useRef } from "react"
import { ReaderProvider, useReader } from "../words/reader"
import { Announcer } from "./announcer"
import { FaultBoundary } from "./fault-boundary"
import type { Act } from "./hooks"
import { Opened } from "./opened"
import { Pill } from "./pill"
import type { OverlayState } from "./state"
import { TickingProvider, useRefresh } from "./ticking"
import { useFiring } from "./toast"

/**
 * The overlay as a document of its own, in a frame on somebody's page. It only shows `state` and asks by `act`;
 * `act` should stay the same function from one rendering to the next.
 */
export function Overlay({ state, act }: { state: OverlayState; act: Act }) {
  return (
    <ReaderProvider language={state.language}>
      <TickingProvider offsetMs={state.clockOffsetMs} at={state.at}>
        <OverlayDocument state={state} act={act} />
      </TickingProvider>
    </ReaderProvider>
  )
}

function OverlayDocument({ state, act }: { state: OverlayState; act: Act }) {
  const { words } = useReader()
  const latestAct = useRef(act)
  latestAct.current = act
  const refresh = useRef(() => latestAct.current({ type: "refresh" })).current
  const steadyAct = useRef<Act>((action) => latestAct.current(action)).current
  const firing = useFiring(state, steadyAct)
  useRefresh(state.nextChangeAt, state.clockOffsetMs, refresh)

  // Before anything is measured: fonts go by the language, and a later one would have all of it laid out again.
  useInsertionEffect(() => {
    document.documentElement.lang = state.language
    document.title = words.overlay.label
  }, [state.language, words])

  // Who opens or collapses by keyboard keeps the focus; nobody else's focus is taken.
  const mode = useRef(state.mode)
  useEffect(() => {
    if (mode.current === state.mode) return
    mode.current = state.mode
    if (document.hasFocus()) document.querySelector<HTMLElement>("[data-focus=mode]")?.focus()
  }, [state.mode])

  return (
    <div className="cue-root">
      <FaultBoundary words={words.fault} act={steadyAct}>
        {state.mode === "pill" ? (
          <Pill state={state} act={steadyAct} firing={firing} />
        ) : (
          <Opened state={state} act={steadyAct} firing={firing} />
        )}
        <Announcer state={state} />
      </FaultBoundary>
    </div>
  )
}
