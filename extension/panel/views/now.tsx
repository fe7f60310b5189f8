import Compass from "lucide-react/dist/esm/icons/compass.mjs"
import { BecauseLine } from "../../overlay/because-line"
import { FollowUpRow } from "../../overlay/follow-up-row"
import { cue } from "../../overlay/hooks"
import { JourneyProvider } from "../../overlay/journey-context"
import { RunningSection } from "../../overlay/running-section"
import { Section, ShortList } from "../../overlay/section"
import { useNow } from "../../overlay/ticking"
import { nowWords } from "../../words/panel/now"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import { ReachList } from "../parts/reach-list"
import type { StageSpan } from "../states/now"
import { defineView, type ViewProps } from "../view"

/** Where this visitor is and how the journey went, what runs, and over which channels the visitor can be reached. */
function Now({ head, state, actOnSite }: ViewProps<"now">) {
  const { words } = useReader()
  const own = useWords(nowWords)
  const { stage, running, missed, channels } = state
  return (
    <JourneyProvider journey={{ channels, running, clockOffsetMs: head.clockOffsetMs, act: actOnSite }}>
      <div className="cue-view-lead">
        {stage ? (
          <BecauseLine
            because={stage.because}
            otherwise={stage.id === head.stages[0]?.id ? words.stage.start : words.stage.time}
          />
        ) : (
          <p className="cue-empty">{words.stage.noneNext}</p>
        )}
        {stage?.back && stage.previous !== null && (
          <p className="cue-returned">{words.stage.back(cutMiddle(stage.previous, 40))}</p>
        )}
      </div>
      {missed.length > 0 && (
        <Section title={words.sections.missed} count={missed.length} tone="bad">
          <ShortList items={missed} most={5}>
            {(followUp) => <FollowUpRow key={followUp.key} followUp={followUp} />}
          </ShortList>
        </Section>
      )}
      <RunningSection runs={running} hookedElsewhere={new Set(missed.map(({ key }) => key))} />
      {stage && <History spans={state.history} stages={head.stages.length} />}
      {stage && (
        <Section title={own.segments} count={state.segments.length}>
          <Segments segments={state.segments} />
        </Section>
      )}
      {stage && (
        <Section title={own.reach}>
          <ReachList channels={state.reach} />
        </Section>
      )}
    </JourneyProvider>
  )
}

const MOST_SPANS = 60

/** Every stage the journey was in, latest first, indented by how far along it is: a way back steps to the left. */
function History({ spans, stages }: { spans: StageSpan[]; stages: number }) {
  const own = useWords(nowWords)
  const latest = spans.slice(-MOST_SPANS).reverse()
  return (
    <Section title={own.history}>
      <ol className="cue-history">
        {latest.map((span) => (
          <HistoryStep key={`${span.id} ${span.from}`} span={span} stages={stages} />
        ))}
      </ol>
    </Section>
  )
}

/** Two stages of one instant follow each other at once: "for 0 sec" tells nothing. */
const SECOND_MS = 1000

function HistoryStep({ span, stages }: { span: StageSpan; stages: number }) {
  const { formats } = useReader()
  const own = useWords(nowWords)
  const now = useNow()
  const depth = stages < 2 ? 1 : span.place / (stages - 1)
  return (
    <li
      className={span.to === null ? "cue-history-step cue-history-present" : "cue-history-step"}
      style={{ "--cue-depth": depth, "--cue-place": span.place } as React.CSSProperties}
      {...cue("stage", span.id, span.to === null ? "current" : span.back ? "back" : "passed")}
    >
      <span className="cue-history-name">
        <bdi>{cutMiddle(span.name, 60)}</bdi>
        {span.back && <span className="cue-tag">↩ {own.back}</span>}
        {span.to === null && <span className="cue-tag cue-tag-main">{own.present}</span>}
      </span>
      <span className="cue-muted" title={formats.exact(span.from)}>
        {own.since(formats.moment(span.from, now))}
        {span.to !== null &&
          span.to - span.from >= SECOND_MS &&
          ` · ${own.lasted(formats.duration(span.to - span.from))}`}
      </span>
      {span.because.events.length > 0 && <BecauseLine because={span.because} />}
    </li>
  )
}

function Segments({ segments }: { segments: { id: string; name: string; since: number }[] }) {
  const { formats } = useReader()
  const own = useWords(nowWords)
  const now = useNow()
  if (segments.length === 0) return <p className="cue-empty">{own.segmentsNone}</p>
  return (
    <ShortList items={segments} most={12}>
      {({ id, name, since }) => (
        <li key={id} className="cue-chip-row">
          <bdi className="cue-chip">{cutMiddle(name, 48)}</bdi>
          <span className="cue-muted" title={formats.exact(since)}>
            {own.since(formats.moment(since, now))}
          </span>
        </li>
      )}
    </ShortList>
  )
}

export const nowView = defineView({
  id: "now",
  words: nowWords,
  icon: Compass,
  question: null,
  Component: Now,
})
