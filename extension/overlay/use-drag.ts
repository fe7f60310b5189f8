import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from "react"
import type { OverlayMove } from "../messages"
import type { Act } from "./hooks"

type Beginning = NonNullable<OverlayMove["from"]>

/** A hand shakes: what moves less is a click. */
const leastDragPx = 4
const keyStepPx = 8
const keyLeapPx = 40

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/**
 * Handlers that move the overlay: by pointer, and by the arrow keys (with Shift in larger steps). Distances are taken
 * from the screen, because the frame itself moves below the pointer, and from where the drag began.
 */
export function useDrag(act: Act) {
  const drag = useRef<{ from: Beginning; dx: number; dy: number; moved: boolean } | null>(null)
  const suppressClick = useRef(false)

  function end(event: PointerEvent<HTMLElement>): void {
    const current = drag.current
    drag.current = null
    if (!current?.moved) return
    // A press that was let go beside the frame is no click in it, and its end was where it was last seen.
    const isHere = event.type === "pointerup"
    suppressClick.current = isHere
    const dx = isHere ? event.screenX - current.from.x : current.dx
    const dy = isHere ? event.screenY - current.from.y : current.dy
    act({ type: "move", dx, dy, from: current.from, done: true })
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      suppressClick.current = false
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = {
        from: { x: event.screenX, y: event.screenY, at: Date.now() },
        dx: 0,
        dy: 0,
        moved: false,
      }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const current = drag.current
      if (!current) return
      // Let go where the frame did not see it.
      if ((event.buttons & 1) === 0) return end(event)
      const { from, moved } = current
      const dx = event.screenX - from.x
      const dy = event.screenY - from.y
      if (!moved && Math.hypot(dx, dy) < leastDragPx) return
      if (dx === current.dx && dy === current.dy) return
      drag.current = { from, dx, dy, moved: true }
      act({ type: "move", dx, dy, from, done: false })
    },
    onPointerUp: end,
    onPointerCancel: end,
    /** A click that ends a drag is none. */
    onClickCapture(event: MouseEvent<HTMLElement>) {
      if (!suppressClick.current) return
      suppressClick.current = false
      event.preventDefault()
      event.stopPropagation()
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const direction = directions[event.key]
      if (!direction || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      const step = event.shiftKey ? keyLeapPx : keyStepPx
      act({ type: "move", dx: direction[0] * step, dy: direction[1] * step, from: null, done: true })
    },
  }
}
