import { useEffect, useId, useState } from "react"
import { ConfirmedButton } from "../overlay/confirmed-button"
import { useReader } from "../words/reader"
import type { Retention } from "../worker/settings"
import type { ActOnOptions } from "./section"
import type { RetentionCount } from "./state"
import { useOptionsWords } from "./words"

const most = { days: 3650, megabytes: 1000 }

/** How long journeys are kept. What erases asks first; what keeps more does not. */
export function RetentionForm({ retention, act }: { retention: Retention; act: ActOnOptions }) {
  const all = useOptionsWords()
  const words = all.general
  const { formats } = useReader()
  const [days, setDays] = useState(() => write(retention.days))
  const [megabytes, setMegabytes] = useState(() => write(retention.megabytes))
  const [saved, setSaved] = useState(false)
  const note = useId()
  const asked = { days: read(days, most.days), megabytes: read(megabytes, most.megabytes) }
  const wrong = asked.days === "wrong" || asked.megabytes === "wrong"
  const wanted = asked as Retention
  const changed = wanted.days !== retention.days || wanted.megabytes !== retention.megabytes
  const erases = isLess(wanted.days, retention.days) || isLess(wanted.megabytes, retention.megabytes)

  const [goes, setGoes] = useState<number | null>(null)
  const { days: mostDays, megabytes: mostMegabytes } = wanted
  const counts = !wrong && changed && erases
  // What would go is counted before anybody is asked.
  useEffect(() => {
    setGoes(null)
    if (!counts) return
    let late = false
    const limits: Retention = { days: mostDays, megabytes: mostMegabytes }
    void act({ type: "retention-count", retention: limits }).then((answer) => {
      if (!late && answer && "events" in answer) setGoes((answer as RetentionCount).events)
    })
    return () => {
      late = true
    }
  }, [act, counts, mostDays, mostMegabytes])
  const goesNow = goes === null ? "" : words.goesNow(goes, formats.number(goes))

  async function keep(): Promise<void> {
    setSaved((await act({ type: "retention", retention: wanted })) !== null)
  }

  const beyond = [
    wanted.days === null || wrong ? [] : [words.olderThan(wanted.days, formats.number(wanted.days))],
    wanted.megabytes === null || wrong
      ? []
      : [words.moreThan(wanted.megabytes, formats.number(wanted.megabytes))],
  ].flat()
  return (
    <div className="cue-field">
      <h3>{words.retention}</h3>
      <p className="cue-muted" id={note}>
        {words.retentionNote}
      </p>
      <div className="cue-number-row">
        <NumberField label={words.days} value={days} most={most.days} change={setDays} note={note} />
        <NumberField
          label={words.megabytes}
          value={megabytes}
          most={most.megabytes}
          change={setMegabytes}
          note={note}
        />
      </div>
      {counts && (
        <ConfirmedButton
          label={words.keepSo}
          question={words.keepAsk(beyond.join(words.or), goesNow)}
          yes={all.erasing.erase}
          no={all.erasing.keep}
          onConfirm={() => void keep()}
        />
      )}
      {!wrong && changed && !erases && (
        <button type="button" className="cue-button" onClick={() => void keep()}>
          {words.keepSo}
        </button>
      )}
      <p role="status">{saved && !changed ? words.saved : ""}</p>
    </div>
  )
}

interface NumberFieldProps {
  label: string
  value: string
  most: number
  change: (value: string) => void
  note: string
}

function NumberField({ label, value, most, change, note }: NumberFieldProps) {
  const words = useOptionsWords().general
  const { formats } = useReader()
  const field = useId()
  const wrong = read(value, most) === "wrong"
  return (
    <div className="cue-stack">
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        className="cue-input"
        inputMode="numeric"
        autoComplete="off"
        placeholder={words.noLimit}
        value={value}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${field}-wrong` : note}
        onChange={(event) => change(event.target.value)}
      />
      {wrong && (
        <p id={`${field}-wrong`} className="cue-wrong">
          {words.badNumber("1", formats.number(most))}
        </p>
      )}
    </div>
  )
}

function write(value: number | null): string {
  return value === null ? "" : String(value)
}

/** Nothing is no limit. */
function read(value: string, most: number): number | null | "wrong" {
  const text = value.trim()
  if (text === "") return null
  return /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : "wrong"
}

function isLess(wanted: number | null, kept: number | null): boolean {
  return wanted !== null && (kept === null || wanted < kept)
}
