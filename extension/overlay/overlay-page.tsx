import { useCallback, useLayoutEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { InboxPage } from "../inbox/inbox-page"
import type { ChangedMessage, OverlayAnswer, PageMessage } from "../messages"
import { openSidePanel } from "../open-side-panel"
import { hearTheme } from "../theme/stored-theme"
import { showTheme } from "../theme/theme"
import { chooseLanguage } from "../words/language"
import { createReader } from "../words/reader"
import { takeEarly } from "./ask-early"
import { download } from "./download"
import { Overlay } from "./overlay"
import type { OverlayAction, OverlayState } from "./state"

/** On an audited page the journey; on an inbox that was switched on, what of it has come there. */
export function OverlayPage() {
  return location.hash === "#inbox" ? <InboxPage /> : <JourneyPage />
}

/**
 * The overlay as an extension page in a frame: asks the worker for the state of its tab, shows it, and hands over what
 * the person does. It keeps nothing, since the frame is loaded anew with every page.
 */
function JourneyPage() {
  const [state, setState] = useState<OverlayState | null>(null)
  const [nowhere, setNowhere] = useState(false)
  const site = useRef<string | null>(null)

  // One question at a time: of many changes in a row only the last needs an answer, and none may come after a later one.
  const asking = useRef<Promise<void> | null>(null)
  const again = useRef(false)
  const ask = useCallback((): Promise<void> => {
    again.current = true
    asking.current ??= (async () => {
      while (again.current) {
        again.current = false
        const early = takeEarly()
        if (early?.isOld) again.current = true
        const answer = await (early?.answer ?? tell<OverlayAnswer>({ type: "overlay-state" }))
        // A worker that dies leaves nothing at all for an answer.
        setNowhere(answer?.state === null)
        if (!answer?.state) continue
        const isFirst = site.current === null
        site.current = answer.state.site
        showTheme(answer.theme)
        const show = () => setState(answer.state)
        // The person waits for the first one: it is not put off until React finds the time.
        isFirst ? flushSync(show) : show()
      }
    })().finally(() => {
      asking.current = null
    })
    return asking.current
  }, [])

  // Asked as soon as there is something to show it in, not after the first (empty) picture.
  useLayoutEffect(() => {
    const hear = (message: ChangedMessage) => {
      if (
        message?.type === "changed" &&
        (message.site === "*" || site.current === null || message.site === site.current)
      )
        void ask()
    }
    chrome.runtime.onMessage.addListener(hear)
    hearTheme(showTheme)
    void ask()
    return () => chrome.runtime.onMessage.removeListener(hear)
  }, [ask])

  const act = useCallback(
    async (action: OverlayAction): Promise<unknown> => {
      if (action.type === "panel") return openSidePanel(findOwnTab)
      const answer = await tell({ type: "overlay-action", action })
      if (action.type === "refresh") await ask()
      if (action.type === "export") download(answer)
      return answer
    },
    [ask],
  )

  if (state) return <Overlay state={state} act={act} />
  return nowhere ? <p>{createReader(chooseLanguage(navigator.languages)).words.stage.nowhere}</p> : null
}

async function findOwnTab(): Promise<{ tabId: number }> {
  return { tabId: (await chrome.tabs.getCurrent())?.id ?? chrome.tabs.TAB_ID_NONE }
}

/** Null when the worker cannot be reached: it was updated, and this page is of the old version. */
async function tell<T>(message: PageMessage): Promise<T | null> {
  try {
    return (await chrome.runtime.sendMessage(message)) as T
  } catch {
    return null
  }
}
