import { parseAmount } from "../shared/log/amount"
import { amounts } from "./amounts"
import { combineClosely } from "./combine-closely"
import type { Extension } from "./inside"
import { learnShops } from "./learn-shops"
import { settleProduct } from "./markup/settle-product"
import { shopDetectors } from "./registry-shop"

/** What the recorder gets on pages of shops. What has happened is kept on for the files that follow. */
export const shopExtension: Extension = {
  detectors: shopDetectors,
  join({ host }) {
    amounts.read = parseAmount
    combineClosely()
    learnShops()
    host.settleProduct = settleProduct
    return Promise.race([])
  },
}
