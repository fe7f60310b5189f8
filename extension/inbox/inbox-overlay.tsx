import "../overlay/theme.css"
import "../overlay/rows.css"
import "../overlay/controls.css"
import "../overlay/frame.css"
import "../overlay/pill.css"
import "./inbox.css"
import { useCallback, useEffect, useRef, useState } from "react"
import { ConfirmedButton } from "../overlay/confirmed-button"
import { nameFollowUp } from "../overlay/describe-follow-up"
import { Glyph, glyphOf, Icon } from "../overlay/glyph"
import { type Act, cue } from "../overlay/hooks"
import { MovableHeader } from "../overlay/movable-header"
import { Section, ShortList } from "../overlay/section"
import type { FollowUpView } from "../overlay/state"
import { TickingProvider, useNow, useRefresh } from "../overlay/ticking"
import { useDrag } from "../overlay/use-drag"
import { useGrantedWidth, useOwnSize } from "../overlay/use-own-size"
import { inboxWords } from "../words/inbox"
import { ReaderProvider, useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { useWords } from "../words/words"
import type { InboxAction, InboxState } from "./state"

interface InboxOverlayProps {
  state: InboxState
  act(action: InboxAction): void
  refresh(): void
}

/** On an open inbox: which of the expected mails are there, and which are not yet. */
export function InboxOverlay({ state, act, refresh }: InboxOverlayProps) {
  return (
    <ReaderProvider language={state.language}>
      <TickingProvider offsetMs={state.clockOffsetMs} at={state.at}>
        <InboxDocument state={state} act={act} refresh={refresh} />
      </TickingProvider>
    </ReaderProvider>
  )
}

function InboxDocument({ state, act, refresh }: InboxOverlayProps) {
  const own = useWords(inboxWords)
  const [mode, setMode] = useState<"pill" | "open">("open")
  useRefresh(state.nextChangeAt, state.clockOffsetMs, refresh)
  useEffect(() => {
    document.documentElement.lang = state.language
    document.title = own.label
  }, [state.language, own])
  /** What the overlay's own parts ask for: their size, and to be moved. */
  const place = useCallback<Act>(
    (action) => {
      if (action.type === "size") act({ ...action, mode })
      else if (action.type === "move") act(action)
    },
    [act, mode],
  )
  // Who opens or collapses by keyboard keeps the focus.
  const change = (next: "pill" | "open") => {
    setMode(next)
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-focus=mode]")?.focus())
  }
  return (
    <div className="cue-root cue-inbox">
      {mode === "pill" ? (
        <InboxPill state={state} place={place} open={() => change("open")} />
      ) : (
        <OpenInbox state={state} act={act} place={place} collapse={() => change("pill")} />
      )}
    </div>
  )
}

function InboxPill({ state, place, open }: { state: InboxState; place: Act; open(): void }) {
  const own = useWords(inboxWords)
  const { words, formats } = useReader()
  const root = useRef<HTMLDivElement>(null)
  const drag = useDrag(place)
  useOwnSize(root, "pill", place)
  const { expected, arrived } = state
  return (
    <main aria-label={own.label}>
      <div ref={root} className="cue-pill-place">
        <button
          type="button"
          className="cue-pill"
          aria-expanded={false}
          title={words.overlay.open}
          data-focus="mode"
          {...drag}
          onClick={open}
        >
          <Glyph name={expected.length > 0 ? "due" : "sent"} />
          <span>{own.missing(expected.length, formats.number(expected.length))}</span>
          <span className="cue-pill-count">{own.here(arrived.length, formats.number(arrived.length))}</span>
        </button>
      </div>
    </main>
  )
}

interface OpenInboxProps {
  state: InboxState
  act(action: InboxAction): void
  place: Act
  collapse(): void
}

function OpenInbox({ state, act, place, collapse }: OpenInboxProps) {
  const own = useWords(inboxWords)
  const { words, formats } = useReader()
  const root = useRef<HTMLElement>(null)
  useOwnSize(root, "open", place)
  useGrantedWidth(root)
  const { expected, arrived, unknowable } = state
  return (
    <main
      ref={root}
      className="cue-open"
      aria-label={own.label}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) collapse()
      }}
    >
      <div className="cue-header">
        <MovableHeader act={place}>
          <h1 className="cue-stage">{own.title}</h1>
          <span className="cue-since">
            <bdi>{own.site(cutMiddle(state.site, 40))}</bdi>
          </span>
          <span className="cue-buttons">
            <button
              type="button"
              className="cue-icon-button"
              aria-label={words.overlay.collapse}
              title={words.overlay.collapse}
              onClick={collapse}
              data-focus="mode"
            >
              <Icon name="collapse" />
            </button>
          </span>
        </MovableHeader>
      </div>
      <section
        className="cue-scroller"
        data-scrolls=""
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
        tabIndex={0}
        aria-label={own.title}
      >
        <div className="cue-content">
          {expected.length > 0 ? (
            <Section title={own.notHere} count={expected.length}>
              <ShortList items={expected} most={6}>
                {(mail) => <Mail key={mail.key} mail={mail} />}
              </ShortList>
            </Section>
          ) : (
            <p className="cue-empty">{arrived.length > 0 ? own.allHere : own.nothing}</p>
          )}
          {arrived.length > 0 && (
            <Section title={own.arrived} count={arrived.length}>
              <ShortList items={arrived} most={6}>
                {(mail) => <Mail key={mail.key} mail={mail} />}
              </ShortList>
            </Section>
          )}
          {state.webmail === null ? (
            <p className="cue-inbox-note">{own.noList}</p>
          ) : (
            !state.isWhole && <p className="cue-inbox-note">{own.part}</p>
          )}
          {unknowable.length > 0 && (
            <p className="cue-inbox-note">
              {own.unknowable(formats.list(unknowable.map((name) => formats.quote(cutMiddle(name, 40)))))}
            </p>
          )}
        </div>
      </section>
      <div className="cue-inbox-foot">
        <p className="cue-inbox-note">{own.kept}</p>
        <ConfirmedButton
          label={own.stop}
          question={own.stopAsk}
          yes={own.stopYes}
          no={own.stopNo}
          onConfirm={() => act({ type: "stop" })}
        />
      </div>
    </main>
  )
}

/** One expected mail: what it is, and what became of it. */
function Mail({ mail }: { mail: FollowUpView }) {
  const reader = useReader()
  const { formats } = reader
  const own = useWords(inboxWords)
  const now = useNow()
  const isWrong = mail.status === "skipped" || mail.status === "withheld"
  const due = mail.dueAt === null ? "—" : formats.moment(mail.dueAt, now)
  const sent = mail.sentAt === null ? "—" : formats.moment(mail.sentAt, now)
  const said: Record<string, string> = {
    scheduled: own.scheduled(due),
    due: own.due(due),
    missed: own.missed(due),
    unknown: own.unknown(due),
    sent: own.came(sent),
    late: own.late(sent),
    early: own.early(sent),
    failed: own.failed,
  }
  return (
    <li
      className="cue-inbox-mail"
      {...cue("followup", `${mail.scenario}/${mail.step}`, isWrong ? "should-not-have" : mail.status)}
    >
      <Glyph name={isWrong ? "should-not-have" : glyphOf(mail.status, mail.reason)} />
      <span>
        <bdi>{nameFollowUp(mail, reader, 48)}</bdi>
        <small className={isWrong || mail.status === "missed" ? "cue-inbox-bad" : undefined}>
          {isWrong ? own.shouldNot(sent) : said[mail.status]}
        </small>
      </span>
    </li>
  )
}
