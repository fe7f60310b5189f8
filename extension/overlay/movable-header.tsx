import type { ReactNode } from "react"
import { useReader } from "../words/reader"
import { Icon } from "./glyph"
import type { Act } from "./hooks"
import { useDrag } from "./use-drag"

/** The row by which an overlay is moved: by pointer anywhere beside its buttons, by keys at the grip. */
export function MovableHeader({ act, children }: { act: Act; children: ReactNode }) {
  const { words } = useReader()
  const drag = useDrag(act)
  return (
    <div
      className="cue-header-row"
      onPointerDown={(event) => {
        if (!(event.target as Element).closest("button:not(.cue-grip)")) drag.onPointerDown(event)
      }}
      onPointerMove={drag.onPointerMove}
      onPointerUp={drag.onPointerUp}
      onPointerCancel={drag.onPointerCancel}
    >
      <button type="button" className="cue-grip" aria-label={words.overlay.move} onKeyDown={drag.onKeyDown}>
        <Icon name="grip" />
      </button>
      {children}
    </div>
  )
}
