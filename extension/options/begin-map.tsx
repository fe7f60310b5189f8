import { type ChangeEvent, useId, useRef, useState } from "react"
import { starterMaps } from "../domain"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { openMap } from "./route"
import type { ActOnOptions } from "./section"
import { useMapsWords } from "./words"

/** As the specification limits a map; a larger file is not even read. */
const mostMapBytes = 1024 * 1024

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

/** A new map: from a starter, empty, or from a file. It opens in the editor. */
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

  async function takeFile(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const file = event.target.files?.[0]
    event.target.value = ""
    if (!file) return
    setTrouble(null)
    if (file.size > mostMapBytes) {
      setTrouble(words.tooLong(formats.number(file.size / mostMapBytes)))
      return
    }
    try {
      await begin(file.name.replace(/\.(ya?ml|json)$/i, ""), await file.text())
    } catch {
      setTrouble(words.unreadable(formats.quote(cutMiddle(file.name, 40))))
    }
  }

  return (
    <div className="cue-field">
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
        <button type="button" className="cue-button" onClick={() => picker.current?.click()}>
          {words.openFile}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".yaml,.yml,.json,application/json,text/yaml"
          aria-label={words.openFile}
          hidden
          onChange={(event) => void takeFile(event)}
        />
      </div>
      {trouble !== null && (
        <p className="cue-problem" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}

function textOf(starter: string): string {
  return Object.hasOwn(starterMaps, starter) ? starterMaps[starter as keyof typeof starterMaps] : emptyMap
}
