import { useReader } from "../words/reader"
import { Icon } from "./glyph"
import type { Act } from "./hooks"
import type { OverlayState } from "./state"
import { useNow } from "./ticking"

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** The clock: forward in steps instead of waiting; away from now it says so and offers the way back. */
export function ClockRow({ state, act }: { state: OverlayState; act: Act }) {
  const { words, formats } = useReader()
  const now = useNow()
  const { clockOffsetMs: offset, nextDueAt } = state
  const moved = offset !== 0
  return (
    <fieldset className={moved ? "cue-clock cue-clock-moved" : "cue-clock"} aria-label={words.clock.label}>
      {moved && (
        <div className="cue-clock-away">
          <p>
            <strong>
              {offset > 0
                ? words.clock.ahead(formats.duration(offset))
                : words.clock.behind(formats.duration(-offset))}
            </strong>{" "}
            <span title={formats.exact(now)}>{words.clock.shows(formats.moment(now, now - offset))}</span>
          </p>
          <button
            type="button"
            className="cue-button cue-button-amber"
            onClick={() => act({ type: "clock-now" })}
          >
            {words.clock.backToNow}
          </button>
        </div>
      )}
      <div className="cue-clock-steps">
        <Icon name="clock" />
        <button
          type="button"
          aria-pressed={!moved}
          title={moved ? words.clock.backToNow : undefined}
          onClick={() => act({ type: "clock-now" })}
        >
          {words.clock.now}
        </button>
        <Icon name="chevron" />
        <button
          type="button"
          title={words.clock.hourLong}
          onClick={() => act({ type: "clock", advanceMs: hourMs })}
        >
          {words.clock.hour}
        </button>
        <Icon name="chevron" />
        <button
          type="button"
          title={words.clock.dayLong}
          onClick={() => act({ type: "clock", advanceMs: dayMs })}
        >
          {words.clock.day}
        </button>
        <Icon name="chevron" />
        <button
          type="button"
          disabled={nextDueAt === null}
          title={
            nextDueAt === null
              ? words.clock.nextNone
              : words.clock.nextAt(formats.moment(nextDueAt, now - offset))
          }
          onClick={() => act({ type: "clock-to-next-due" })}
        >
          {words.clock.next}
        </button>
      </div>
    </fieldset>
  )
}
