import { useEffect, useRef, useState } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { BecauseLine } from "./because-line"
import { ClockRow } from "./clock-row"
import { EventSection } from "./event-section"
import { ExpectedSection } from "./expected-section"
import { FollowUpRow } from "./follow-up-row"
import { HealthList } from "./health-list"
import type { Act } from "./hooks"
import { JourneyProvider } from "./journey-context"
import { Menu } from "./menu"
import { RunningSection } from "./running-section"
import { Section, ShortList } from "./section"
import { StageHeader } from "./stage-header"
import { StageLine } from "./stage-line"
import type { OverlayState } from "./state"
import { type Firing, Toast } from "./toast"
import { UnknownSection } from "./unknown-section"
import { useGrantedWidth, useOwnSize } from "./use-own-size"

/** The overlay in full: the journey, or the menu in its place. */
export function Opened({ state, act, firing }: { state: OverlayState; act: Act; firing: Firing | null }) {
  const { words } = useReader()
  const root = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLElement>(null)
  const [menuOpen, setMenuOpen] = useState(false)
  useOwnSize(root, "open", act)
  useGrantedWidth(root)

  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current !== menuOpen) {
      scroller.current?.scrollTo(0, 0)
      if (!menuOpen) root.current?.querySelector<HTMLElement>("[data-focus=menu]")?.focus()
    }
    wasOpen.current = menuOpen
  }, [menuOpen])

  return (
    <main
      ref={root}
      className="cue-open"
      aria-label={words.overlay.label}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return
        event.preventDefault()
        if (menuOpen) setMenuOpen(false)
        else act({ type: "mode", mode: "pill" })
      }}
    >
      <StageHeader state={state} act={act} menuOpen={menuOpen} openMenu={() => setMenuOpen(!menuOpen)} />
      {firing && !menuOpen && <Toast firing={firing} />}
      <section
        ref={scroller}
        className="cue-scroller"
        data-scrolls=""
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
        tabIndex={0}
        aria-label={menuOpen ? words.menu.title : words.overlay.journey}
      >
        <div className="cue-content">
          {menuOpen ? (
            <Menu state={state} act={act} close={() => setMenuOpen(false)} />
          ) : (
            <Journey state={state} act={act} showMap={() => setMenuOpen(true)} />
          )}
        </div>
      </section>
      <ClockRow state={state} act={act} />
    </main>
  )
}

function Journey({ state, act, showMap }: { state: OverlayState; act: Act; showMap: () => void }) {
  const { words } = useReader()
  const { stage, running, missed, unknown, settled } = state
  const shownBelow = new Set([...missed, ...unknown, ...settled].map(({ key }) => key))
  return (
    <JourneyProvider journey={{ ...state, act }}>
      <StageLine stage={stage} stages={state.stages} />
      <div className="cue-why">
        {stage ? (
          <BecauseLine
            because={stage.because}
            otherwise={stage.id === state.stages[0]?.id ? words.stage.start : words.stage.time}
          />
        ) : (
          <p className="cue-empty">{words.stage.noneNext}</p>
        )}
        {stage?.back && stage.previous !== null && (
          <p className="cue-returned">{words.stage.back(cutMiddle(stage.previous, 60))}</p>
        )}
      </div>
      <HealthList items={state.health} showMap={showMap} />
      {missed.length > 0 && (
        <Section title={words.sections.missed} count={missed.length} tone="bad">
          <ShortList items={missed} most={8}>
            {(followUp) => <FollowUpRow key={followUp.key} followUp={followUp} />}
          </ShortList>
        </Section>
      )}
      <RunningSection runs={running} hookedElsewhere={shownBelow} />
      {missed.length === 0 && running.length > 0 && (
        <p className="cue-empty cue-empty-missed">{words.empty.missed}</p>
      )}
      <ExpectedSection followUps={state.expected} />
      <UnknownSection followUps={unknown} channels={state.channels} act={act} />
      {settled.length > 0 && (
        <Section title={words.sections.settled} count={settled.length}>
          <ShortList items={settled} most={5}>
            {(followUp) => <FollowUpRow key={followUp.key} followUp={followUp} />}
          </ShortList>
        </Section>
      )}
      <EventSection events={state.events} />
    </JourneyProvider>
  )
}
