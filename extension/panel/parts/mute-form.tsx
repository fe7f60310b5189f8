import { useEffect, useId, useRef, useState } from "react"

interface MuteFormProps {
  words: { muteAsk: string; muteHint: string; muteYes: string; cancel: string }
  mute(reason: string): void
  cancel(): void
}

/** Asks why a finding is no problem: a mute without a reason puzzles whoever comes next. */
export function MuteForm({ words, mute, cancel }: MuteFormProps) {
  const [reason, setReason] = useState("")
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className="cue-mute"
      onSubmit={(event) => {
        event.preventDefault()
        mute(reason.trim())
        cancel()
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return
        event.stopPropagation()
        cancel()
      }}
    >
      <label htmlFor={id}>{words.muteAsk}</label>
      <input
        ref={field}
        id={id}
        className="cue-field"
        value={reason}
        maxLength={300}
        placeholder={words.muteHint}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="cue-button-row">
        <button type="submit" className="cue-button cue-button-main">
          {words.muteYes}
        </button>
        <button type="button" className="cue-button" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
