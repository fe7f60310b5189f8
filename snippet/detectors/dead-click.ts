import { defineDetector } from "../detector"
import { atEnd } from "../ending"
import { describeElement, findTarget } from "../gestures"
import { readMarks } from "../marks"

/** A page that has not answered by then has not answered. */
const ANSWER_MS = 3_000
const pressed = 'button,[role=button],[type=button],[type=submit],a[href="#"],a[href^="javascript:"]'
/** Whose answer cannot be seen from the document: players, pictures, clipboards, printers, native pop-ups. */
const unseen =
  "[disabled],[aria-disabled=true],[popovertarget],[commandfor],[download],label,video,audio,canvas,object,embed,[contenteditable]"
const unseenWork = /cop(y|i)|clipboard|print|play|pause|mute|копир|печать|druck|imprim/i
const answers =
  "scroll toggle play pause copy submit input change invalid fullscreenchange beforeprint pagehide visibilitychange transitionrun animationstart blur keydown"

/** `dead_click`: a press on a button after which nothing on the page changes, moves, loads or goes. */
export const deadClick = defineDetector({
  name: "dead-click",
  start(report, signal, { listen, onVisit, guard }) {
    let timer: ReturnType<typeof setTimeout> | undefined
    const forget = () => {
      clearTimeout(timer)
      changes.disconnect()
      requests.disconnect()
    }
    const changes = new MutationObserver(forget)
    const requests = new PerformanceObserver(forget)
    onVisit(forget)
    atEnd(signal, forget)
    listen("click", (event) => {
      forget()
      const control = findTarget(event)?.closest(pressed)
      if (
        !control ||
        !event.isTrusted ||
        // One that was over before this began may have been answered unseen.
        !event.eventPhase ||
        // What happens inside of a component is its own.
        control.getRootNode() !== document ||
        control.closest(unseen) ||
        unseenWork.test(readMarks(control) + control.textContent)
      )
        return
      changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      requests.observe({ type: "resource" })
      timer = setTimeout(
        guard(() => {
          forget()
          report({ name: "dead_click", source: "page", props: { target: describeElement(control) } })
        }),
        ANSWER_MS,
      )
    })
    for (const type of answers.split(" ")) listen(type, forget)
  },
})
