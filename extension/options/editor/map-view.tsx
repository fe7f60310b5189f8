import { useEffect, useState } from "react"
import { readMap } from "../map-row"
import type { ActOnOptions } from "../section"
import type { MapSummary, OpenedMap } from "../state"
import { useMapsWords } from "../words"
import { MapEditor } from "./map-editor"

/** A map by its id: read once, then edited. One that is not there (any more) leads back to the list. */
export function MapView({ id, maps, act }: { id: string; maps: readonly MapSummary[]; act: ActOnOptions }) {
  const words = useMapsWords()
  const [opened, setOpened] = useState<OpenedMap | "gone" | null>(null)
  useEffect(() => {
    let left = false
    void readMap(act, id).then((map) => {
      if (!left) setOpened(map ?? "gone")
    })
    return () => {
      left = true
    }
  }, [act, id])

  const summary = maps.find((map) => map.id === id)
  if (opened === null) return null
  if (opened === "gone" || summary?.deletedAt != null)
    return (
      <main className="cue-root cue-options">
        <p className="cue-empty">
          {words.editor.gone} <a href="#maps">{words.back}</a>
        </p>
      </main>
    )
  return <MapEditor opened={opened} title={summary?.title ?? opened.title} act={act} />
}
