import { parseAmount } from "../shared/log/amount"
import { amounts } from "./amounts"
import { cartItems } from "./cart-item"
import { cartWords } from "./cart-words"
import { isFurtherCartControl } from "./cart-words-further"
import { combineClosely } from "./combine-closely"
import { currencies } from "./currencies"
import { readCurrency } from "./currency"
import { describeInTile } from "./tile"

/** Teaches the core's detectors what only the extension has room for. */
export function learnEverything(): void {
  amounts.read = parseAmount
  combineClosely()
  currencies.read = (text = "") => readCurrency(text)
  cartItems.describe = describeInTile
  if (!cartWords.includes(isFurtherCartControl)) cartWords.push(isFurtherCartControl)
}
