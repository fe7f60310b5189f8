import { useEffect, useRef, useState } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { Icon } from "./glyph"
import type { Act } from "./hooks"
import type { OverlayState, RunView } from "./state"

const SHOWN_MS = 8_000
/** A pointer that leaves the frame while that is moved is not always told of. */
const HELD_MS = 60_000

export interface Firing {
  run: RunView
  dismiss(): void
  /** While somebody reads it, it stays: a minute at most. */
  hold(on: boolean): void
}

/**
 * The scenario that has just started, for some seconds: one that started since the last state, or that the worker calls
 * news because the page went before it could be shown. Each is told once.
 */
export function useFiring(state: Pick<OverlayState, "running" | "fired">, act: Act): Firing | null {
  const known = useRef<Set<string> | null>(null)
  const [key, setKey] = useState<string | null>(null)
  const [held, setHeld] = useState(false)

  useEffect(() => {
    const before = known.current
    known.current = new Set(state.running.map((run) => run.key))
    const news = state.running.filter(
      (run) => state.fired.includes(run.key) || (before && !before.has(run.key)),
    )
    const latest = news.sort((a, b) => b.triggeredAt - a.triggeredAt)[0]
    if (!latest) return
    setKey(latest.key)
    act({ type: "told", runs: news.map((run) => run.key) })
  }, [state.running, state.fired, act])

  useEffect(() => {
    if (key === null) return
    const timer = setTimeout(() => setKey(null), held ? HELD_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [key, held])

  const run = state.running.find((each) => each.key === key)
  return run ? { run, dismiss: () => setKey(null), hold: setHeld } : null
}

/** "Abandoned cart started", and what the visitor did that started it. */
export function Toast({ firing }: { firing: Firing }) {
  const { words, describeEvent, describeGesture } = useReader()
  const { run, dismiss, hold } = firing
  const [cause] = run.because.events
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: reading it keeps it there; what can be pressed is the button
    <div
      className="cue-toast"
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <div className="cue-toast-text">
        <span className="cue-toast-kind">{words.toast.fired}</span>
        <bdi className="cue-toast-name">{cutMiddle(run.name, 60)}</bdi>
        {cause && (
          <span className="cue-toast-cause">
            {words.stage.because}: <bdi>{describeEvent(cause.name, cause.title)}</bdi>
            {cause.gesture && (
              <>
                {" "}
                (<bdi>{describeGesture(cause.gesture)}</bdi>)
              </>
            )}
          </span>
        )}
      </div>
      <button type="button" className="cue-toast-close" aria-label={words.toast.close} onClick={dismiss}>
        <Icon name="close" />
      </button>
    </div>
  )
}
