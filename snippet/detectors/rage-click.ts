import { defineDetector } from "../detector"
import { describeElement, findTarget } from "../gestures"
import { readMarks } from "../marks"

const CLICKS = 3
const WITHIN_MS = 1_000
const NEAR_PX = 30
/**
 * What people rightly press several times: amounts, arrows, pages of a gallery, players and games. Not what stands in a
 * wrapper of the whole page (`page`, `__next`) or is another word (`account`, `preview`).
 */
const repeated =
  /plus|minus|[id][ne]cr|quantity|qty|(?<!ac|dis)count|(?<!\s__)next|prev(?!iew)|arrow|step(per|[-_]?(up|down))|slid|swip|slick|carous|zoom|pager|paginat|page[-_]?(link|item|num|\d)|scroll[-_]?(to|up|down|b)|volume|calendar/i

/** `rage_click`: three presses on one spot within a second. Who marks a word or a line presses as often, and is left out. */
export const rageClick = defineDetector({
  name: "rage-click",
  start(report, _signal, { listen }) {
    let clicks: MouseEvent[] = []
    listen("click", (event) => {
      const click = event as MouseEvent
      const { clientX: x, clientY: y, timeStamp: at } = click
      const target = findTarget(click)
      // A key presses a button too, at no place.
      if (!target || !click.isTrusted || (!x && !y)) return
      clicks = clicks.filter(
        (one) => at - one.timeStamp < WITHIN_MS && Math.hypot(x - one.clientX, y - one.clientY) < NEAR_PX,
      )
      if (
        clicks.push(click) === CLICKS &&
        !target.closest("input,select,textarea,video,audio,canvas,summary,[contenteditable]") &&
        !repeated.test(readMarks(target, 3)) &&
        /[\p{L}\d]|^$/u.test(target.textContent ?? "") &&
        getSelection()?.isCollapsed !== false
      )
        report({
          name: "rage_click",
          source: "page",
          props: { target: describeElement(target), clicks: CLICKS },
          cause: click,
        })
    })
  },
})
