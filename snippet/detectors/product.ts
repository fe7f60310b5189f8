import { defineDetector, type ProblemCode } from "../detector"
import { readJsonLd } from "../markup/json-ld"
import { readMicrodata } from "../markup/microdata"
import { readOpenGraph } from "../markup/opengraph"
import { findMain, type Product, toProps } from "../product"

/** Shops that render in the browser may take this long to say what the page is about. */
const LOOK_FOR_MS = 10_000
/** A busy page is read at most this often. */
const LOOK_AGAIN_MS = 400

/** The product that the page is about, from schema.org (JSON-LD, microdata) and OpenGraph. */
export const product = defineDetector({
  name: "product",
  start(report, signal, { onVisit, problem }) {
    let told = ""
    let stopLooking = () => {}
    const complained = new Set<string>()
    const complain = (code: ProblemCode, detail: string) => {
      if (!complained.has(detail)) problem(code, detail)
      complained.add(detail)
    }

    onVisit(({ how, at }) => {
      stopLooking()
      const before = how === "navigate" ? told : ""
      let timer: ReturnType<typeof setTimeout> | undefined

      const look = () => {
        clearTimeout(timer)
        timer = undefined
        // Markup often stands at the end: half a page is not judged.
        if (signal.aborted || document.readyState === "loading") return
        const products = readProducts(complain)
        const [main] = products
        told = main ? `${main.name}|${main.id}|${main.price}` : ""
        // Markup that a single-page application left standing from the page before.
        if (main && told !== before) {
          stopLooking()
          for (const { prices, source, ...rest } of products)
            report({ name: "view_item", source, prices, props: toProps({ ...rest, prices, source }) })
        } else if (Date.now() - at > LOOK_FOR_MS) stopLooking()
      }
      const observer = new MutationObserver(() => {
        timer ??= setTimeout(look, LOOK_AGAIN_MS)
      })
      stopLooking = () => {
        observer.disconnect()
        clearTimeout(timer)
        document.removeEventListener("DOMContentLoaded", look)
      }
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", look, { signal })
      else timer = setTimeout(look)
      observer.observe(document, { childList: true, subtree: true })
    })
    signal.addEventListener("abort", () => stopLooking())
  },
})

/** One product a source, the most telling source first. */
function readProducts(complain: (code: ProblemCode, detail: string) => void): Product[] {
  return [findMain(readJsonLd(complain)), findMain(readMicrodata()), readOpenGraph()].filter(
    (found) => found !== undefined,
  )
}
