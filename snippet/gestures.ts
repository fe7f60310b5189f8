import type { Listen } from "./detector"
import { heardAt } from "./ending"
import { scrub } from "./scrub"

export interface Gesture {
  type: string
  /** A short css-like description: never a value. */
  target: string
  at: number
}

/** Of the engine's `phantom-event`: what a person did counts for this long. */
const GESTURE_COUNTS_MS = 2_000

/** Where an event began, also inside an open shadow root; of one that is over, the host of that root. */
export function findTarget(event: Event): Element | undefined {
  const [target = event.target] = event.composedPath()
  return target instanceof Element ? target : undefined
}

/** `button#buy.primary`: enough to find the element again, and nothing that a person typed. */
export function describeElement(element: Element): string {
  const name = element.getAttribute("name")
  return (
    element.localName +
    (element.id ? `#${element.id}` : "") +
    [...element.classList]
      .slice(0, 2)
      .map((token) => `.${token}`)
      .join("") +
    (name ? `[name="${name}"]` : "")
  ).slice(0, 120)
}

/**
 * Remembers what the person did last. Only trusted events count: a click that a script makes is nobody's gesture, and
 * neither is a submit, which is trusted even when a script asks for it.
 */
export function watchGestures(listen: Listen): {
  /** What a person did in the two seconds before, if anything. */
  last(at: number): Gesture | null
  /** Counts gestures, so that two pushes after one click are known to be one thing. */
  turn(): number
} {
  let gesture: Gesture | null = null
  let turn = 0
  const remember = (event: Event) => {
    if (!event.isTrusted) return
    const target = findTarget(event)
    turn++
    gesture = {
      type: event.type === "keydown" ? "key" : event.type,
      target: target ? scrub(describeElement(target)) : "document",
      at: heardAt(),
    }
  }
  listen("click keydown", remember)
  return {
    last: (at) => (gesture && at - gesture.at <= GESTURE_COUNTS_MS ? gesture : null),
    turn: () => turn,
  }
}
