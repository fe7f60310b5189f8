import { useEffect, useId, useRef, useState } from "react"
import { starterMaps } from "../domain"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { MOST_MAP_BYTES } from "./fetch-map"
import { FetchMapForm } from "./fetch-map-form"
import { openMap } from "./route"
import type { ActOnOptions } from "./section"
import { StarterPreview } from "./starter-preview"
import { useMapsWords } from "./words"

/** The least that is a map. */
const emptyMap = `cuelight: 1
id: my-map
name: My map
timeZone: UTC # where a person's own zone is not known
# sites: ["https://shop.example/*"] # these take the map by themselves
stages: # in order; a person is in the last one whose \`when\` holds
  - id: awareness
  - { id: consideration, when: { event: view_item } }
  - { id: purchase, when: { event: purchase } }
channels:
  email: { status: live, address: email, consent: opt-in }
messages: {}
scenarios: []
`

/** A new map: from a starter, empty, from a file or from the web. It opens in the editor. */
export function BeginMap({ act }: { act: ActOnOptions }) {
  const words = useMapsWords()
  const { formats } = useReader()
  const [starter, setStarter] = useState("online-shop")
  const [trouble, setTrouble] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const field = useId()

  async function begin(title: string, text: string): Promise<void> {
    const answer = await act({ type: "library-new", title, text })
    if (answer && "id" in answer && typeof answer.id === "string") openMap(answer.id)
    else if (answer) setTrouble(words.full)
  }

  async function takeFile(file: File | undefined): Promise<void> {
    if (!file) return
    setTrouble(null)
    const size = formats.number(file.size / MOST_MAP_BYTES)
    if (file.size > MOST_MAP_BYTES) return setTrouble(words.tooLong(size))
    try {
      const text = await file.text()
      if (isOtherFile(text)) setTrouble(words.otherFile)
      else await begin(file.name.replace(/\.(ya?ml|json)$/i, ""), text)
    } catch {
      setTrouble(words.unreadable(formats.quote(cutMiddle(file.name, 40))))
    }
  }

  const drop = useRef(takeFile)
  drop.current = takeFile
  useEffect(() => {
    // Anywhere on the page: beside a small area the browser would leave the page and show the file.
    const hover = (event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault()
    const take = (event: DragEvent) => {
      if (event.dataTransfer?.files.length === 0) return
      event.preventDefault()
      void drop.current(event.dataTransfer?.files[0])
    }
    addEventListener("dragover", hover)
    addEventListener("drop", take)
    return () => {
      removeEventListener("dragover", hover)
      removeEventListener("drop", take)
    }
  }, [])

  return (
    <div className="cue-field cue-begin">
      <h3>{words.from}</h3>
      <div className="cue-button-row">
        <label htmlFor={field} className="cue-unseen">
          {words.starter}
        </label>
        <select
          id={field}
          className="cue-select"
          value={starter}
          onChange={(event) => setStarter(event.target.value)}
        >
          {Object.entries(words.starters).map(([id, title]) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="cue-button cue-button-main"
          onClick={() => void begin(words.starters[starter] ?? starter, textOf(starter))}
        >
          {words.begin}
        </button>
      </div>
      <StarterPreview text={textOf(starter)} />
      <div className="cue-button-row">
        <button type="button" className="cue-button" onClick={() => picker.current?.click()}>
          {words.openFile}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".yaml,.yml,.json,application/json,text/yaml"
          aria-label={words.openFile}
          hidden
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ""
            void takeFile(file)
          }}
        />
        <span className="cue-muted">{words.dropFile}</span>
      </div>
      <FetchMapForm take={begin} />
      {trouble !== null && (
        <p className="cue-problem" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}

/** What other buttons of this page have saved begins so, and would be a map of a hundred errors. */
function isOtherFile(text: string): boolean {
  return /^\s*\{\s*"cuelight(Backup|Audit)"/.test(text)
}

function textOf(starter: string): string {
  return Object.hasOwn(starterMaps, starter) ? starterMaps[starter as keyof typeof starterMaps] : emptyMap
}
