import { defineDetector } from "../detector"
import { describeElement, findTarget } from "../gestures"

const CLICKS = 3
const WITHIN_MS = 1_000
const NEAR_PX = 30
/** What people rightly press several times: amounts, arrows, pages of a gallery, players and games. */
const repeated =
  /plus|minus|incr|decr|quantity|qty|count|next|prev|arrow|step|slid|swip|slick|carousel|zoom|page|scroll|volume|seek|spin|calendar|month/i

function isRepeated(target: Element): boolean {
  if (target.closest("input,select,textarea,video,audio,canvas,summary,[contenteditable]")) return true
  let element: Element | null = target
  for (let step = 0; element && step < 4; step++) {
    const words = ["id", "class", "aria-label", "title", "name"].map((name) => element?.getAttribute(name))
    if (repeated.test(words.join(" "))) return true
    element = element.parentElement
  }
  return /^[+\-−–‹›<>«»←→▲▼]$/.test(target.textContent?.trim() ?? "")
}

/** `rage_click`: three presses on one spot within a second. Who marks a word or a line presses as often, and is left out. */
export const rageClick = defineDetector({
  name: "rage-click",
  start(report, _signal, { listen }) {
    let clicks: { x: number; y: number; at: number }[] = []
    listen("click", (event) => {
      const { clientX: x, clientY: y, isTrusted, timeStamp: at } = event as MouseEvent
      const target = findTarget(event)
      // A key presses a button too, at no place.
      if (!target || !isTrusted || (!x && !y)) return
      clicks = clicks.filter((one) => at - one.at < WITHIN_MS && Math.hypot(x - one.x, y - one.y) < NEAR_PX)
      clicks.push({ x, y, at })
      if (clicks.length !== CLICKS || isRepeated(target) || getSelection()?.isCollapsed === false) return
      const props = { target: describeElement(target), clicks: CLICKS }
      report({ name: "rage_click", source: "page", props })
    })
  },
})
