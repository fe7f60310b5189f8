import { useState } from "react"
import { ENCODINGS, type Encoding, signatureOf, spansOf } from "../../domain"
import { filesWords } from "../../words/evidence/files"
import { sourcesWords } from "../../words/evidence/sources"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import { Choice } from "../choice"
import { FieldRow } from "../field-row"
import type { SourcesWays } from "../sources"
import { ColumnList } from "./column-list"
import { CoverageChoice, type CoverageClaim, claimedTime } from "./coverage-choice"
import type { OpenedFile } from "./open-file"
import { ReadingFields } from "./reading-fields"
import { ReadingResult } from "./reading-result"
import { takeFile } from "./take-file"
import { TakenFile, type TakenState } from "./taken-file"
import { useReading } from "./use-reading"

interface FileReadingProps extends Pick<SourcesWays, "act"> {
  site: string
  opened: OpenedFile
  close(): void
}

/** How an opened file is read, what that gives, and what it covers. */
export function FileReading({ site, opened, act, close }: FileReadingProps) {
  const words = useWords(filesWords)
  const sourceWords = useWords(sourcesWords)
  const { formats } = useReader()
  const { read, table, mapping, remembered, doubts, reading, example, isBehind, ...choose } = useReading(
    opened,
    act,
  )
  const [recipient, setRecipient] = useState("")
  const [claim, setClaim] = useState<CoverageClaim>({ covers: "file", from: Date.now(), to: Date.now() })
  const [taken, setTaken] = useState<TakenState>(null)
  const rows = table.rows.length + table.broken.length
  const hard = doubts.filter((doubt) => doubt === "time" || doubt === "owner")

  async function take(): Promise<void> {
    setTaken("importing")
    const channels = [...new Set([...reading.channels, ...(mapping.channel === "" ? [] : [mapping.channel])])]
    const id = `file:${site}:${opened.digest}`
    const file = { id, site, name: opened.name, recipient, signature: signatureOf(table), mapping }
    const coverage = spansOf(channels, claimedTime(claim, reading.span))
    const { evidence, rejected } = reading
    setTaken((await takeFile(act, file, { evidence, coverage, rejected: rejected.length })) ?? "failed")
  }

  if (taken !== null && taken !== "importing") return <TakenFile taken={taken} close={close} />
  return (
    <>
      <p>
        {words.rows(rows, formats.number(rows))}
        {table.cut && ` ${words.cut}`}
      </p>
      {read.tables.length > 1 && (
        <Choice label={words.sheet} value={table.name ?? ""} choose={choose.chooseSheet}>
          {read.tables.map(({ name }) => (
            <option key={name} value={name ?? ""}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      {read.encoding !== null && read.encoding !== "utf-8" && (
        <Choice
          label={words.encoding}
          value={read.encoding}
          choose={(encoding) => choose.chooseEncoding(encoding as Encoding)}
        >
          {ENCODINGS.map((encoding) => (
            <option key={encoding} value={encoding}>
              {encoding}
            </option>
          ))}
        </Choice>
      )}
      <h3>{words.columns}</h3>
      <p className="cue-muted">{remembered ? words.remembered : words.guessed}</p>
      <ColumnList table={table} mapping={mapping} change={(columns) => choose.change({ columns })} />
      {hard.map((doubt) => (
        <p key={doubt} className="cue-source-warning" data-cue="file-doubt" data-cue-status={doubt}>
          {words.doubts[doubt]}
        </p>
      ))}
      <ReadingFields
        mapping={mapping}
        doubts={doubts}
        reading={reading}
        example={example}
        change={choose.change}
      />
      <ReadingResult name="file-summary" reading={reading} rows={rows} />
      <FieldRow
        field={{ id: "recipient", kind: "text" }}
        label={sourceWords.recipient}
        note={sourceWords.recipientProvider}
        value={recipient}
        change={setRecipient}
      />
      <CoverageChoice
        claim={claim}
        span={reading.span}
        change={(part) =>
          // From the file's own time the person begins to say another.
          setClaim((last) => ({
            ...last,
            ...(part.covers === "span" && last.covers !== "span" && reading.span),
            ...part,
          }))
        }
      />
      <div className="cue-button-row cue-card-foot">
        <button
          type="button"
          className="cue-button cue-button-main"
          disabled={reading.evidence.length === 0 || isBehind || taken === "importing"}
          onClick={() => void take()}
        >
          {taken === "importing" ? words.importing : words.import}
        </button>
        <button type="button" className="cue-button" onClick={close}>
          {words.cancel}
        </button>
      </div>
    </>
  )
}
