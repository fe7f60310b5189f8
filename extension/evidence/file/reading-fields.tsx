import { useId } from "react"
import type { StatusMeaning } from "../../../shared/evidence/file/read-status"
import { type Doubt, EVIDENCE_KINDS, type FileEvidence, type FileMapping } from "../../domain"
import { filesWords } from "../../words/evidence/files"
import { useReader } from "../../words/reader"
import { cutMiddle } from "../../words/shown-text"
import { useWords } from "../../words/words"
import { Choice } from "../choice"
import { FieldRow } from "../field-row"
import type { TimeExample } from "./find-example"

const kinds: readonly StatusMeaning[] = [...EVIDENCE_KINDS, "nothing"]
const MOST_STATUSES = 40

interface ReadingFieldsProps {
  mapping: FileMapping
  doubts: readonly Doubt[]
  reading: FileEvidence
  example: TimeExample | null
  /** False where the form around has the channel already. */
  asksChannel?: boolean
  change(part: Partial<FileMapping>): void
}

/** What the names of the columns leave open: channel, order of a date, zone, and the words for statuses. */
export function ReadingFields({
  mapping,
  doubts,
  reading,
  example,
  asksChannel = true,
  change,
}: ReadingFieldsProps) {
  const words = useWords(filesWords)
  const { formats } = useReader()
  const zones = useId()
  const ask = (doubt: Doubt) => (doubts.includes(doubt) ? words.doubts[doubt] : undefined)
  return (
    <>
      {asksChannel && mapping.columns.channel === undefined && (
        <FieldRow
          field={{ id: "channel", kind: "text" }}
          label={words.channel}
          note={ask("channel") ?? words.channelNote}
          value={mapping.channel}
          change={(channel) => change({ channel: channel.trim() })}
        />
      )}
      {ask("status") !== undefined && (
        <Choice
          label={words.allStatus}
          note={ask("status")}
          value={mapping.status}
          choose={(status) => change({ status: status as StatusMeaning })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </Choice>
      )}
      <div className="cue-source-field">
        <label htmlFor={`${zones}-field`}>{words.zone}</label>
        <input
          id={`${zones}-field`}
          className="cue-source-input"
          list={zones}
          spellCheck={false}
          value={mapping.zone}
          onChange={(event) => change({ zone: event.target.value.trim() })}
        />
        <datalist id={zones}>
          {["UTC", ...Intl.supportedValuesOf("timeZone")].map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        {ask("zone") && <p className="cue-muted">{ask("zone")}</p>}
      </div>
      <Choice
        label={words.order}
        note={ask("order")}
        value={mapping.order}
        choose={(order) => change({ order: order === "month-first" ? "month-first" : "day-first" })}
      >
        <option value="day-first">{words.dayFirst}</option>
        <option value="month-first">{words.monthFirst}</option>
      </Choice>
      {example && (
        <p data-cue="file-time">{words.readsAs(cutMiddle(example.written, 40), formats.exact(example.at))}</p>
      )}
      {reading.statuses.length > 0 && (
        <fieldset className="cue-file-statuses">
          <legend>{words.statuses}</legend>
          <ul className="cue-file-columns">
            {reading.statuses.slice(0, MOST_STATUSES).map(({ word, rows, kind }) => (
              <li key={word}>
                <div className="cue-file-column">
                  <bdi className="cue-file-header">{cutMiddle(word, 40)}</bdi>
                  <span className="cue-muted">{words.rows(rows, formats.number(rows))}</span>
                </div>
                <select
                  className="cue-source-input"
                  aria-label={cutMiddle(word, 40)}
                  value={kind ?? ""}
                  onChange={(event) =>
                    change({ statuses: { ...mapping.statuses, [word]: event.target.value } })
                  }
                >
                  {kind === null && <option value="">{words.unknownKind}</option>}
                  {kinds.map((each) => (
                    <option key={each} value={each}>
                      {words.kinds[each]}
                    </option>
                  ))}
                </select>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
    </>
  )
}
