import { useState } from "react"
import { nameFollowUp } from "../../overlay/describe-follow-up"
import { Glyph, glyphOf } from "../../overlay/glyph"
import { cue } from "../../overlay/hooks"
import { useNow } from "../../overlay/ticking"
import { clockWords } from "../../words/panel/clock"
import { type Reader, useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { Moment } from "../states/clock"

interface MomentListProps {
  moments: Moment[]
  looked: number | null
  look(at: number): void
}

const MOST_AT_ONCE = 12

/** Moments of the journey in words; pressing one looks at the journey as it is at that instant. */
export function MomentList({ moments, looked, look }: MomentListProps) {
  const { words, formats } = useReader()
  const [shown, setShown] = useState(MOST_AT_ONCE)
  return (
    <>
      <ol className="cue-moments">
        {moments.slice(0, shown).map((moment) => (
          <MomentRow key={moment.id} moment={moment} looked={moment.at === looked} look={look} />
        ))}
      </ol>
      {moments.length > shown && (
        <button
          type="button"
          className="cue-link cue-more"
          onClick={() => setShown(shown + 5 * MOST_AT_ONCE)}
        >
          {words.overlay.showAll(formats.number(moments.length))}
        </button>
      )}
    </>
  )
}

function MomentRow({ moment, looked, look }: { moment: Moment; looked: boolean; look(at: number): void }) {
  const reader = useReader()
  const own = useWords(clockWords)
  const now = useNow()
  const { formats } = reader
  const { at, followUp, pretended } = moment
  const when = formats.moment(at, now)
  return (
    <li
      className={`cue-moment cue-moment-${moment.kind}${pretended ? " cue-moment-pretended" : ""}`}
      {...(moment.event ? cue("event", moment.event.name, pretended ? "pretended" : "seen") : {})}
    >
      <button
        type="button"
        className="cue-row-button"
        aria-pressed={looked}
        title={`${own.lookAt(when)}\n${formats.exact(at)}`}
        onClick={() => look(at)}
      >
        <time>{when}</time>
        {followUp ? (
          <Glyph name={glyphOf(followUp.status, followUp.reason)} />
        ) : (
          <span className={`cue-dot cue-dot-${moment.kind}`} aria-hidden="true" />
        )}
        <span className="cue-moment-what">
          <bdi>{sayMoment(moment, reader, own.moment)}</bdi>
          {pretended && <span className="cue-tag cue-tag-pretended">{own.pretendedMark}</span>}
          {looked && <span className="cue-unseen">{own.looked}</span>}
        </span>
      </button>
    </li>
  )
}

function sayMoment(moment: Moment, reader: Reader, own: (typeof clockWords)["en"]["moment"]): string {
  const { event, followUp, stage, scenario, kind } = moment
  if (event) return reader.startSentence(reader.describeEvent(event.name, event.title))
  if (stage) return (stage.back ? own.back : own.stage)(cutMiddle(stage.name, 48))
  if (followUp) {
    const reason = followUp.status === "skipped" ? reader.reason(followUp.reason) : null
    const status = reader.journey.followUpStatus[followUp.status]
    return `${nameFollowUp(followUp, reader, 40)}: ${status}${reason === null ? "" : ` (${reason})`}`
  }
  const name = cutMiddle(scenario?.name ?? "", 48)
  return kind === "started" ? own.started(name) : own.ended(name)
}
