import type { OpenedPage } from "./open-saved-page"
import type { SavedPage } from "./page-files"

/** Codes that a sign can stand for; a sign that is not listed stands for itself. */
const codes: Record<string, string> = {
  "€": "EUR",
  "£": "GBP",
  $: "USD CAD AUD NZD CLP ARS MXN COP UYU TWD HKD SGD",
  "₹": "INR",
  Rs: "PKR INR LKR NPR",
  zł: "PLN",
  "ر.س": "SAR",
  "тг.": "KZT",
  "원~": "KRW",
}

const simplify = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/**
 * Whether a price is the expected one. The index kept some prices as a person wrote them down and not as the number
 * they are (`24.99` for what the page shows as `$24.990`, in a currency without cents): such a price fits only where
 * the page shows it with its thousands.
 */
function fitsPrice(price: number | undefined, saved: SavedPage, text: string): boolean {
  const expected = [saved.expected.price].flat().map(Number)
  if (price === undefined) return false
  if (expected.includes(price)) return true
  const shown = [".", ","].map((mark) => String(price).replace(/\B(?=(\d{3})+$)/g, mark))
  return expected.some((one) => Math.round(one * 1_000) === price) && shown.some((one) => text.includes(one))
}

/** What is wrong with what was recorded of a page; nothing, where it is what a person saw. */
export function judgePage(saved: SavedPage, { events, titles, text }: OpenedPage): string | undefined {
  const views = events.filter(({ name }) => name === "view_item")
  if (views.length !== 1) return `${views.length} view_item events`
  const { currency = "none", items = [] } = views[0]!.props ?? {}
  const { price, item_name = "" } = items[0] ?? {}
  if (typeof price !== "number" || !fitsPrice(price, saved, text))
    return `price ${price} ${currency}, expected ${[saved.expected.price].flat().join(" or ")}`
  const sign = saved.expected.currencySymbol
  if (!/^[A-Z]{3}$/.test(currency) || (sign && !(codes[sign] ?? sign).includes(currency)))
    return `currency ${currency}, expected ${sign}`
  const name = simplify(item_name)
  if (!name || !titles.some((title) => simplify(title ?? "").includes(name)))
    return `name "${item_name}" is in no title or heading`
}

/** Errors of one page that the other has not. */
export function subtractErrors(errors: readonly string[], others: readonly string[]): string[] {
  return [...new Set(errors)].filter((error) => !others.includes(error))
}
