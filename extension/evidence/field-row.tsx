import { useId } from "react"
import type { Field } from "../../shared/evidence/connector"

interface FieldRowProps {
  field: Field
  label: string
  value: string
  hint?: string | undefined
  note?: string | undefined
  /** The element that says what is wrong with this field. */
  fault?: string | undefined
  change(value: string): void
}

/** One field of a source's form. */
export function FieldRow({ field, label, value, hint, note, fault, change }: FieldRowProps) {
  const id = useId()
  const noteId = useId()
  const described = [note && noteId, fault].filter(Boolean).join(" ")
  const about = {
    id,
    className: "cue-source-input",
    ...(described !== "" && { "aria-describedby": described }),
    ...(fault !== undefined && { "aria-invalid": true }),
  }
  const placeholder = hint ?? field.preset ?? field.example
  return (
    <div className="cue-source-field">
      <label htmlFor={id}>{label}</label>
      {field.kind === "choice" ? (
        <select
          {...about}
          value={value || (field.preset ?? "")}
          onChange={(event) => change(event.target.value)}
        >
          {field.choices?.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...about}
          type={field.kind === "secret" ? "password" : "text"}
          inputMode={field.kind === "url" ? "url" : undefined}
          autoComplete="off"
          spellCheck={false}
          value={value}
          {...(placeholder !== undefined && { placeholder })}
          onChange={(event) => change(event.target.value)}
        />
      )}
      {note && (
        <p id={noteId} className="cue-muted">
          {note}
        </p>
      )}
    </div>
  )
}
