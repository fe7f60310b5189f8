import type { Detector, ProblemCode } from "./detector"
import { atEnd } from "./ending"
import { isHere, type Product, toProps } from "./product"

/** Shops that render in the browser may take this long to say what the page is about. */
export const LOOK_FOR_MS = 10_000
/** A busy page is read at most this often. */
const LOOK_AGAIN_MS = 400

/** Reads the page's products whenever it grows, until there is one: the most telling source first. */
export function watchProducts(
  read: (complain: (code: ProblemCode, detail: string) => void) => Product[],
): Detector["start"] {
  return (report, signal, { onVisit, problem, guard, listen }) => {
    let told = ""
    let timer: ReturnType<typeof setTimeout> | undefined
    /** What the page before had, and until when this one is looked at. */
    let before = ""
    let until = 0

    const stopLooking = () => {
      until = 0
      observer.disconnect()
      clearTimeout(timer)
    }
    const look = guard(() => {
      clearTimeout(timer)
      timer = undefined
      // Markup often stands at the end: half a page is not judged.
      if (document.readyState === "loading") return
      const products = read(problem)
      const [main] = products
      told = main ? `${main.name}|${main.id}|${main.price}` : ""
      // What a single-page application left standing from the page before is not of this one.
      if (main && (told !== before || isHere(main))) {
        stopLooking()
        for (const found of products) {
          const { source, prices } = found
          report({ name: "view_item", source, prices, props: toProps(found) })
        }
      } else if (Date.now() > until) stopLooking()
    })
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(look, LOOK_AGAIN_MS)
    })

    onVisit(({ how, at }) => {
      stopLooking()
      before = how === "navigate" ? told : ""
      until = at + LOOK_FOR_MS
      observer.observe(document, { childList: true, subtree: true })
      timer = setTimeout(look)
    })
    // Between the whole page and this, its deferred scripts run, which may take long: it may have been told by then.
    listen("DOMContentLoaded", () => until && look())
    atEnd(signal, stopLooking)
  }
}
