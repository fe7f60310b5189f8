import { useDeferredValue, useEffect, useMemo, useState } from "react"
import {
  type Doubt,
  type Encoding,
  type FileEvidence,
  type FileMapping,
  type FileTables,
  guessColumns,
  listDoubts,
  readMapping,
  readRows,
  signatureOf,
  type Table,
} from "../../domain"
import type { SourcesWays } from "../sources"
import { findExample, type TimeExample } from "./find-example"
import { type OpenedFile, readAs } from "./open-file"

export interface Reading {
  read: FileTables
  table: Table
  mapping: FileMapping
  /** A person has read such a file before. */
  remembered: boolean
  doubts: Doubt[]
  reading: FileEvidence
  example: TimeExample | null
  /** The evidence is still that of the mapping before. */
  isBehind: boolean
  change(part: Partial<FileMapping>): void
  chooseSheet(name: string): void
  chooseEncoding(encoding: Encoding): void
}

/** How an opened file is read: as the last one with the same columns, else as its columns are called. */
export function useReading(opened: OpenedFile, act: SourcesWays["act"]): Reading {
  const [read, setRead] = useState(opened.read)
  const [sheet, setSheet] = useState<string | null>(null)
  const table = useMemo(() => chooseTable(read, sheet), [read, sheet])
  const guessed = useMemo(() => guessColumns(table, localZone()), [table])
  const [own, setOwn] = useState<{ table: Table; mapping: FileMapping; remembered: boolean } | null>(null)
  const isOwn = own?.table === table
  const mapping = isOwn ? own.mapping : guessed
  // Many rows take a while: what the person does is shown first.
  const settled = useDeferredValue(mapping)
  const result = useMemo(() => readRows(table, settled), [table, settled])
  const doubts = useMemo(() => listDoubts(table, mapping), [table, mapping])

  useEffect(() => {
    let isLate = false
    void act({ type: "file-columns", signature: signatureOf(table) }).then((answer) => {
      const known = (answer as { mapping?: unknown } | null)?.mapping
      if (isLate || !known) return
      // What the person has changed meanwhile stays.
      setOwn((now) =>
        now?.table === table
          ? now
          : { table, mapping: readMapping(known, guessColumns(table, localZone())), remembered: true },
      )
    })
    return () => {
      isLate = true
    }
  }, [table, act])

  return {
    read,
    table,
    mapping,
    remembered: isOwn && own.remembered,
    doubts,
    reading: result,
    isBehind: settled !== mapping,
    example: useMemo(() => findExample(table, settled, result), [table, settled, result]),
    change: (part) =>
      setOwn({ table, mapping: { ...mapping, ...part }, remembered: isOwn && own.remembered }),
    chooseSheet: setSheet,
    chooseEncoding: (encoding) =>
      void readAs(opened.bytes, encoding).then((again) => {
        if (typeof again !== "string") setRead(again)
      }),
  }
}

const localZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC"

/** Of several sheets the first whose columns can be messages: a summary has no times. */
function chooseTable({ tables }: FileTables, sheet: string | null): Table {
  const named = tables.find(({ name }) => name === sheet)
  const usable = tables.find((table) => !listDoubts(table, guessColumns(table, "UTC")).includes("time"))
  return (named ?? usable ?? tables[0]) as Table
}
