import "../overlay/theme.css"
import "../overlay/rows.css"
import "../overlay/controls.css"
import "./popup.css"
import { useEffect } from "react"
import { HealthGlyph } from "../overlay/glyph"
import { describeHealth } from "../overlay/health-list"
import { cue } from "../overlay/hooks"
import { StageLine } from "../overlay/stage-line"
import { TickingProvider, useNow } from "../overlay/ticking"
import type { Language } from "../words/language"
import { popupWords } from "../words/panel/popup"
import { shellWords } from "../words/panel/shell"
import { ReaderProvider, useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { useWords } from "../words/words"
import type { PopupAction, PopupState } from "./state"

interface PopupProps {
  state: PopupState
  act(action: PopupAction): void
}

/** One glance: does recording work, where is the visitor, how much runs and was missed. */
export function Popup(props: PopupProps) {
  const { language, clockOffsetMs, at } = props.state
  return (
    <ReaderProvider language={language}>
      <TickingProvider offsetMs={clockOffsetMs} at={at}>
        <PopupDocument {...props} />
      </TickingProvider>
    </ReaderProvider>
  )
}

function PopupDocument({ state, act }: PopupProps) {
  const reader = useReader()
  const own = useWords(popupWords)
  const now = useNow()
  const { words, formats } = reader
  const { stage, health, shown, always } = state
  const [worst] = health
  const others = health.filter(({ severity }) => severity !== "ok").length - 1
  useDocumentLanguage(state.language)
  return (
    <main className="cue-root cue-popup">
      {worst && (
        <p className="cue-popup-health" {...cue("health", worst.code, worst.severity)}>
          <HealthGlyph severity={worst.severity} />
          <span>
            {worst.severity !== "ok" && (
              <strong className={`cue-popup-${worst.severity}`}>{words.health.short[worst.code]}</strong>
            )}
            {describeHealth(worst, reader)}
            {others > 0 && (
              <span className="cue-muted"> {words.stage.more(others, formats.number(others))}</span>
            )}
          </span>
        </p>
      )}
      <MovedClock offsetMs={state.clockOffsetMs} act={act} />
      <div className="cue-popup-stage">
        <h1 {...(stage ? cue("stage", stage.id, stage.back ? "back" : "current") : {})}>
          <bdi>{stage ? cutMiddle(stage.name, 40) : words.stage.none}</bdi>
        </h1>
        {stage && (
          <span className="cue-muted" title={formats.exact(stage.since)}>
            {words.stage.since(formats.moment(stage.since, now))}
          </span>
        )}
        {stage?.back && stage.previous !== null && (
          <span className="cue-muted">{words.stage.back(cutMiddle(stage.previous, 40))}</span>
        )}
        <bdi className="cue-muted cue-popup-site">{cutMiddle(state.site, 32)}</bdi>
      </div>
      <StageLine stage={stage} stages={state.stages} />
      <Counts counts={state.counts} />
      <button
        type="button"
        role="switch"
        aria-checked={shown}
        className="cue-switch"
        onClick={() => act({ type: "show", on: !shown })}
      >
        <span className="cue-switch-track" aria-hidden="true" />
        {own.show}
      </button>
      {always?.everywhere && <p className="cue-muted">{own.everywhere}</p>}
      {always && !always.everywhere && (
        <button
          type="button"
          role="switch"
          aria-checked={always.on}
          className="cue-switch"
          title={own.alwaysHint}
          onClick={() => act({ type: "always", pattern: always.pattern, on: !always.on })}
        >
          <span className="cue-switch-track" aria-hidden="true" />
          {own.always}
        </button>
      )}
      <div className="cue-stack">
        <button
          type="button"
          className="cue-button cue-button-main"
          onClick={() => act({ type: "open-panel" })}
        >
          {own.open}
        </button>
        <button type="button" className="cue-button" onClick={() => act({ type: "options" })}>
          {own.options}
        </button>
      </div>
    </main>
  )
}

/** Until the worker has answered, and where nothing is audited. */
export function Nowhere({ language, isAsked }: { language: Language; isAsked: boolean }) {
  const words = popupWords[language]
  useDocumentLanguage(language)
  return (
    <main className="cue-root cue-popup">
      <h1 className="cue-popup-nowhere">{isAsked ? words.nowhereTitle : words.title}</h1>
      <p>{isAsked ? words.nowhere : words.loading}</p>
    </main>
  )
}

function useDocumentLanguage(language: Language): void {
  useEffect(() => {
    document.documentElement.lang = language
    document.title = popupWords[language].title
  }, [language])
}

/** The counts below are those of a moved clock: they must not be taken for what is. */
function MovedClock({ offsetMs, act }: { offsetMs: number; act: PopupProps["act"] }) {
  const { formats } = useReader()
  const words = useWords(shellWords).lens
  if (offsetMs === 0) return null
  const say = offsetMs > 0 ? words.clockAhead : words.clockBehind
  return (
    <div className="cue-popup-clock">
      <p>{say(formats.duration(Math.abs(offsetMs)))}</p>
      <button
        type="button"
        className="cue-button cue-button-amber"
        onClick={() => act({ type: "clock-now" })}
      >
        {words.back}
      </button>
    </div>
  )
}

function Counts({ counts }: Pick<PopupState, "counts">) {
  const { formats } = useReader()
  const own = useWords(popupWords)
  const shown = [
    { kind: "running", count: counts.running, word: own.running(counts.running) },
    { kind: "missed", count: counts.missed, word: own.missed(counts.missed) },
    ...(counts.unknown > 0
      ? [{ kind: "unknown", count: counts.unknown, word: own.unknown(counts.unknown) }]
      : []),
  ]
  return (
    <ul className="cue-popup-counts">
      {shown.map(({ kind, count, word }) => (
        <li
          key={kind}
          className={kind === "missed" && count > 0 ? "cue-popup-bad" : undefined}
          data-count={kind}
        >
          <b>{formats.number(count)}</b> <span>{word}</span>
        </li>
      ))}
    </ul>
  )
}
