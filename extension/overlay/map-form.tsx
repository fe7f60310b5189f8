import { type ChangeEvent, useEffect, useId, useRef, useState } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { MapProblems } from "./map-problems"
import type { MapState } from "./state"
import { useReturningFocus } from "./use-returning-focus"

/** As the specification limits a map; a larger file is not even read. */
const mostMapBytes = 1024 * 1024

interface MapFormProps {
  map: MapState
  replace: (text: string, fileName: string | null) => void
  useDefault: () => void
}

/** The map in use, where it comes from, and ways to another: a file, a pasted text, the page's own. */
export function MapForm({ map, replace, useDefault }: MapFormProps) {
  const { words, formats } = useReader()
  const [text, setText] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  /** The map as it was when another one was offered in its place. */
  const offered = useRef<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const label = useId()
  const root = useRef<HTMLDivElement>(null)
  useReturningFocus(text === null ? null : "paste", root)

  // Once the map is taken, its text has done its work; while it has errors it stays, to be corrected here. States that
  // come in between (an event was seen) say nothing of the map that was offered.
  const answer = JSON.stringify(map)
  useEffect(() => {
    if (offered.current === null || offered.current === answer) return
    offered.current = null
    if (map.problems.length === 0) setText(null)
  }, [answer, map.problems.length])

  async function takeFile(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0]
    event.target.value = ""
    if (!file) return
    setTrouble(null)
    if (file.size > mostMapBytes) {
      setTrouble(words.map.tooLong(formats.number(file.size / mostMapBytes)))
      return
    }
    try {
      const content = await file.text()
      setText(content)
      offered.current = answer
      replace(content, file.name)
    } catch {
      setTrouble(words.map.unreadable(formats.quote(cutMiddle(file.name, 40))))
    }
  }

  function takeText(): void {
    if (text === null || text.trim() === "") {
      setTrouble(words.map.empty)
      area.current?.focus()
      return
    }
    setTrouble(null)
    offered.current = answer
    replace(text, null)
  }

  function cancel(): void {
    setText(null)
    setTrouble(null)
  }

  const from = map.from === null ? "" : cutMiddle(map.from, 46)
  return (
    <div ref={root} className="cue-map">
      <p>
        <strong>
          <bdi>{cutMiddle(map.name, 60)}</bdi>
        </strong>{" "}
        <span className="cue-muted">
          {words.map.origin[map.origin]}
          {from !== "" && (
            <>
              : <bdi>{from}</bdi>
            </>
          )}
        </span>
      </p>
      {map.problems.length > 0 && <MapProblems problems={map.problems} area={area} text={text} />}
      {trouble !== null && (
        <p className="cue-problem" role="alert">
          {trouble}
        </p>
      )}
      {text === null ? (
        <div className="cue-button-row">
          <button type="button" className="cue-button" onClick={() => picker.current?.click()}>
            {words.map.choose}
          </button>
          <button
            type="button"
            className="cue-button"
            data-opens="paste"
            onClick={() => {
              setText("")
              setTrouble(null)
            }}
          >
            {words.map.paste}
          </button>
        </div>
      ) : (
        <div className="cue-map-paste" data-opened="">
          <label htmlFor={label}>{words.map.pasteLabel}</label>
          <textarea
            id={label}
            ref={area}
            className="cue-text"
            rows={8}
            wrap="off"
            spellCheck={false}
            placeholder={words.map.pasteHint}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return
              // It closes this, and not the menu around it; a text is not lost by a key.
              event.preventDefault()
              if (text === "") cancel()
            }}
          />
          <div className="cue-button-row">
            <button type="button" className="cue-button cue-button-main" onClick={takeText}>
              {words.map.use}
            </button>
            <button type="button" className="cue-button" onClick={cancel}>
              {words.map.cancel}
            </button>
          </div>
        </div>
      )}
      {(map.origin === "file" || map.origin === "text" || map.problems.length > 0) && text === null && (
        <button type="button" className="cue-link" onClick={useDefault}>
          {words.map.default}
        </button>
      )}
      <input
        ref={picker}
        type="file"
        accept=".yaml,.yml,.json,application/json,text/yaml"
        aria-label={words.map.choose}
        hidden
        onChange={takeFile}
      />
    </div>
  )
}
