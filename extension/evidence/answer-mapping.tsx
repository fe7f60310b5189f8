import { useMemo } from "react"
import {
  type FileMapping,
  guessColumns,
  listDoubts,
  MEANINGS,
  mappingOf,
  readRows,
  tableOfEntries,
} from "../domain"
import { filesWords } from "../words/evidence/files"
import { sourcesWords } from "../words/evidence/sources"
import { useWords } from "../words/words"
import { Choice } from "./choice"
import { ColumnList } from "./file/column-list"
import { findExample } from "./file/find-example"
import { ReadingFields } from "./file/reading-fields"
import { ReadingResult } from "./file/reading-result"
import type { SourceSample } from "./state"

interface AnswerMappingProps {
  sample: SourceSample
  settings: Record<string, string>
  change(settings: Record<string, string>): void
  /** Another list of the answer: asked anew. */
  chooseList(list: string): void
}

/** What an address has answered, beside what that is taken for; a click says what a value means. */
export function AnswerMapping({ sample, settings, change, chooseList }: AnswerMappingProps) {
  const words = useWords(filesWords)
  const sourceWords = useWords(sourcesWords)
  const table = useMemo(() => tableOfEntries(sample.entries), [sample])
  const mapping = useMemo(() => readable(settings, table.headers), [settings, table])
  const reading = useMemo(() => readRows(table, mapping), [table, mapping])
  const example = useMemo(() => findExample(table, mapping, reading), [table, mapping, reading])
  // The channel is a field of the form already: it also says what is watched.
  const doubts = listDoubts(table, mapping).filter((doubt) => doubt !== "channel")
  const rows = sample.entries.length
  const write = (part: Partial<FileMapping>) =>
    change({ ...settings, ...settingsOf({ ...mapping, ...part }) })
  return (
    <div className="cue-source-form" data-cue="answer-mapping">
      {sample.lists.length > 1 && (
        <Choice label={sourceWords.listInAnswer} value={sample.list} choose={chooseList}>
          {sample.lists.map((list) => (
            <option key={list} value={list}>
              {list === "" ? sourceWords.wholeAnswer : list}
            </option>
          ))}
        </Choice>
      )}
      <h3>{sourceWords.answer}</h3>
      <details>
        <summary>{sourceWords.rawEntry}</summary>
        <pre className="cue-source-raw">{JSON.stringify(sample.entries[0], null, 2).slice(0, 4_000)}</pre>
      </details>
      <ColumnList table={table} mapping={mapping} change={(columns) => write({ columns })} />
      {doubts
        .filter((doubt) => doubt === "time" || doubt === "owner")
        .map((doubt) => (
          <p key={doubt} className="cue-source-warning">
            {words.doubts[doubt]}
          </p>
        ))}
      <ReadingFields
        mapping={mapping}
        doubts={doubts}
        reading={reading}
        example={example}
        asksChannel={false}
        change={write}
      />
      <ReadingResult name="answer-summary" reading={reading} rows={rows} />
    </div>
  )
}

/** What was typed may be half a thing. */
function readable(settings: Record<string, string>, headers: readonly string[]): FileMapping {
  try {
    return mappingOf(settings, headers)
  } catch {
    return mappingOf({ ...settings, statuses: "{}" }, headers)
  }
}

/** The settings of a source that has answered for the first time: what stands where is guessed once, and then fixed. */
export function settleSettings(
  settings: Record<string, string>,
  sample: SourceSample,
): Record<string, string> {
  const settled = { ...settings, list: sample.list }
  const table = tableOfEntries(sample.entries)
  if (MEANINGS.some((meaning) => settings[`path-${meaning}`]) || table.rows.length === 0) return settled
  const { columns, order, zone } = guessColumns(table, settings.zone || "UTC")
  return { ...settled, ...settingsOf({ ...readable(settled, table.headers), columns, order, zone }) }
}

/** The mapping as the source's settings keep it. */
function settingsOf({ columns, status, statuses, order, zone }: FileMapping): Record<string, string> {
  const paths = Object.fromEntries(MEANINGS.map((meaning) => [`path-${meaning}`, columns[meaning] ?? ""]))
  const own = Object.keys(statuses).length === 0 ? "" : JSON.stringify(statuses)
  return { ...paths, status, statuses: own, order, zone }
}
