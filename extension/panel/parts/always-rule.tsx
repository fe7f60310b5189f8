import { useState } from "react"
import { evidenceWords } from "../../words/panel/evidence"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { EvidenceItem, EvidenceViewAction } from "../states/evidence"

interface AlwaysRuleProps {
  item: EvidenceItem
  /** The message of the map that the rule is for; null where the step names none. */
  message: string | null
  act(action: EvidenceViewAction): Promise<unknown>
}

/** "Always: subject: …" makes a `match` rule of the map out of what was assigned once. */
export function AlwaysRule({ item, message, act }: AlwaysRuleProps) {
  const own = useWords(evidenceWords)
  const [isRefused, setRefused] = useState(false)
  if (message === null) return null
  return (
    <>
      {item.rules.slice(0, 2).map(({ by, pattern }) => (
        <button
          key={by}
          type="button"
          className="cue-button"
          title={own.alwaysNote}
          onClick={async () => {
            const answer = (await act({ type: "rule", message, by, pattern })) as { done?: boolean } | null
            setRefused(answer?.done === false)
          }}
        >
          {own.always(`${by}: ${cutMiddle(pattern, 40)}`)}
        </button>
      ))}
      {isRefused && (
        <p className="cue-evidence-problem" role="alert">
          {own.alwaysFailed}
        </p>
      )}
    </>
  )
}
