import { useCallback, useEffect, useState } from "react"
import type { ChangedMessage, PageMessage } from "../messages"
import { openSidePanel } from "../open-side-panel"
import type { OverlayAction } from "../overlay/state"
import { tabOfAddress } from "../panel/tab-source"
import { chooseLanguage } from "../words/language"
import { Nowhere, Popup } from "./popup"
import type { PopupAction, PopupAnswer } from "./state"

/** The popup as a page of the extension: asks the worker for its tab, and hands over what the person does. */
export function PopupPage() {
  const [answer, setAnswer] = useState<PopupAnswer | null>(null)
  const [tabId, setTabId] = useState(-1)

  const ask = useCallback(async () => {
    const id = (await tabOfAddress(location.search).current()) ?? -1
    setTabId(id)
    setAnswer((await tell({ type: "popup-state", tabId: id })) as PopupAnswer | null)
  }, [])

  useEffect(() => {
    const hear = (message: ChangedMessage) => {
      if (message?.type === "changed") void ask()
    }
    chrome.runtime.onMessage.addListener(hear)
    void ask()
    return () => chrome.runtime.onMessage.removeListener(hear)
  }, [ask])

  const act = (action: PopupAction): void => {
    if (action.type === "open-panel") void openPanel(tabId)
    else if (action.type === "always") void switchAlways(action).then(ask)
    else void onSite(action).then(ask)
  }
  const onSite = (action: Extract<PopupAction, { type: "options" | "clock-now" | "show" }>) => {
    const asked: OverlayAction =
      action.type !== "show" ? action : action.on ? { type: "show" } : { type: "close", scope: "site" }
    return tell({ type: "overlay-action", action: asked, tabId })
  }

  if (answer?.state) return <Popup state={answer.state} act={act} />
  return (
    <Nowhere language={answer?.language ?? chooseLanguage(navigator.languages)} isAsked={answer !== null} />
  )
}

async function openPanel(tabId: number): Promise<void> {
  if (await openSidePanel({ tabId })) window.close()
}

/** Chrome may be asked only while the press is fresh, and may close the popup over its question: told before. */
async function switchAlways({ pattern, on }: Extract<PopupAction, { type: "always" }>): Promise<void> {
  const told = tell({ type: "always-on", pattern, on })
  const origins = [pattern]
  const agreed = await (on ? chrome.permissions.request({ origins }) : giveBack(origins))
  await told
  if (on && !agreed) await tell({ type: "always-on", pattern, on: false })
}

/** False for a right that was there from the start, as in a build for tests. */
function giveBack(origins: string[]): Promise<boolean> {
  return chrome.permissions.remove({ origins }).catch(() => false)
}

async function tell(message: PageMessage): Promise<unknown> {
  try {
    return await chrome.runtime.sendMessage(message)
  } catch {
    return null
  }
}
