import { useKeptFocus } from "./use-kept-focus"
import "../overlay/theme.css"
import "../overlay/rows.css"
import "../overlay/controls.css"
import "./panel.css"
import "./views.css"
import "./evidence.css"
import "./events/events.css"
import "./styles-now.css"
import "./styles-scenarios.css"
import "./styles-follow-ups.css"
import "./styles-clock.css"
import "./styles-findings.css"
import "./styles-health.css"
import { useEffect, useRef } from "react"
import { StillProvider } from "../overlay/changing"
import type { Act } from "../overlay/hooks"
import { TickingProvider, useRefresh } from "../overlay/ticking"
import { shellWords } from "../words/panel/shell"
import { ReaderProvider } from "../words/reader"
import { useWords } from "../words/words"
import { LensBanner } from "./lens-banner"
import { PanelHeader } from "./panel-header"
import { ShownView } from "./shown-view"
import type { PanelState } from "./state"
import type { PanelWays } from "./use-panel"
import { ViewFault } from "./view-fault"
import { ViewTabs } from "./view-tabs"

export type PanelProps = { panel: PanelState } & PanelWays

/** The whole panel for one answer of the worker. It keeps nothing but what the person has opened and scrolled. */
export function Panel(props: PanelProps) {
  const { head } = props.panel
  return (
    <ReaderProvider language={head.language}>
      <TickingProvider
        offsetMs={head.clockOffsetMs}
        at={head.at}
        stopped={head.lens.at !== null || head.still === true}
      >
        <StillProvider still={head.still === true}>
          <PanelDocument {...props} />
        </StillProvider>
      </TickingProvider>
    </ReaderProvider>
  )
}

function PanelDocument({ panel, show, ask, look, act, actOnSite, refresh }: PanelProps) {
  const words = useWords(shellWords)
  const { head, view } = panel
  useRefresh(head.nextChangeAt, head.clockOffsetMs, refresh)
  useEffect(() => {
    document.documentElement.lang = head.language
    document.title = words.title
  }, [head.language, words])

  const root = useRef<HTMLElement>(null)
  useKeptFocus(root)
  const latest = useRef(actOnSite)
  latest.current = actOnSite
  const steadyAct = useRef<Act>((action) => latest.current(action)).current

  return (
    <main ref={root} className="cue-root cue-panel">
      <PanelHeader head={head} />
      <ViewTabs shown={view} counts={head.counts} show={show} />
      <section
        className="cue-view"
        role="tabpanel"
        id="view"
        aria-labelledby={`tab-${view}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a tab's panel takes the focus, and scrolls by keyboard
        tabIndex={0}
        data-view={view}
      >
        <LensBanner head={head} look={look} act={steadyAct} />
        <ViewFault key={view} words={words.fault}>
          <ShownView
            panel={panel}
            ask={ask}
            look={look}
            act={act}
            actOnSite={steadyAct}
            open={(next) => {
              show(next)
              document.getElementById(`tab-${next}`)?.focus()
            }}
          />
        </ViewFault>
      </section>
    </main>
  )
}
