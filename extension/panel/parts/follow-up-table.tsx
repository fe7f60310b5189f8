import { useId, useState } from "react"
import { BecauseLine } from "../../overlay/because-line"
import { describeFollowUp } from "../../overlay/describe-follow-up"
import { Glyph, glyphOf } from "../../overlay/glyph"
import { cue } from "../../overlay/hooks"
import { SeenButton } from "../../overlay/seen-button"
import { useNow } from "../../overlay/ticking"
import { followUpsWords } from "../../words/panel/follow-ups"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import type { FollowUpLine } from "../states/follow-ups"
import type { MapNames } from "../states/scenarios"
import { GateList } from "./gate-list"

const MOST_AT_ONCE = 200

interface FollowUpTableProps {
  lines: FollowUpLine[]
  names: MapNames
  name(line: FollowUpLine): string
}

/** Steps as a table; where there is little room each row becomes a card, with the names of the columns in it. */
export function FollowUpTable({ lines, names, name }: FollowUpTableProps) {
  const own = useWords(followUpsWords)
  const { words, formats } = useReader()
  const [shown, setShown] = useState(MOST_AT_ONCE)
  return (
    <>
      <table className="cue-table">
        <thead>
          <tr>
            {[own.step, own.status, own.due, own.evidence].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map((line) => (
            <FollowUpTableRow key={line.key} line={line} name={name(line)} names={names} />
          ))}
        </tbody>
      </table>
      {lines.length > shown && (
        <button type="button" className="cue-link cue-more" onClick={() => setShown(shown + MOST_AT_ONCE)}>
          {words.overlay.showAll(formats.number(lines.length))}
        </button>
      )}
    </>
  )
}

interface FollowUpTableRowProps {
  line: FollowUpLine
  name: string
  names: MapNames
}

function FollowUpTableRow({ line, name, names }: FollowUpTableRowProps) {
  const reader = useReader()
  const own = useWords(followUpsWords)
  const now = useNow()
  const [open, setOpen] = useState(false)
  const details = useId()
  const { formats, journey } = reader
  const { status, dueAt, sentAt } = line
  const when = dueAt ?? sentAt
  const reason = status === "skipped" || status === "should-not-have" ? reader.reason(line.reason) : null
  return (
    <>
      <tr
        className={`cue-table-row cue-row-${status}`}
        {...cue("followup", `${line.scenario}/${line.step}`, status)}
      >
        <td>
          <button
            type="button"
            className="cue-cell-button"
            aria-expanded={open}
            aria-controls={details}
            onClick={() => setOpen(!open)}
          >
            <Glyph name={glyphOf(status, line.reason)} />
            <span>
              <bdi className="cue-cell-name">{name}</bdi>
              <bdi className="cue-muted">{cutMiddle(line.scenarioName, 48)}</bdi>
            </span>
          </button>
        </td>
        <td data-column={own.status} className="cue-cell-status">
          {journey.followUpStatus[status]}
          {reason !== null && <span className="cue-muted"> ({reason})</span>}
        </td>
        <td
          data-column={own.due}
          className="cue-cell-time"
          title={when === null ? undefined : formats.exact(when)}
        >
          {when === null ? "—" : formats.moment(when, now)}
        </td>
        <td data-column={own.evidence}>
          <Evidence line={line} />
        </td>
      </tr>
      {open && (
        <tr className="cue-table-details">
          <td colSpan={4} id={details}>
            <p>{describeFollowUp(line, reader, now)}</p>
            {line.because && <BecauseLine because={line.because} />}
            <SeenButton followUp={line} />
            <GateList gates={line.gates} names={names} />
            {line.evidence.length > 0 && (
              <ul className="cue-evidence">
                {line.evidence.map((event) => (
                  <li key={event.id}>
                    <time title={formats.exact(event.at)}>{formats.moment(event.at, now)}</time>{" "}
                    {reader.eventLabel(event.name)}{" "}
                    <span className="cue-muted">
                      {reader.words.event.toldBy(reader.sourceNames(event.source))}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

function Evidence({ line }: { line: FollowUpLine }) {
  const { formats } = useReader()
  const own = useWords(followUpsWords)
  const now = useNow()
  const { outcomes, sentAt } = line
  const reached = (["clicked", "opened", "delivered"] as const).find((outcome) => outcomes[outcome])
  if (reached) {
    const at = outcomes[reached]
    return (
      <>
        {own.outcomes[reached]}{" "}
        <span className="cue-muted cue-cell-time">{at === undefined ? "" : formats.moment(at, now)}</span>
      </>
    )
  }
  if (sentAt !== null)
    return (
      <>
        {own.sent.toLowerCase()}{" "}
        <span className="cue-muted cue-cell-time">{formats.moment(sentAt, now)}</span>
      </>
    )
  return <span className="cue-muted">{own.noEvidence}</span>
}
