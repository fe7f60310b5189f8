import { cartItems } from "./cart-item"
import { cartWords } from "./cart-words"
import { isFurtherCartControl } from "./cart-words-further"
import { describeInTile } from "./tile"

/** Teaches the core's detectors what is worth its bytes on pages of shops alone: tiles of lists, further languages. */
export function learnShops(): void {
  cartItems.describe = describeInTile
  if (!cartWords.includes(isFurtherCartControl)) cartWords.push(isFurtherCartControl)
}
