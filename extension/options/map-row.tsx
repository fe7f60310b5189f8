import { type FormEvent, useEffect, useId, useRef, useState } from "react"
import { useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { openMap } from "./route"
import { saveText } from "./save-file"
import type { ActOnOptions } from "./section"
import type { MapSummary, OpenedMap } from "./state"
import { useMapsWords } from "./words"

interface MapRowProps {
  map: MapSummary
  act: ActOnOptions
  deleted: () => void
}

/** One map of the list. Deleting needs no question: it can be undone. */
export function MapRow({ map, act, deleted }: MapRowProps) {
  const words = useMapsWords()
  const { formats } = useReader()
  const [renaming, setRenaming] = useState(false)
  const again = useRef<HTMLButtonElement>(null)
  const wasRenaming = useRef(false)
  const title = cutMiddle(map.title, 60)
  useEffect(() => {
    if (wasRenaming.current && !renaming) again.current?.focus()
    wasRenaming.current = renaming
  }, [renaming])

  async function save(): Promise<void> {
    const opened = await readMap(act, map.id)
    if (opened) saveText(`${map.title}.yaml`, opened.draft ?? opened.text ?? "", "text/yaml")
  }

  const use = map.usedBy.map((site) => cutMiddle(site, 40))
  return (
    <li className="cue-map-row">
      <div className="cue-map-what">
        <a href={`#map=${encodeURIComponent(map.id)}`} className="cue-map-title">
          <bdi>{title}</bdi>
        </a>
        <p className="cue-muted">
          {map.usable
            ? use.length > 0
              ? words.usedBy(formats.list(use.slice(0, 5)))
              : words.unused
            : words.draftOnly}
          {map.usable && map.hasDraft && ` · ${words.hasDraft}`}
          <span title={formats.exact(map.changedAt)}>
            {" · "}
            {words.changed(formats.moment(map.changedAt, Date.now()))}
          </span>
        </p>
      </div>
      {renaming ? (
        <RenameForm map={map} act={act} done={() => setRenaming(false)} />
      ) : (
        <div className="cue-button-row">
          <RowButton label={words.edit} of={title} press={() => openMap(map.id)} />
          <button ref={again} type="button" className="cue-button" onClick={() => setRenaming(true)}>
            {words.rename} <span className="cue-unseen">{title}</span>
          </button>
          <RowButton
            label={words.copy}
            of={title}
            press={() => void act({ type: "library-copy", id: map.id, title: words.copyOf(map.title) })}
          />
          <RowButton label={words.save} of={title} press={() => void save()} />
          <RowButton
            label={words.delete}
            of={title}
            press={() => {
              deleted()
              void act({ type: "library-delete", id: map.id })
            }}
          />
        </div>
      )}
    </li>
  )
}

/** The text of a map, or null when it is gone. */
export async function readMap(act: ActOnOptions, id: string): Promise<OpenedMap | null> {
  const answer = await act({ type: "library-open", id })
  return answer && "map" in answer ? (answer.map as OpenedMap) : null
}

/** What is pressed is said with the map's name: several rows have the same words. */
function RowButton({ label, of, press }: { label: string; of: string; press: () => void }) {
  return (
    <button type="button" className="cue-button" onClick={press}>
      {label} <span className="cue-unseen">{of}</span>
    </button>
  )
}

function RenameForm({ map, act, done }: { map: MapSummary; act: ActOnOptions; done: () => void }) {
  const words = useMapsWords()
  const [title, setTitle] = useState(map.title)
  const field = useId()

  async function rename(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (title.trim() !== "") await act({ type: "library-rename", id: map.id, title })
    done()
  }

  return (
    <form
      className="cue-button-row"
      onSubmit={(event) => void rename(event)}
      onKeyDown={(event) => event.key === "Escape" && done()}
    >
      <label htmlFor={field} className="cue-unseen">
        {words.renameLabel}
      </label>
      <input
        id={field}
        className="cue-input"
        value={title}
        maxLength={200}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus
        onChange={(event) => setTitle(event.target.value)}
      />
      <button type="submit" className="cue-button cue-button-main">
        {words.renameDone}
      </button>
      <button type="button" className="cue-button" onClick={done}>
        {words.cancel}
      </button>
    </form>
  )
}
