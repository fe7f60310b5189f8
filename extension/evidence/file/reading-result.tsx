import type { FileEvidence } from "../../domain"
import { filesWords } from "../../words/evidence/files"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import { EvidencePreview } from "../evidence-preview"
import { RejectedRows } from "./rejected-rows"

interface ReadingResultProps {
  /** Of the summary's hook: `file-summary`, `answer-summary`. */
  name: string
  reading: FileEvidence
  /** How many there were to read, broken ones too. */
  rows: number
}

/** What a reading gives: how much evidence, the first of it, and the rows that give none. */
export function ReadingResult({ name, reading, rows }: ReadingResultProps) {
  const words = useWords(filesWords)
  const { formats, startSentence } = useReader()
  const { evidence, empty, rejected } = reading
  const count = (many: number) => [many, formats.number(many)] as const
  return (
    <>
      <h3>{words.gives}</h3>
      <p data-cue={name}>
        {evidence.length === 0
          ? words.noneYet
          : startSentence(words.summary(...count(evidence.length), ...count(rows)))}
        {empty > 0 && ` ${startSentence(words.emptyRows(...count(empty)))}`}
      </p>
      {evidence.length > 0 && <EvidencePreview evidence={evidence} />}
      <RejectedRows rejected={rejected} />
    </>
  )
}
