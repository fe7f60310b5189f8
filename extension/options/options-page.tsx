import { useCallback, useEffect, useState } from "react"
import type { ChangedMessage, PageMessage } from "../messages"
import { chooseLanguage } from "../words/language"
import { Options } from "./options"
import type { ActOnOptions } from "./section"
import type { OptionsAction, OptionsState } from "./state"
import { optionsWords } from "./words"

/** Asked for while somebody types: the state is the same after it. */
const quietActions: ReadonlySet<OptionsAction["type"]> = new Set([
  "library-draft",
  "retention-count",
  "library-open",
  "seen-names",
  "backup-head",
  "backup-site",
  "restore-events",
])

/** The options as an extension page: asks the worker for what is kept, and hands over what the person does. */
export function OptionsPage() {
  const [state, setState] = useState<OptionsState | null>(null)
  const [unreachable, setUnreachable] = useState(false)
  const [notDone, setNotDone] = useState(false)

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

  const act: ActOnOptions = useCallback(
    async (action) => {
      const answer = await tell({ type: "options-action", action })
      setNotDone(answer === null)
      if (!quietActions.has(action.type)) await ask()
      return answer
    },
    [ask],
  )

  const words = optionsWords[state?.language ?? chooseLanguage(navigator.languages)]
  if (unreachable && !state) return <p role="alert">{words.unreachable}</p>
  if (!state) return <p>{words.loading}</p>
  return (
    <>
      {(unreachable || notDone) && (
        <p role="alert" className="cue-root cue-alarm">
          {unreachable ? words.unreachable : words.notDone}
        </p>
      )}
      <Options state={state} act={act} />
    </>
  )
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
