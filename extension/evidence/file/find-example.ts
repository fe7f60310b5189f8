import { cellText, type FileEvidence, type FileMapping, readRows, type Table, TIMES } from "../../domain"

export interface TimeExample {
  written: string
  /** ms UTC. */
  at: number
}

/** One time as it is written, beside what it is taken for. */
export function findExample(
  table: Table,
  mapping: FileMapping,
  { evidence }: FileEvidence,
): TimeExample | null {
  const header = [mapping.columns.at, ...TIMES.map(({ meaning }) => mapping.columns[meaning])].find(Boolean)
  if (header === undefined || evidence.length === 0) return null
  const column = table.headers.indexOf(header)
  for (const row of table.rows.slice(0, 50)) {
    const found = readRows({ ...table, broken: [], rows: [row] }, mapping)
    const written = cellText(row.cells[column])
    const [first] = found.evidence
    if (written !== "" && first) return { written, at: first.at }
  }
  return null
}
