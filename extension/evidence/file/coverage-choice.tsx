import { useId } from "react"
import type { FileEvidence } from "../../domain"
import { filesWords } from "../../words/evidence/files"
import { useReader } from "../../words/reader"
import { useWords } from "../../words/words"
import { MomentField } from "../moment-field"

/** What the person says is in the file. Instants are ms UTC. */
export interface CoverageClaim {
  covers: "file" | "span" | "nothing"
  from: number
  to: number
}

/** The time that a claim covers; null: none. */
export function claimedTime(
  { covers, from, to }: CoverageClaim,
  span: FileEvidence["span"],
): FileEvidence["span"] {
  if (covers === "nothing") return null
  return covers === "file" ? span : from <= to ? { from, to } : null
}

interface CoverageChoiceProps {
  claim: CoverageClaim
  span: FileEvidence["span"]
  change(part: Partial<CoverageClaim>): void
}

/** Whether what is not in the file was not sent: only the person knows what was exported. */
export function CoverageChoice({ claim, span, change }: CoverageChoiceProps) {
  const words = useWords(filesWords)
  const { formats } = useReader()
  const name = useId()
  const now = Date.now()
  const radio = (covers: CoverageClaim["covers"], label: string) => (
    <label className="cue-file-claim">
      <input type="radio" name={name} checked={claim.covers === covers} onChange={() => change({ covers })} />
      <span>{label}</span>
    </label>
  )
  return (
    <fieldset className="cue-file-covers">
      <legend>{words.covers}</legend>
      {span && radio("file", words.coversFile(formats.moment(span.from, now), formats.moment(span.to, now)))}
      {radio("span", words.coversSpan)}
      {claim.covers === "span" && (
        <div className="cue-file-span">
          <MomentField label={words.from} value={claim.from} change={(from) => change({ from })} />
          <MomentField label={words.to} value={claim.to} change={(to) => change({ to })} />
          {claim.from > claim.to && <p className="cue-source-problem">{words.badSpan}</p>}
        </div>
      )}
      {radio("nothing", words.coversNothing)}
      <p className="cue-muted">{words.coversNote}</p>
    </fieldset>
  )
}
