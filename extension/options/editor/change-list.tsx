import { useMemo } from "react"
import { useReader } from "../../words/reader"
import { useMapsWords } from "../words"
import { compareLines, cutToChanges } from "./compare-lines"

const LINES_AROUND = 2
/** More than this nobody reads: the text itself is the better place. */
const MOST_PIECES = 100

/** What the text has that the one in use has not, and the other way round. */
export function ChangeList({ before, after }: { before: string; after: string }) {
  const { formats } = useReader()
  const words = useMapsWords().editor
  const lines = useMemo(() => compareLines(before, after), [before, after])
  const pieces = cutToChanges(lines, LINES_AROUND)
  const fresh = lines.filter(({ kind }) => kind === "new").length
  const gone = lines.filter(({ kind }) => kind === "gone").length
  return (
    <section aria-label={words.changes}>
      <h2>
        {words.newLines(fresh, formats.number(fresh))}, {words.goneLines(gone, formats.number(gone))}
      </h2>
      {pieces.slice(0, MOST_PIECES).map((piece) => (
        <div key={`${piece[0]?.old} ${piece[0]?.now}`} className="cue-changes" lang="zxx" dir="ltr">
          {piece.map(({ kind, text, old, now }) => {
            const Line = kind === "new" ? "ins" : kind === "gone" ? "del" : "span"
            return (
              <Line key={`${old} ${now}`} className={`cue-change cue-change-${kind}`}>
                <span className="cue-change-number">{now ?? old}</span>
                <span aria-hidden="true">{kind === "new" ? "+" : kind === "gone" ? "−" : " "}</span>
                <span className="cue-change-text">{text.slice(0, 1000)}</span>
              </Line>
            )
          })}
        </div>
      ))}
    </section>
  )
}
