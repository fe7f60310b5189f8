import { nameFollowUp } from "../../overlay/describe-follow-up"
import { Glyph, glyphOf } from "../../overlay/glyph"
import type { FollowUpView } from "../../overlay/state"
import { useNow } from "../../overlay/ticking"
import { clockWords } from "../../words/panel/clock"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { Branch } from "../states/clock"

/** What the pretended events change: the real journey and the other one, side by side. */
export function BranchTable({ branch, discard }: { branch: Branch; discard(): void }) {
  const reader = useReader()
  const own = useWords(clockWords)
  const { formats } = reader
  const { stage, rows, same } = branch
  const stageName = (name: string | null) => (name === null ? "—" : cutMiddle(name, 40))
  return (
    <div className="cue-branch">
      <table className="cue-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{own.real}</th>
            <th scope="col">{own.pretended}</th>
          </tr>
        </thead>
        <tbody>
          <tr className={stage.real === stage.pretended ? undefined : "cue-branch-differs"}>
            <th scope="row">{own.stage}</th>
            <td data-column={own.real}>{stageName(stage.real)}</td>
            <td data-column={own.pretended}>{stageName(stage.pretended)}</td>
          </tr>
          {rows.map(({ key, real, pretended }) => {
            const step = pretended ?? real
            return (
              step && (
                <tr key={key} className="cue-branch-differs" data-branch={key}>
                  <th scope="row">
                    <bdi>{nameFollowUp(step, reader, 32)}</bdi>
                    <bdi className="cue-muted">{cutMiddle(step.scenarioName, 40)}</bdi>
                  </th>
                  <td data-column={own.real}>
                    <StepStanding step={real} />
                  </td>
                  <td data-column={own.pretended}>
                    <StepStanding step={pretended} />
                  </td>
                </tr>
              )
            )
          })}
        </tbody>
      </table>
      <p className="cue-muted">
        {rows.length === 0 && stage.real === stage.pretended
          ? own.branchNone
          : same > 0 && own.branchSame(formats.number(same))}
      </p>
      <button type="button" className="cue-button" onClick={discard}>
        {own.discard}
      </button>
    </div>
  )
}

function StepStanding({ step }: { step: FollowUpView | null }) {
  const { formats, journey, reason } = useReader()
  const own = useWords(clockWords)
  const now = useNow()
  if (!step) return <span className="cue-muted">{own.notThere}</span>
  const when = step.sentAt ?? step.dueAt
  const because = step.status === "skipped" ? reason(step.reason) : null
  return (
    <span className="cue-standing">
      <Glyph name={glyphOf(step.status, step.reason)} />
      <span>
        {journey.followUpStatus[step.status]}
        {because !== null && ` (${because})`}
        {when !== null && <span className="cue-muted"> {formats.moment(when, now)}</span>}
      </span>
    </span>
  )
}
