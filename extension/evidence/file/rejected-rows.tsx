import type { RejectedRow } from "../../../shared/evidence/file/read-rows"
import { filesWords } from "../../words/evidence/files"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"

const MOST = 100

/** The rows that give nothing, each with its line and its reason. */
export function RejectedRows({ rejected }: { rejected: readonly RejectedRow[] }) {
  const words = useWords(filesWords)
  const { formats, startSentence } = useReader()
  if (rejected.length === 0) return null
  return (
    <details className="cue-source-warning" data-cue="file-rejected">
      <summary>{startSentence(words.rejected(rejected.length, formats.number(rejected.length)))}</summary>
      <ul>
        {rejected.slice(0, MOST).map(({ line, reason, value }) => (
          <li key={`${line} ${reason}`}>
            {words.line(formats.number(line))}: {words.reasons[reason]}
            {value !== "" && (
              <>
                {" "}
                (<bdi>{cutMiddle(value, 40)}</bdi>)
              </>
            )}
          </li>
        ))}
      </ul>
      {rejected.length > MOST && <p>{words.andMore(formats.number(rejected.length - MOST))}</p>}
    </details>
  )
}
