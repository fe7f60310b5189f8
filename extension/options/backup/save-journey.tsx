import { useId, useState } from "react"
import { type AuditFile, maskEvents, writeAuditFile, writeCsv, writeNdjson } from "../../domain"
import { useReader } from "../../words/reader"
import { saveText } from "../save-file"
import type { ActOnOptions } from "../section"
import { useDataWords } from "../words"
import { type CollectedSite, collectSite } from "./collect"

const kinds = ["audit", "csv", "ndjson"] as const
type Kind = (typeof kinds)[number]

interface Prepared {
  text: string
  masked: number
}

/** Saves a site's journey as one of several files. What will be masked is said before anything is saved. */
export function SaveJourney({ site, act, done }: { site: string; act: ActOnOptions; done: () => void }) {
  const words = useDataWords()
  const { formats } = useReader()
  const [kind, setKind] = useState<Kind>("audit")
  const [mask, setMask] = useState(true)
  const [prepared, setPrepared] = useState<Prepared | "collecting" | "failed" | null>(null)
  const group = useId()

  async function prepare(): Promise<void> {
    setPrepared("collecting")
    const collected = await collectSite(act, site)
    setPrepared(collected ? writeJourney(collected, kind, mask, Date.now()) : "failed")
  }

  function save({ text }: Prepared): void {
    const [ending, type] = endings[kind]
    // Spreadsheets take a file without this mark for an old encoding.
    saveText(`cuelight-${site}.${ending}`, kind === "csv" ? `\uFEFF${text}` : text, type)
    done()
  }

  return (
    <fieldset className="cue-save" aria-label={words.save.title}>
      <div role="radiogroup" aria-label={words.save.format} className="cue-stack">
        {kinds.map((each) => (
          <label key={each} className="cue-option">
            <input
              type="radio"
              name={group}
              checked={each === kind}
              onChange={() => {
                setKind(each)
                setPrepared(null)
              }}
            />
            {words.save.formats[each]}
          </label>
        ))}
      </div>
      <label className="cue-option">
        <input
          type="checkbox"
          checked={mask}
          aria-describedby={`${group}-note`}
          onChange={(event) => {
            setMask(event.target.checked)
            setPrepared(null)
          }}
        />
        {words.save.mask}
      </label>
      <p id={`${group}-note`} className="cue-muted">
        {words.save.maskNote}
      </p>
      <p role="status">
        {prepared === "collecting" && words.collecting}
        {prepared === "failed" && words.notCollected}
        {typeof prepared === "object" &&
          prepared !== null &&
          `${mask ? words.save.masked(prepared.masked, formats.number(prepared.masked)) : words.save.unmasked} ${words.save.size(formats.number(Math.max(0.01, prepared.text.length / 1e6)))}`}
      </p>
      <div className="cue-button-row">
        {typeof prepared === "object" && prepared !== null ? (
          <button type="button" className="cue-button cue-button-main" onClick={() => save(prepared)}>
            {words.save.save}
          </button>
        ) : (
          <button type="button" className="cue-button cue-button-main" onClick={() => void prepare()}>
            {words.save.prepare}
          </button>
        )}
        <button type="button" className="cue-button" onClick={done}>
          {words.save.cancel}
        </button>
      </div>
    </fieldset>
  )
}

const endings: Record<Kind, [ending: string, type: string]> = {
  audit: ["cuelight.json", "application/json"],
  csv: ["csv", "text/csv"],
  ndjson: ["ndjson", "application/x-ndjson"],
}

/** The file's text, `savedAt` ms. Maps stand apart: the file carries the one in use. */
export function writeJourney(
  { head, events: given }: CollectedSite,
  kind: Kind,
  mask: boolean,
  savedAt: number,
): Prepared {
  const { events, masked } = mask ? maskEvents(given) : { events: given, masked: 0 }
  if (kind === "csv") return { text: writeCsv(events), masked }
  if (kind === "ndjson") return { text: writeNdjson(events), masked }
  const { pageMap: _, ownMap: __, refusedMap: ___, visitor, ...settings } = head.record
  const file: Omit<AuditFile, "cuelightAudit"> = {
    savedAt,
    now: head.now,
    site: head.record.site,
    map: head.map,
    coverage: head.coverage,
    settings: { ...settings, ...(!mask && { visitor }) },
    masked,
    events,
  }
  return { text: writeAuditFile(file), masked }
}
