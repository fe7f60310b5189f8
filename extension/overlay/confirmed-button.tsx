import { useEffect, useRef, useState } from "react"

interface ConfirmedButtonProps {
  label: string
  question: string
  yes: string
  no: string
  onConfirm: () => void
}

/** A button for what cannot be undone: it asks first, and the safe answer has the focus. */
export function ConfirmedButton({ label, question, yes, no, onConfirm }: ConfirmedButtonProps) {
  const [asking, setAsking] = useState(false)
  const [answered, setAnswered] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (asking) keep.current?.focus()
    else if (answered) first.current?.focus()
  }, [asking, answered])

  function answer(confirmed: boolean): void {
    setAsking(false)
    setAnswered(true)
    if (confirmed) onConfirm()
  }

  if (!asking)
    return (
      <button ref={first} type="button" className="cue-button cue-button-bad" onClick={() => setAsking(true)}>
        {label}
      </button>
    )
  return (
    <div
      className="cue-confirm"
      role="alertdialog"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return
        event.stopPropagation()
        answer(false)
      }}
    >
      <p>{question}</p>
      <div className="cue-button-row">
        <button ref={keep} type="button" className="cue-button" onClick={() => answer(false)}>
          {no}
        </button>
        <button type="button" className="cue-button cue-button-bad" onClick={() => answer(true)}>
          {yes}
        </button>
      </div>
    </div>
  )
}
