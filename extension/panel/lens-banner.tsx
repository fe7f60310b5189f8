import type { Act } from "../overlay/hooks"
import { shellWords } from "../words/panel/shell"
import { useReader } from "../words/reader"
import { useWords } from "../words/words"
import type { Lens, PanelHead } from "./state"

interface LensBannerProps {
  head: PanelHead
  look(lens: Lens | null): void
  act: Act
}

/** Says above every view that this is not what is: another instant, a moved clock, or what is only pretended. */
export function LensBanner({ head, look, act }: LensBannerProps) {
  const { formats } = useReader()
  const words = useWords(shellWords).lens
  const { lens, clockOffsetMs, now } = head
  const pretended = lens.pretended.length
  const segments = Object.keys(lens.segments ?? {}).length
  // Said once, when it begins and when it ends: each move of the slider says its own time.
  const said = [
    ...(pretended + segments > 0 ? [words.saidPretended] : []),
    ...(lens.at !== null ? [words.saidMoment] : clockOffsetMs !== 0 ? [words.saidClock] : []),
  ]
  return (
    <>
      <p className="cue-unseen" role="status">
        {said.join(" ")}
      </p>
      {pretended + segments > 0 && (
        <div className="cue-lens cue-lens-pretended">
          <p>
            {pretended > 0 && words.pretended(pretended, formats.number(pretended))}{" "}
            {segments > 0 && words.pretendedSegments(segments, formats.number(segments))}
          </p>
          <button type="button" className="cue-button" onClick={() => look({ at: lens.at, pretended: [] })}>
            {words.discard}
          </button>
        </div>
      )}
      {lens.at !== null ? (
        <div className="cue-lens">
          <p title={formats.exact(lens.at)}>
            {(lens.at <= now ? words.past : words.future)(formats.moment(lens.at, now))}
          </p>
          <button
            type="button"
            className="cue-button cue-button-amber"
            onClick={() => look({ ...lens, at: null })}
          >
            {words.back}
          </button>
        </div>
      ) : (
        clockOffsetMs !== 0 && (
          <div className="cue-lens">
            <p>
              {clockOffsetMs > 0
                ? words.clockAhead(formats.duration(clockOffsetMs))
                : words.clockBehind(formats.duration(-clockOffsetMs))}
            </p>
            <button
              type="button"
              className="cue-button cue-button-amber"
              onClick={() => act({ type: "clock-now" })}
            >
              {words.back}
            </button>
          </div>
        )
      )}
    </>
  )
}
