import { type ReactNode, useId } from "react"

interface ChoiceProps {
  label: string
  value: string
  choose(value: string): void
  note?: string | undefined
  children: ReactNode
}

/** One field of a form with a few answers. */
export function Choice({ label, value, choose, note, children }: ChoiceProps) {
  const id = useId()
  return (
    <div className="cue-source-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="cue-source-input"
        value={value}
        onChange={(event) => choose(event.target.value)}
      >
        {children}
      </select>
      {note && <p className="cue-muted">{note}</p>}
    </div>
  )
}
