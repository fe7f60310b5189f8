import { useCallback, useEffect, useRef, useState } from "react"
import type { ChangedMessage, PageMessage } from "../messages"
import { followStoredTheme } from "../theme/stored-theme"
import { showTheme } from "../theme/theme"
import { InboxOverlay } from "./inbox-overlay"
import type { InboxAction, InboxState } from "./state"

/** The overlay of an open inbox as an extension page in a frame: asks the worker what is expected there. */
export function InboxPage() {
  const [state, setState] = useState<InboxState | null>(null)
  const site = useRef<string | null>(null)

  const ask = useCallback(async () => {
    const answer = (await tell({ type: "inbox-state" })) as InboxState | null
    site.current = answer?.site ?? null
    setState(answer)
  }, [])

  useEffect(() => followStoredTheme(showTheme), [])

  useEffect(() => {
    const hear = (message: ChangedMessage) => {
      const isOurs = message?.type === "changed" && (message.site === "*" || message.site === site.current)
      if (isOurs || (message?.type === "changed" && site.current === null)) void ask()
    }
    chrome.runtime.onMessage.addListener(hear)
    void ask()
    return () => chrome.runtime.onMessage.removeListener(hear)
  }, [ask])

  const act = useCallback((action: InboxAction) => void tell({ type: "inbox-action", action }), [])
  const refresh = useCallback(() => void ask(), [ask])
  return state && <InboxOverlay state={state} act={act} refresh={refresh} />
}

/** Null when the worker cannot be reached: it was updated, and this page is of the old version. */
async function tell(message: PageMessage): Promise<unknown> {
  try {
    return await chrome.runtime.sendMessage(message)
  } catch {
    return null
  }
}
