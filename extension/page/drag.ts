import type { OverlayMove, Place } from "../messages"

/** Moves the overlay as the hand in it does. What the hand does is told from the frame, by way of the worker. */
export interface Drag {
  move(step: OverlayMove): Place
  stop(): void
}

const moves = ["pointermove", "pointerup", "pointercancel"]

/**
 * The overlay runs after the hand, and where the browser does not leave the pointer to the frame (input of automata, a
 * frame that comes to hang), a part of the drag happens on the page: it is followed there too, until the button is up.
 * `goTo` answers with where the overlay came to lie; `drop` is told when the page saw the end.
 */
export function followHand(
  where: () => Place,
  goTo: (place: Place) => Place,
  drop: (place: Place) => void,
): Drag {
  /** The drag that goes on, or the last one: a late word of it must not move what has been dropped. */
  let start: (Place & Pick<OverlayMove, "from" | "zoom">) | null = null
  let goesOn = false

  const go = (dx: number, dy: number): Place =>
    start ? goTo({ right: start.right - dx, bottom: start.bottom - dy }) : where()

  function listen(on: boolean): void {
    goesOn = on
    for (const type of moves)
      on ? addEventListener(type, onPage, true) : removeEventListener(type, onPage, true)
  }

  function onPage(event: Event): void {
    const { isTrusted, screenX, screenY, buttons } = event as PointerEvent
    if (!isTrusted || !start?.from) return
    event.stopImmediatePropagation()
    const isMove = event.type === "pointermove" && (buttons & 1) === 1
    const isUp = event.type === "pointerup"
    const { from, zoom = 1 } = start
    const place = isMove || isUp ? go((screenX - from.x) / zoom, (screenY - from.y) / zoom) : where()
    if (isMove) return
    listen(false)
    drop(place)
  }

  return {
    move({ dx, dy, from, zoom, done }) {
      const isNew = !start || !from || start.from?.at !== from.at
      if (isNew) start = { ...where(), from, zoom }
      else if (!goesOn) return where()
      if (isNew && from) listen(true)
      const place = go(dx, dy)
      if (done) listen(false)
      return place
    },
    stop: () => listen(false),
  }
}
