import { useId } from "react"

interface MomentFieldProps {
  label: string
  /** ms UTC, as `change` tells it. */
  value: number
  note?: string
  change(value: number): void
}

/** An instant as a local wall time, as the browser's own control takes it. */
export function MomentField({ label, value, note, change }: MomentFieldProps) {
  const id = useId()
  const noteId = useId()
  const local = new Date(value - new Date(value).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  return (
    <div className="cue-source-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="datetime-local"
        className="cue-source-input"
        aria-describedby={note && noteId}
        value={local}
        onChange={(event) => {
          const at = Date.parse(event.target.value)
          if (Number.isFinite(at)) change(at)
        }}
      />
      {note && (
        <p id={noteId} className="cue-muted">
          {note}
        </p>
      )}
    </div>
  )
}
