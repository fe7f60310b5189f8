import { useCallback, useEffect, useState } from "react"
import type { ChangedMessage, PageMessage } from "../messages"
import { chooseLanguage } from "../words/language"
import { Options, optionsWords } from "./options"
import type { OptionsAction, OptionsState } from "./state"

/** The options as an extension page: asks the worker for what is kept, and hands over what the person does. */
export function OptionsPage() {
  const [state, setState] = useState<OptionsState | null>(null)
  const [unreachable, setUnreachable] = useState(false)

  const ask = useCallback(async () => {
    const answer = await tell({ type: "options-state" })
    if (answer) setState(answer as OptionsState)
    setUnreachable(answer === null)
  }, [])

  useEffect(() => {
    const hear = (message: ChangedMessage) => {
      if (message?.type === "changed") void ask()
    }
    chrome.runtime.onMessage.addListener(hear)
    void ask()
    return () => chrome.runtime.onMessage.removeListener(hear)
  }, [ask])

  const act = useCallback(
    async (action: OptionsAction) => {
      const answer = await tell({ type: "options-action", action })
      if (action.type === "export") save(answer, action.site)
      else await ask()
    },
    [ask],
  )

  const words = optionsWords[chooseLanguage(navigator.languages)]
  if (unreachable) return <p role="alert">{words.unreachable}</p>
  return state ? <Options state={state} act={act} /> : <p>{words.loading}</p>
}

/** Null when the worker cannot be reached, or could not answer. */
async function tell(message: PageMessage): Promise<object | null> {
  try {
    const answer: unknown = await chrome.runtime.sendMessage(message)
    return typeof answer === "object" && answer !== null && !("failed" in answer) ? answer : null
  } catch {
    return null
  }
}

function save(answer: object | null, site: string): void {
  if (!answer || !("ndjson" in answer) || typeof answer.ndjson !== "string") return
  const address = URL.createObjectURL(new Blob([answer.ndjson], { type: "application/x-ndjson" }))
  const link = document.createElement("a")
  link.href = address
  link.download = `cuelight-${site.replace(/[^a-z0-9.-]/gi, "-")}.ndjson`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
