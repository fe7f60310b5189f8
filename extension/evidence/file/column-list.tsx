import { cellText, type FileMapping, MEANINGS, type Meaning, type Table } from "../../domain"
import { filesWords } from "../../words/evidence/files"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"

const EXAMPLES = 3

interface ColumnListProps {
  table: Table
  mapping: FileMapping
  change(columns: FileMapping["columns"]): void
}

/** The columns of a file with their first values; for each the person says what it holds. */
export function ColumnList({ table, mapping, change }: ColumnListProps) {
  const words = useWords(filesWords)
  const { formats } = useReader()
  const meaningOf = (header: string) => MEANINGS.find((meaning) => mapping.columns[meaning] === header)
  const used = table.headers.filter((header) => meaningOf(header) !== undefined)
  const unused = table.headers.filter((header) => meaningOf(header) === undefined)

  function choose(header: string, meaning: string): void {
    const columns: FileMapping["columns"] = {}
    // A column holds one thing, and a thing stands in one column.
    for (const each of MEANINGS) {
      const known = mapping.columns[each]
      if (known !== undefined && known !== header && each !== meaning) columns[each] = known
    }
    if (meaning !== "") columns[meaning as Meaning] = header
    change(columns)
  }

  const row = (header: string) => (
    <ColumnRow
      key={header}
      header={header}
      examples={examplesOf(table, header)}
      meaning={meaningOf(header) ?? ""}
      choose={(meaning) => choose(header, meaning)}
    />
  )
  return (
    <>
      <ul className="cue-file-columns">{used.map(row)}</ul>
      {unused.length > 0 && (
        // Few of them are shown at once, and all where nothing has been recognised.
        <details open={used.length < 2 || unused.length < 4}>
          <summary>{words.unused(unused.length, formats.number(unused.length))}</summary>
          <ul className="cue-file-columns">{unused.map(row)}</ul>
        </details>
      )}
    </>
  )
}

interface ColumnRowProps {
  header: string
  examples: string[]
  meaning: string
  choose(meaning: string): void
}

function ColumnRow({ header, examples, meaning, choose }: ColumnRowProps) {
  const words = useWords(filesWords)
  return (
    <li data-cue="file-column" data-cue-id={header} data-cue-status={meaning || "unused"}>
      <div className="cue-file-column">
        <bdi className="cue-file-header">{cutMiddle(header, 60)}</bdi>
        <span className="cue-muted">
          {examples.length === 0 ? words.empty : examples.map((each) => cutMiddle(each, 32)).join(" · ")}
        </span>
      </div>
      <select
        className="cue-source-input"
        aria-label={cutMiddle(header, 60)}
        value={meaning}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{words.nothing}</option>
        {MEANINGS.map((each) => (
          <option key={each} value={each}>
            {words.meanings[each]}
          </option>
        ))}
      </select>
    </li>
  )
}

function examplesOf({ headers, rows }: Table, header: string): string[] {
  const column = headers.indexOf(header)
  const seen = new Set<string>()
  for (const { cells } of rows.slice(0, 200)) {
    const text = cellText(cells[column])
    if (text !== "") seen.add(text)
    if (seen.size === EXAMPLES) break
  }
  return [...seen]
}
