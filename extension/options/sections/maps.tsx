import { useRef, useState } from "react"
import { englishMaps } from "../../words/english-maps"
import { useReader } from "../../words/reader"
import { russianMaps } from "../../words/russian-maps"
import { cutMiddle } from "../../words/shown-text"
import { BeginMap } from "../begin-map"
import { MapRow } from "../map-row"
import { defineSection, type SectionProps } from "../section"
import { useMapsWords } from "../words"

/** The person's own maps: begin, edit, rename, duplicate, delete and have back. */
export const maps = defineSection({
  id: "maps",
  title: { en: englishMaps.title, ru: russianMaps.title },
  Section: Maps,
})

function Maps({ state, act }: SectionProps) {
  const words = useMapsWords()
  const { formats } = useReader()
  const [lastDeleted, setLastDeleted] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const kept = state.maps.filter(({ deletedAt }) => deletedAt === null)
  const deleted = state.maps.filter(({ deletedAt }) => deletedAt !== null)
  const last = deleted.find(({ id }) => id === lastDeleted)

  async function restore(id: string): Promise<void> {
    await act({ type: "library-restore", id })
    list.current?.focus()
  }

  return (
    <>
      {kept.length === 0 ? (
        <p className="cue-empty">{words.none}</p>
      ) : (
        <div className="cue-card cue-map-list" ref={list} tabIndex={-1}>
          <ul>
            {kept.map((map) => (
              <MapRow
                key={map.id}
                map={map}
                act={act}
                deleted={() => {
                  setLastDeleted(map.id)
                }}
              />
            ))}
          </ul>
        </div>
      )}
      <div role="status">
        {last && (
          <p className="cue-notice">
            {words.deleted(formats.quote(cutMiddle(last.title, 60)))}{" "}
            <button type="button" className="cue-button" onClick={() => void restore(last.id)}>
              {words.undo}
            </button>
          </p>
        )}
      </div>
      <BeginMap act={act} />
      {deleted.length > 0 && (
        <details className="cue-deleted">
          <summary>{words.deletedTitle(deleted.length, formats.number(deleted.length))}</summary>
          <ul className="cue-plain-list">
            {deleted.map(({ id, title }) => (
              <li key={id}>
                <bdi>{cutMiddle(title, 60)}</bdi>
                <button type="button" className="cue-link" onClick={() => void restore(id)}>
                  {words.undo} <span className="cue-unseen">{cutMiddle(title, 60)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
