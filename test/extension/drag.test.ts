// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { OverlayMove, Place } from "../../extension/messages"
import { type Drag, followHand } from "../../extension/page/drag"

let place: Place
let drag: Drag
let dropped: Place[]

beforeEach(() => {
  place = { right: 16, bottom: 16 }
  dropped = []
  drag = followHand(
    () => place,
    (next) => {
      place = { right: Math.max(8, next.right), bottom: Math.max(8, next.bottom) }
      return place
    },
    (at) => dropped.push(at),
  )
})
afterEach(() => drag.stop())

const step = (dx: number, dy: number, done = false, at = 1): OverlayMove => ({
  type: "move",
  dx,
  dy,
  from: { x: 500, y: 500, at },
  done,
})

/** The pointer on the page, beside the frame. Returns whether the page's own listeners heard it. */
function onPage(
  type: string,
  screenX: number,
  screenY: number,
  { buttons = 1, isTrusted = true } = {},
): boolean {
  const heard = vi.fn()
  addEventListener(type, heard)
  const event = new Event(type, { bubbles: true })
  for (const [name, value] of Object.entries({ screenX, screenY, buttons, isTrusted }))
    Object.defineProperty(event, name, { value })
  document.dispatchEvent(event)
  removeEventListener(type, heard)
  return heard.mock.calls.length > 0
}

test("the way is counted from where the drag began: what is lost on it costs nothing", () => {
  drag.move(step(-10, -10))
  expect(drag.move(step(-60, -40))).toEqual({ right: 76, bottom: 56 })
  // Beyond the edge and back again: the hand and the overlay meet where they parted.
  drag.move(step(400, 0))
  expect(drag.move(step(-60, -40, true))).toEqual({ right: 76, bottom: 56 })
  expect(drag.move(step(-10, 0, true, 2))).toEqual({ right: 86, bottom: 56 })
})

test("keys move it each time from where it is", () => {
  const key: OverlayMove = { type: "move", dx: -8, dy: 0, from: null, done: true }
  drag.move(key)
  expect(drag.move(key)).toEqual({ right: 32, bottom: 16 })
  expect(onPage("pointermove", 0, 0)).toBe(true)
})

test("the part of a drag that the page sees is followed, kept from the page, and ends there", () => {
  drag.move(step(-10, 0))
  expect(onPage("pointermove", 450, 480)).toBe(false)
  expect(place).toEqual({ right: 66, bottom: 36 })
  drag.move(step(-60, -20))
  expect(onPage("pointerup", 430, 480, { buttons: 0 })).toBe(false)
  expect(dropped).toEqual([{ right: 86, bottom: 36 }])
  // The frame's late word of the same drag moves nothing any more; the next drag does.
  drag.move(step(-60, -20, true))
  expect(place).toEqual({ right: 86, bottom: 36 })
  expect(onPage("pointermove", 0, 0)).toBe(true)
  expect(drag.move(step(-1, 0, false, 2))).toEqual({ right: 87, bottom: 36 })
})

test("on a zoomed page the screen's pixels are fewer of the page's", () => {
  drag.move({ ...step(-10, 0), zoom: 2 })
  onPage("pointermove", 400, 460)
  expect(place).toEqual({ right: 66, bottom: 36 })
})

test("a button let go unseen ends it where it was", () => {
  drag.move(step(-10, 0))
  onPage("pointermove", 100, 100, { buttons: 0 })
  expect(dropped).toEqual([{ right: 26, bottom: 16 }])
})

test("the page cannot drag, and hears its own pointer before and after", () => {
  expect(onPage("pointermove", 100, 100)).toBe(true)
  drag.move(step(-10, 0))
  expect(onPage("pointermove", 100, 100, { isTrusted: false })).toBe(true)
  expect(place).toEqual({ right: 26, bottom: 16 })
  drag.move(step(-10, 0, true))
  expect(onPage("pointerup", 100, 100)).toBe(true)
  expect(dropped).toEqual([])
})
