import { useCallback, useEffect, useMemo, useRef, useState } from "react"
import type { OverlayAction } from "../overlay/state"
import { type Lens, noLens, type PanelState, type ViewId } from "../panel/state"
import type { PanelWays } from "../panel/use-panel"
import { views } from "../panel/views"
import type { Language } from "../words/language"
import { findNextDue } from "../worker/find-next-due"
import { composeView, giveJourney } from "../worker/panel/compose-panel"
import { latestPerson, type SiteJourney } from "../worker/site-journey"

const CLOCK_LIMIT_MS = 10 * 366 * 24 * 60 * 60 * 1000

/**
 * The panel over a journey that this page holds, at an instant that stands still until the clock is moved. What would
 * change the journey is not done: it is there to be looked at.
 */
export function useStillPanel(given: {
  loaded: SiteJourney
  /** The instant at which it was saved, ms. */
  now: number
  language: Language
  choose(language: Language): void
  /** The view to begin with. */
  view?: ViewId
}): PanelWays & { panel: PanelState | null } {
  const { loaded, now, language, choose } = given
  const [panel, setPanel] = useState<PanelState | null>(null)
  const [view, setView] = useState<ViewId>(given.view ?? "now")
  const [questions, setQuestions] = useState<Partial<Record<ViewId, unknown>>>({})
  const [lens, setLens] = useState<Lens>(noLens)
  const [movedMs, setMovedMs] = useState(0)
  const latest = useRef(movedMs)
  latest.current = movedMs

  useEffect(() => {
    let late = false
    const journey = giveJourney(loaded, { language, clockOffsetMs: movedMs, tab: null, lens, now })
    const question = view in questions ? questions[view] : views[view].question
    void composeView(journey, view, question).then((state) => {
      if (!late) setPanel({ ...state, head: { ...state.head, still: true, nextChangeAt: null } })
    })
    return () => {
      late = true
    }
  }, [loaded, now, language, view, questions, lens, movedMs])

  const actOnSite = useCallback(
    async (action: OverlayAction): Promise<unknown> => {
      if (action.type === "language") choose(action.language)
      if (action.type === "clock-now") setMovedMs(0)
      if (action.type === "clock") setMovedMs((before) => clamp(before + action.advanceMs))
      if (action.type === "clock-to-next-due") {
        const at = now + latest.current
        const person = latestPerson(loaded)
        const due = findNextDue(loaded.journey, (ids) => person !== null && ids.includes(person), at)
        if (due) setMovedMs(clamp(due.at - now))
      }
      return null
    },
    [loaded, now, choose],
  )

  const ways = useMemo(
    (): Omit<PanelWays, "actOnSite"> => ({
      show: setView,
      ask: (asked, question) => setQuestions((before) => ({ ...before, [asked]: question })),
      look: (next) => setLens(next ?? noLens),
      act: async () => null,
      refresh: () => {},
    }),
    [],
  )
  return { panel, ...ways, actOnSite }
}

function clamp(ms: number): number {
  return Math.max(-CLOCK_LIMIT_MS, Math.min(ms, CLOCK_LIMIT_MS))
}
