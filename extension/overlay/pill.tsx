import { useRef } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { Glyph, HealthGlyph } from "./glyph"
import { describeHealth } from "./health-list"
import { type Act, cue } from "./hooks"
import type { HealthItem, OverlayState } from "./state"
import { type Firing, Toast } from "./toast"
import { useDrag } from "./use-drag"
import { useOwnSize } from "./use-own-size"

/** In words also where there is no pointing at the light. */
const isSaid = ({ severity, code }: HealthItem) =>
  severity === "error" || code === "overlay-asleep" || code === "overlay-covered"

/** The overlay made small: health, stage, what runs and what was missed. A click opens it, a drag moves it. */
export function Pill({ state, act, firing }: { state: OverlayState; act: Act; firing: Firing | null }) {
  const reader = useReader()
  const { words, formats } = reader
  const root = useRef<HTMLDivElement>(null)
  const drag = useDrag(act)
  useOwnSize(root, "pill", act)
  const { stage, running, missed } = state
  const health = state.health[0]
  return (
    <main aria-label={words.overlay.label}>
      <div ref={root} className={firing ? "cue-pill-place cue-pill-told" : "cue-pill-place"}>
        {firing && <Toast firing={firing} />}
        <button
          type="button"
          className={missed.length > 0 ? "cue-pill cue-pill-missed" : "cue-pill"}
          aria-expanded={false}
          aria-description={words.overlay.moveHint}
          title={words.overlay.open}
          data-focus="mode"
          {...drag}
          onClick={() => act({ type: "mode", mode: "open" })}
        >
          {health && (
            <span
              className="cue-health"
              title={describeHealth(health, reader)}
              {...cue("health", health.code, health.severity)}
            >
              <HealthGlyph severity={health.severity} />
              <span
                className={isSaid(health) ? `cue-pill-trouble cue-pill-${health.severity}` : "cue-unseen"}
              >
                {words.health.short[health.code]}
              </span>
            </span>
          )}
          <span
            className="cue-pill-stage"
            {...(stage ? cue("stage", stage.id, stage.back ? "back" : "current") : {})}
          >
            <bdi>{stage ? cutMiddle(stage.name, 20) : words.stage.none}</bdi>
          </span>
          {running.length > 0 && (
            <span className="cue-pill-count">
              {words.overlay.running(running.length, formats.number(running.length))}
            </span>
          )}
          {missed.length > 0 && (
            <span className="cue-pill-count cue-pill-count-missed">
              <Glyph name="missed" />
              {words.overlay.missed(missed.length, formats.number(missed.length))}
            </span>
          )}
        </button>
      </div>
    </main>
  )
}
