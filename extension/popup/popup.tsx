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
import { popupWords } from "../words/panel/popup"
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
  useEffect(() => {
    document.documentElement.lang = state.language
    document.title = own.title
  }, [state.language, own])
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
          </span>
        </p>
      )}
      <div className="cue-popup-stage">
        <h1 {...(stage ? cue("stage", stage.id, stage.back ? "back" : "current") : {})}>
          <bdi>{stage ? cutMiddle(stage.name, 40) : words.stage.none}</bdi>
        </h1>
        {stage && (
          <span className="cue-muted" title={formats.exact(stage.since)}>
            {words.stage.since(formats.moment(stage.since, now))}
          </span>
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
