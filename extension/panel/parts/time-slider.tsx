import ChevronLeft from "lucide-react/dist/esm/icons/chevron-left.mjs"
import ChevronRight from "lucide-react/dist/esm/icons/chevron-right.mjs"
import { useEffect, useState } from "react"
import { clockWords } from "../../words/panel/clock"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import type { ClockState } from "../states/clock"

interface TimeSliderProps {
  state: ClockState
  /** How far the clock of the site is moved: its now is another than the reader's. */
  offsetMs: number
  /** The instant that is looked at; null: now. */
  looked: number | null
  look(at: number | null): void
}

/** Steps of the slider: finer than a hand, coarser than a millisecond. */
const STEPS = 2000
/** So long the slider stays where the hand has put it, whatever is answered meanwhile. */
const HELD_MS = 2_000

/**
 * A slider over past and future, with marks where something happens. Past and future have half of it each, however long
 * they are: else a long past would leave no room for tomorrow.
 */
export function TimeSlider({ state, offsetMs, looked, look }: TimeSliderProps) {
  const own = useWords(clockWords)
  const { formats } = useReader()
  const { from, to, now, moments } = state
  const scale = createScale(from, now, to)
  const [held, setHeld] = useState<{ at: number | null; since: number } | null>(null)
  // The hand is ahead of the worker: an answer to where it was must not pull the slider back from where it is.
  useEffect(() => {
    if (state)
      setHeld((last) => (last && last.at !== looked && Date.now() - last.since < HELD_MS ? last : null))
  }, [state, looked])
  const shown = held ? held.at : looked
  const at = shown ?? now
  const go = (next: number | null) => {
    setHeld({ at: next, since: Date.now() })
    look(next)
  }
  // Beside "2 h ahead" a "Now" would be read as the reader's own.
  const nowName = offsetMs === 0 ? own.now : formats.moment(now, now - offsetMs)
  const name = shown === null ? nowName : formats.moment(shown, now)
  const beyondMs = shown === null ? offsetMs : shown - now
  const before = moments.findLast((moment) => moment.at < at - 1)
  const after = moments.find((moment) => moment.at > at)
  return (
    <div className="cue-slider">
      <p className="cue-slider-shown" title={formats.exact(at)} data-at={at}>
        <strong>{name}</strong>
        {(shown !== null || offsetMs !== 0) && (
          <span className="cue-muted">
            {" "}
            {beyondMs <= 0 ? `− ${formats.duration(-beyondMs)}` : `+ ${formats.duration(beyondMs)}`}
          </span>
        )}
      </p>
      <div className="cue-slider-row">
        <button
          type="button"
          className="cue-icon-button"
          aria-label={own.previous}
          title={own.previous}
          disabled={!before}
          onClick={() => before && go(before.at)}
        >
          <ChevronLeft size={18} aria-hidden />
        </button>
        <div className="cue-slider-track">
          <Marks state={state} placeOf={scale.placeOf} />
          <input
            type="range"
            min={0}
            max={STEPS}
            step={1}
            value={Math.round(scale.placeOf(at) * STEPS)}
            aria-label={own.slider}
            aria-valuetext={name}
            onChange={(event) => {
              const place = Number(event.target.value) / STEPS
              // A hand that lets go near the middle means now.
              const next = Math.abs(place - 0.5) < 0.008 ? null : Math.round(scale.instantAt(place))
              go(next)
            }}
          />
        </div>
        <button
          type="button"
          className="cue-icon-button"
          aria-label={own.next}
          title={own.next}
          disabled={!after}
          onClick={() => after && go(after.at)}
        >
          <ChevronRight size={18} aria-hidden />
        </button>
      </div>
      <div className="cue-slider-ends cue-muted" aria-hidden="true">
        <span>{formats.moment(from, now)}</span>
        <span>{offsetMs === 0 ? own.now : own.moved}</span>
        <span>{formats.moment(to, now)}</span>
      </div>
    </div>
  )
}

const bad = new Set(["missed", "should-not-have", "failed"])
const MOST_MARKS = 240

function Marks({ state, placeOf }: { state: ClockState; placeOf(at: number): number }) {
  return (
    <svg className="cue-slider-marks" preserveAspectRatio="none" viewBox="0 0 1000 16" aria-hidden="true">
      <path className="cue-slider-now" d="M500 0v16" />
      {state.moments.slice(-MOST_MARKS).map(({ id, at, kind, pretended }) => {
        const x = Math.round(placeOf(at) * 1000)
        const look = pretended ? "pretended" : bad.has(kind) ? "bad" : kind === "event" ? "event" : "cue"
        return (
          <path key={id} className={`cue-slider-${look}`} d={look === "event" ? `M${x} 9v4` : `M${x} 3v10`} />
        )
      })}
    </svg>
  )
}

/** 0 to 0.5 is the past, 0.5 to 1 the future. */
function createScale(from: number, now: number, to: number) {
  const pastMs = Math.max(1, now - from)
  const aheadMs = Math.max(1, to - now)
  const clamp = (place: number) => Math.max(0, Math.min(1, place))
  return {
    placeOf: (at: number) =>
      clamp(at <= now ? 0.5 - (now - at) / pastMs / 2 : 0.5 + (at - now) / aheadMs / 2),
    instantAt: (place: number) =>
      place <= 0.5 ? now - (0.5 - place) * 2 * pastMs : now + (place - 0.5) * 2 * aheadMs,
  }
}
