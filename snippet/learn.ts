import { parseAmount } from "../shared/log/amount"
import { amounts } from "./amounts"
import { combineClosely } from "./combine-closely"
import { learnShops } from "./learn-shops"

/** Teaches the core's detectors from the beginning what the script tag's comes with its further files, and what only the extension has room for. */
export function learnEverything(): void {
  amounts.read = parseAmount
  combineClosely()
  learnShops()
}
