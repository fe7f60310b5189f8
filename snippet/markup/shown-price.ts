import { parseAmount } from "../../shared/log/amount"
import type { RecordedEvent } from "../detector"

const priceText = /\d/
const MOST_TEXTS = 5_000
const struckThrough = 'del,s,strike,[class*="old" i],[class*="was" i],[class*="strike" i],[class*="regular" i],[class*="crossed" i]'

/** The amounts that a person sees on the page, except those that are struck through. */
function readShownAmounts(): Set<number> {
  const amounts = new Set<number>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let left = MOST_TEXTS
  while (walker.nextNode() && --left > 0) {
    const text = walker.currentNode.nodeValue ?? ""
    const holder = walker.currentNode.parentElement
    if (text.length > 60 || !priceText.test(text) || !holder || /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(holder.tagName)) continue
    const amount = parseAmount(text)
    if (amount && !holder.closest(struckThrough)) amounts.add(amount)
  }
  return amounts
}

/** Where the sources name several prices, the one that the page shows is the truth. */
export function settlePrice(event: RecordedEvent, prices: number[]): void {
  const items = event.props?.items
  const item = Array.isArray(items) && items.length === 1 ? (items[0] as Record<string, unknown>) : undefined
  if (!item || !event.props) return
  const shown = new Set(prices.concat(Number(item.price)).filter(Number.isFinite)).size > 1 ? readShownAmounts() : undefined
  if (shown && !shown.has(Number(item.price))) item.price = prices.find((price) => shown.has(price)) ?? item.price
  if (item.price !== undefined) event.props.value = item.price
}
