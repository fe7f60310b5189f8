import "./sources.css"
import { useCallback, useEffect, useState } from "react"
import type { ChangedMessage } from "../messages"
import { sourcesWords } from "../words/evidence/sources"
import { useWords } from "../words/words"
import { actOnEvidence, allowAddress, askSources } from "./ask-worker"
import { Sources } from "./sources"
import type { SourcesState } from "./state"

/** The sources of evidence, with their own way to the worker: they stand in the options, and may stand elsewhere. */
export function SourcesSection() {
  const words = useWords(sourcesWords)
  const [state, setState] = useState<SourcesState | null>(null)
  const [isUnreachable, setUnreachable] = useState(false)
  const ask = useCallback(async () => {
    const answer = await askSources()
    setUnreachable(answer === null)
    if (answer) setState(answer)
  }, [])
  useEffect(() => {
    const hear = (message: ChangedMessage) => {
      if (message?.type === "changed") void ask()
    }
    // A page that is only drawn, in a test or a picture, has no worker.
    const heard = globalThis.chrome?.runtime?.onMessage
    if (!heard) return
    heard.addListener(hear)
    void ask()
    return () => heard.removeListener(hear)
  }, [ask])
  if (isUnreachable) return <p role="alert">{words.unreachable}</p>
  if (!state) return null
  return (
    <Sources
      state={state}
      allow={allowAddress}
      act={async (action) => {
        const answer = await actOnEvidence(action)
        if (action.type !== "test") await ask()
        return answer
      }}
    />
  )
}
