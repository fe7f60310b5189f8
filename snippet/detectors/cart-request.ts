import { controls } from "../cart-fields"
import { cartItems } from "../cart-item"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { watchTimeline } from "../timeline"

/** Shopify, WooCommerce (classic and blocks), Magento, OpenCart, BigCommerce, Shopware, Bitrix and their like. */
const changes =
  /[/=]cart\/(add|remove|delete)\b|line-item\/(add|delete)|(add2|add[-_]?to|remove[-_]?from)[-_]?(cart|basket|bag)|sidebar\/removeItem/i
/** Counters and helpers have such names as well. */
const other = /collect|analytic|track|pixel|google|facebook|yandex|\.\w{3,4}$/i
/** A request that the person caused follows the press at once. */
const CAUSED_MS = 2_000

/** The cart as its shop system is asked for it, seen in the browser's own timeline; and WooCommerce's own events. */
export const cartRequest = defineDetector({
  name: "cart-request",
  start(report, signal, around) {
    const { listen } = around
    let control: Element | undefined | null
    let pressedAt = 0
    listen("click", (event) => {
      control = findTarget(event)?.closest(controls)
      pressedAt = event.timeStamp
    })
    const tell = (text: string, source: string, at: number) =>
      report({
        name: /remove|delete/i.test(text) ? "remove_from_cart" : "add_to_cart",
        source,
        at: Math.round(performance.timeOrigin + at),
        // What a cart takes out is none of the page's.
        ...(control?.isConnected &&
          !/remove|delete/i.test(text) &&
          at > pressedAt - 50 &&
          at < pressedAt + CAUSED_MS &&
          cartItems.describe(control)),
      })
    watchTimeline(
      ({ name, initiatorType, responseStatus, startTime }) => {
        const [what] = changes.exec(name) ?? []
        if (what && /^(fetch|xml|beac)/.test(initiatorType) && !(responseStatus >= 400) && !other.test(name))
          tell(what, "request", startTime)
      },
      around,
      signal,
    )
    for (const type of ["wc-blocks_added_to_cart", "wc-blocks_removed_from_cart"])
      listen(type, () => tell(type, "dom-event", performance.now()))
  },
})
