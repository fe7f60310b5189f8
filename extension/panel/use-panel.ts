import { useCallback, useEffect, useRef, useState } from "react"
import type { ChangedMessage, PageMessage } from "../messages"
import { download } from "../overlay/download"
import type { OverlayAction } from "../overlay/state"
import { type Lens, noLens, type PanelAnswer, type ViewId } from "./state"
import type { TabSource } from "./tab-source"
import { views } from "./views"

/** What is asked for: kept in the page, so that a worker that was ended need not remember it. */
interface Asked {
  view: ViewId
  questions: Partial<Record<ViewId, unknown>>
  lens: Lens
}

export interface PanelWays {
  show(view: ViewId): void
  ask(view: ViewId, question: unknown): void
  look(lens: Lens | null): void
  act(view: ViewId, action: { type: string }): Promise<unknown>
  actOnSite(action: OverlayAction): Promise<unknown>
  refresh(): void
}

/**
 * Asks the worker for the state of the shown view whenever something may be different: a message said so, another tab
 * is active, the person asked for another view. One request at a time: what changes meanwhile is asked for after it.
 */
export function usePanel(source: TabSource): PanelWays & { answer: PanelAnswer | "unreachable" | null } {
  const [answer, setAnswer] = useState<PanelAnswer | "unreachable" | null>(null)
  const asked = useRef<Asked>({ view: firstView(), questions: {}, lens: noLens })
  const shown = useRef<{ site: string | null; tabId: number | null }>({ site: null, tabId: null })
  const turn = useRef({ busy: false, again: false })

  const refresh = useCallback(() => {
    const state = turn.current
    if (state.busy) {
      state.again = true
      return
    }
    state.busy = true
    void request().finally(() => {
      state.busy = false
      if (!state.again) return
      state.again = false
      refresh()
    })

    async function request(): Promise<void> {
      const tabId = (await source.current()) ?? -1
      if (shown.current.tabId !== tabId) asked.current.lens = noLens
      shown.current.tabId = tabId
      const { view, questions, lens } = asked.current
      const question = view in questions ? questions[view] : views[view].question
      const given = (await tell({ type: "panel-state", tabId, view, question, lens })) as PanelAnswer | null
      if (given === null || !("panel" in given)) return setAnswer("unreachable")
      const site = given.panel?.head.site ?? null
      if (site !== shown.current.site && lens !== noLens) {
        // Another site: what was pretended of the one before means nothing here.
        asked.current.lens = noLens
        state.again = true
      }
      shown.current.site = site
      setAnswer(given)
    }
  }, [source])

  useEffect(() => {
    const hear = (message: ChangedMessage) => {
      if (message?.type !== "changed") return
      const { site, tabId } = shown.current
      if (message.site === "*" || site === null || message.site === site || message.tabId === tabId) refresh()
    }
    chrome.runtime.onMessage.addListener(hear)
    const stop = source.onChange(refresh)
    refresh()
    return () => {
      chrome.runtime.onMessage.removeListener(hear)
      stop()
    }
  }, [source, refresh])

  const show = useCallback(
    (view: ViewId) => {
      asked.current.view = view
      refresh()
    },
    [refresh],
  )
  const ask = useCallback(
    (view: ViewId, question: unknown) => {
      asked.current.questions[view] = question
      refresh()
    },
    [refresh],
  )
  const look = useCallback(
    (lens: Lens | null) => {
      asked.current.lens = lens ?? noLens
      refresh()
    },
    [refresh],
  )
  const tabId = useCallback(() => shown.current.tabId ?? -1, [])
  const act = useCallback(
    (view: ViewId, action: { type: string }) => tell({ type: "panel-action", tabId: tabId(), view, action }),
    [tabId],
  )
  const actOnSite = useCallback(
    async (action: OverlayAction) => {
      if (action.type === "refresh") return refresh()
      const given = await tell({ type: "overlay-action", tabId: tabId(), action })
      if (action.type === "export") download(given)
      return given
    },
    [refresh, tabId],
  )
  return { answer, show, ask, look, act, actOnSite, refresh }
}

/** `#findings` in the address opens that view: links from other pages of ours lead there. */
function firstView(): ViewId {
  const id = location.hash.slice(1)
  return Object.hasOwn(views, id) ? (id as ViewId) : "now"
}

/** Null when the worker cannot be reached, or could not answer. */
async function tell(message: PageMessage): Promise<unknown> {
  try {
    const answer: unknown = await chrome.runtime.sendMessage(message)
    return typeof answer === "object" && answer !== null && "failed" in answer ? null : answer
  } catch {
    return null
  }
}
