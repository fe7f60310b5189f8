import { heardAt, noteHearing } from "./ending"
import { findTarget } from "./gestures"
import { hear } from "./hear"
import { scrub } from "./scrub"

const MOST_LENGTH = 40
const pressed =
  "button, a[href], summary, [role=button], [role=link], [role=menuitem], [role=tab], [role=option]"

/**
 * What the pressed button or link says, as a person would name it; empty where it says nothing. Never what is typed: of
 * fields nothing is read, nor of what can be edited.
 */
export function readGestureLabel(target: Element): string {
  const element = target.closest<HTMLElement>(pressed)
  if (
    !element ||
    element.isContentEditable ||
    element.querySelector("input, textarea, select, [contenteditable]")
  )
    return ""
  const said = element.getAttribute("aria-label") || element.textContent || element.title
  const text = (said ?? "").replace(/\s+/g, " ").trim()
  return text.length > MOST_LENGTH ? `${text.slice(0, MOST_LENGTH - 1).trimEnd()}…` : text
}

/** The recorder and we hear of one gesture within this. */
const SAME_GESTURE_MS = 50
/** A gesture counts for two seconds: nobody presses more than that. */
const MOST_REMEMBERED = 20

/** Remembers what the pressed elements said, until `signal`. For the extension alone, which keeps it to itself. */
export function watchGestureLabels(signal: AbortSignal): { find(at: number): string | undefined } {
  let remembered: { label: string; at: number }[] = []
  const remember = (event: Event) => {
    const target = event.isTrusted ? findTarget(event) : undefined
    if (!target) return
    const label = scrub(readGestureLabel(target))
    remembered = [...remembered, { label, at: heardAt() }].slice(-MOST_REMEMBERED)
  }
  hear("click keydown", remember, signal)
  noteHearing("click keydown", remember, signal)
  return {
    find: (at) =>
      remembered.findLast((gesture) => Math.abs(gesture.at - at) <= SAME_GESTURE_MS)?.label || undefined,
  }
}
