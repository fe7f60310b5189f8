import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from "react"
import type { Act } from "./hooks"

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
 * from the screen, because the frame itself moves below the pointer.
 */
export function useDrag(act: Act) {
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null)
  const suppressClick = useRef(false)

  function end(event: PointerEvent<HTMLElement>): void {
    const current = drag.current
    drag.current = null
    if (!current?.moved) return
    suppressClick.current = event.type === "pointerup"
    act({ type: "move", dx: event.screenX - current.x, dy: event.screenY - current.y, done: true })
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      suppressClick.current = false
      event.currentTarget.setPointerCapture(event.pointerId)
      drag.current = { x: event.screenX, y: event.screenY, moved: false }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const current = drag.current
      if (!current) return
      const dx = event.screenX - current.x
      const dy = event.screenY - current.y
      if (!current.moved && Math.hypot(dx, dy) < leastDragPx) return
      if (dx === 0 && dy === 0) return
      drag.current = { x: event.screenX, y: event.screenY, moved: true }
      act({ type: "move", dx, dy, done: false })
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
      act({ type: "move", dx: direction[0] * step, dy: direction[1] * step, done: true })
    },
  }
}
