import { cartItems, controls } from "../cart-item"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"

/** Shopify, WooCommerce (classic and blocks), Magento, OpenCart, BigCommerce, Shopware, Bitrix and their like. */
const adds =
  /\/cart\/add(\.js|-item|[/?]|$)|wc-ajax=add_to_cart|checkout\/cart\/add|[/=]cart\/add\b|add[-_]?to[-_]?(cart|basket|bag)|checkout\/line-item\/add|ADD2BASKET/i
const removes =
  /wc-ajax=remove_from_cart|\/cart\/remove(-item|[/?]|$)|sidebar\/removeItem|[/=]cart\/(remove|delete)\b|line-item\/delete|remove[-_]?from[-_]?(cart|basket|bag)/i
/** Counters and helpers have such names as well. */
const other =
  /collect|analytic|track|pixel|log\b|\.(css|png|gif|jpe?g|svg|webp|woff2?)(\?|$)|google|facebook|yandex\.ru\/(watch|metri)/i
/** A request that the person caused follows the press at once. */
const CAUSED_MS = 2_000

/** The cart as its shop system is asked for it, seen in the browser's own timeline; and WooCommerce's own events. */
export const cartRequest = defineDetector({
  name: "cart-request",
  start(report, signal, { listen, guard }) {
    let pressed: { control: Element; at: number } | undefined
    listen("click", (event) => {
      const control = findTarget(event)?.closest(controls)
      if (control) pressed = { control, at: Date.now() }
    })
    const tell = (name: string, source: string, at: number) => {
      const cause =
        pressed && at - pressed.at < CAUSED_MS && at >= pressed.at - 50 ? pressed.control : undefined
      report({ name, source, at, ...(cause?.isConnected && cartItems.describe(cause)) })
    }
    const observer = new PerformanceObserver(
      guard((list) => {
        for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
          const { name: address, initiatorType, responseStatus, startTime } = entry
          if (!/^(fetch|xmlhttprequest|beacon)$/.test(initiatorType) || responseStatus >= 400) continue
          if (other.test(address)) continue
          const name = adds.test(address) ? "add_to_cart" : removes.test(address) ? "remove_from_cart" : ""
          if (name) tell(name, "request", Math.round(performance.timeOrigin + startTime))
        }
      }),
    )
    observer.observe({ type: "resource" })
    signal.addEventListener("abort", () => observer.disconnect())
    listen("wc-blocks_added_to_cart", () => tell("add_to_cart", "dom-event", Date.now()))
    listen("wc-blocks_removed_from_cart", () => tell("remove_from_cart", "dom-event", Date.now()))
  },
})
