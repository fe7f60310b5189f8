import { defineDetector } from "../detector"
import { atEnd } from "../ending"
import { readShopData } from "../markup/shop-data"
import { toProps } from "../product"

/** A shop that renders late is asked again. */
const LOOK_AFTER_MS = [0, 1_000, 3_000]

/** `view_item` from what shop systems keep of the product in their pages, for their own scripts. */
export const shopData = defineDetector({
  name: "shop-data",
  start(report, signal, { onVisit, guard }) {
    let timers: ReturnType<typeof setTimeout>[] = []
    let told = ""
    const stopLooking = () => {
      for (const timer of timers) clearTimeout(timer)
    }
    const look = guard(() => {
      const found = document.readyState === "loading" ? undefined : readShopData()
      const key = found && JSON.stringify([found.id, found.name, found.price])
      if (!found || !key || key === told) return
      told = key
      stopLooking()
      report({ name: "view_item", source: found.source, prices: found.prices, props: toProps(found) })
    })
    onVisit(({ how }) => {
      stopLooking()
      // What a single-page application left standing is not of the new page; what was left by going back is.
      if (how !== "navigate") told = ""
      timers = LOOK_AFTER_MS.map((after) => setTimeout(look, after))
    })
    atEnd(signal, stopLooking)
  },
})
