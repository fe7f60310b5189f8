import { filesWords } from "../../words/evidence/files"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import type { Taken } from "./take-file"

/** Where an import stands: not begun, under way, done, or broken off. */
export type TakenState = Taken | "importing" | "failed" | null

/** What became of the file's rows. */
export function TakenFile({ taken, close }: { taken: Taken | "failed"; close(): void }) {
  const words = useWords(filesWords)
  const { formats } = useReader()
  return (
    <div role="status" className="cue-source-form" data-cue="file-taken">
      {taken === "failed" ? (
        <p className="cue-source-problem">{words.failed}</p>
      ) : (
        <>
          <p className="cue-source-good">{words.done(taken.found, formats.number(taken.found))}</p>
          {taken.again && <p>{words.again}</p>}
          {taken.strangers > 0 && (
            <p className="cue-source-warning">
              {words.strangers(taken.strangers, formats.number(taken.strangers))}
            </p>
          )}
          {taken.earlier > 0 && (
            <p className="cue-source-warning">
              {words.earlier(taken.earlier, formats.number(taken.earlier))}
            </p>
          )}
        </>
      )}
      <div className="cue-button-row cue-card-foot">
        <button type="button" className="cue-button" onClick={close}>
          {words.close}
        </button>
      </div>
    </div>
  )
}
