import { useNow } from "../../overlay/ticking"
import { evidenceWords } from "../../words/panel/evidence"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import type { Proof } from "../states/findings"
import { EvidenceLine } from "./step-evidence"

/** What shows that a finding is so, line by line: what it goes against, and what was seen. */
export function FindingProof({ proof }: { proof: Proof[] }) {
  const own = useWords(evidenceWords)
  const { formats, describeEvent, startSentence } = useReader()
  const now = useNow()
  if (proof.length === 0) return null
  return (
    <ul className="cue-proof">
      {proof.map(({ role, item }) => (
        <li key={`${role} ${item.id}`} data-cue="evidence" data-cue-id={item.id} data-cue-status={role}>
          <span className="cue-muted">{own.proof[role]}</span>{" "}
          {Object.hasOwn(own.kinds, item.name) ? (
            <EvidenceLine item={item} now={now} />
          ) : (
            <>
              <strong>{startSentence(describeEvent(item.name, item.title))}</strong>{" "}
              <time title={formats.exact(item.at)}>{formats.moment(item.at, now)}</time>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
