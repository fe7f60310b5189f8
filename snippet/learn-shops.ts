import { cartItems } from "./cart-item"
import { cartWords } from "./cart-words"
import { isFurtherCartControl } from "./cart-words-further"
import { combining } from "./combine"
import { readChangedPrice } from "./markup/settle-product"
import { describeInTile } from "./tile"

/** Teaches the core's detectors what is worth its bytes on pages of shops alone: tiles of lists, further languages, what another size costs. */
export function learnShops(): void {
  cartItems.describe = describeInTile
  const { complete } = combining
  combining.complete = (happening, all, letGo) => {
    const { event, parts } = happening
    const cause = parts.find((part) => part.aboutPage && part.cause)?.cause
    const [item] = (event.props?.items ?? []) as { price?: number }[]
    // Of another size it may cost another sum.
    const price = cause && !item?.price ? readChangedPrice(cause.target) : undefined
    if (price) event.props = { ...event.props, items: [{ ...item, price }] }
    complete?.(happening, all, letGo)
  }
  if (!cartWords.includes(isFurtherCartControl)) cartWords.push(isFurtherCartControl)
}
