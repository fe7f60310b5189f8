import { defineDetector } from "../detector"
import { isCartPage } from "../shop-pages"

/** `view_cart`: the page of the cart. */
export const cartView = defineDetector({
  name: "cart-view",
  start(report, _signal, { onVisit }) {
    onVisit(({ how, at }) => {
      if (how !== "restored" && isCartPage(location.href)) report({ name: "view_cart", source: "url", at })
    })
  },
})
