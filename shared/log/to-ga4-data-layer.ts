import type { TouchpointEvent } from "../event"
import { CONSENT_MODE } from "./consent-mode"
import { renameAll, type WrittenPush, wrapPush } from "./write-push"

/** Events whose properties GA4 wants under `ecommerce`. */
const shopping =
  /^(add_(payment_info|shipping_info|to_cart|to_wishlist)|begin_checkout|purchase|refund|remove_from_cart|select_(item|promotion)|view_(cart|item|item_list|promotion))$/

/**
 * An event as a push to a GA4 data layer: the way back of the dialect `ga4-data-layer`. `push` is what a page would push;
 * beside it stand time, person and page, as logs of pushes keep them. Our names are GA4's already.
 */
export function toGa4DataLayer(event: TouchpointEvent): WrittenPush {
  return wrapPush(event, tell(event))
}

function tell({ name, props = {}, page }: TouchpointEvent): unknown {
  if (name === "identify") return ["set", "user_properties", props]
  if (name === "consent") return ["consent", "update", renameAll(props, CONSENT_MODE)]
  if (shopping.test(name)) return { event: name, ecommerce: props }
  const where =
    name === "page_view" && page
      ? {
          ...(page.url !== undefined && { page_location: page.url }),
          ...(page.title !== undefined && { page_title: page.title }),
          ...(page.referrer !== undefined && { page_referrer: page.referrer }),
        }
      : {}
  // Names that mean something to a data layer itself travel as parameters of a call.
  const meets = "event" in props || "ecommerce" in props
  return meets ? ["event", name, { ...where, ...props }] : { event: name, ...where, ...props }
}
