import { evidenceWords } from "../../words/panel/evidence"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import type { WatchedChannel } from "../states/evidence"

interface CoverageBarProps {
  channel: WatchedChannel
  from: number
  to: number
  now: number
}

/** When a channel was watched. Where nobody did, the bar is grey: what was due then is unknown, and not missed. */
export function CoverageBar({ channel, from, to, now }: CoverageBarProps) {
  const own = useWords(evidenceWords)
  const { formats, channelKind, startSentence, words, language } = useReader()
  const { id, status, spans, watchedBy } = channel
  // Of what the map only plans nothing falls due, and nothing is looked for.
  const shown = (status === "live" ? spans : []).map((span) => ({
    from: Math.max(span.from, from),
    to: Math.min(span.to, to),
  }))
  const watchedMs = shown.reduce((sum, span) => sum + Math.max(0, span.to - span.from), 0)
  const share = new Intl.NumberFormat(language, { style: "percent" }).format(
    Math.min(1, watchedMs / (to - from)),
  )
  const who = watchedBy.map((name) =>
    name === "recorder" ? own.recorder : name === "person" ? own.person : name,
  )
  const about =
    status !== "live"
      ? words.watching[status]
      : who.length > 0
        ? own.watchedBy(formats.list(who))
        : spans.length > 0
          ? own.before
          : own.nobody(channelKind(id))
  return (
    <li
      className="cue-coverage"
      data-cue="channel"
      data-cue-id={id}
      data-cue-status={status === "live" && who.length > 0 ? "watched" : "unknown"}
    >
      <strong>
        <bdi>{startSentence(channelKind(id))}</bdi>
      </strong>
      <svg
        className="cue-coverage-bar"
        viewBox="0 0 1000 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={own.bar(formats.moment(from, now), formats.moment(to, now), share)}
      >
        <rect className="cue-coverage-none" width="1000" height="10" />
        {shown.map((span) => (
          <rect
            key={span.from}
            className="cue-coverage-watched"
            x={((span.from - from) / (to - from)) * 1000}
            width={Math.max(2, ((span.to - span.from) / (to - from)) * 1000)}
            height="10"
          />
        ))}
      </svg>
      <span className="cue-muted">{about}</span>
    </li>
  )
}
