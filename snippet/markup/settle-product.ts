import { readCurrency } from "../currency"
import type { RecordedEvent, Sighting } from "../detector"
import { simplify } from "../product"
import { readText } from "../text"
import {
  findHeading,
  findShownPrices,
  isNamedByTitle,
  readHeading,
  type ShownPrice,
  SURE,
} from "./shown-price"

type Item = Record<string, unknown>

/** Codes that were replaced, and still stand in markup. */
const renamed: Record<string, string> = { RUR: "RUB", BYR: "BYN", EURO: "EUR" }

function itemOf(props: Record<string, unknown> | undefined): Item | undefined {
  return Array.isArray(props?.items) && props.items.length === 1 ? (props.items[0] as Item) : undefined
}

/** The three letters of ISO 4217, from a code, an old code or a sign. */
export function settleCurrency(told: unknown): string | undefined {
  const text = String(told ?? "")
    .trim()
    .toUpperCase()
  return renamed[text] ?? (/^[A-Z]{3}$/.test(text) ? text : readCurrency(text))
}

/** What the page showed when its product was told. */
let shownBefore: readonly ShownPrice[] = []

/** How often a price is shown that may be the product's. */
const count = (shown: readonly ShownPrice[], amount: number) =>
  shown.filter((price) => price.amount === amount && price.score > 0 && !price.isOld).length

/**
 * What the product costs that is chosen now: a price that was not shown before, or not as often, beside what was pressed.
 * None, where all is as it was.
 */
export function readChangedPrice(near: unknown): number | undefined {
  if (!(near instanceof Element) || !shownBefore[0]) return
  const shown = findShownPrices(near)
  return shown.find(
    ({ amount, score, isOld }) =>
      score >= SURE && !isOld && count(shown, amount) > count(shownBefore, amount),
  )?.amount
}

/**
 * What the page shows is the truth: where the sources name several prices, or one that the page does not show; for a
 * currency that nobody names; and for the name, which is that of the heading or the title.
 */
export function settleProduct(event: RecordedEvent, parts: readonly Sighting[]): void {
  // A site may say no more than that a product is looked at.
  const before = event.props?.items === undefined ? {} : itemOf(event.props)
  if (!before) return
  // What a source has told stays as it was told: by it the source is known again.
  const item: Item = { ...before }
  event.props = { ...event.props, items: [item] }
  const heading = findHeading()
  const shown = findShownPrices(heading)
  shownBefore = shown
  const named = new Set([item.price, ...parts.flatMap(({ prices }) => prices ?? [])])
  const told = settleCurrency(event.props.currency)
  // A price that is shown in another currency is another price; whose dollars they are the page often does not say.
  const fits = ({ currency = told }: ShownPrice) => !told || [told, "USD"].includes(currency!)
  const best = shown.find((price) => named.has(price.amount) && price.score > 0 && fits(price))
  // Where the source's own price is shown as well as any other of its prices, it stands.
  const own = shown.find((price) => price.amount === item.price && fits(price))
  const sure = shown.find(({ amount, score }) => amount && score >= SURE)
  const meant = own && best && own.score >= best.score - 1 ? own : best
  // Markup that kept the price of before the sale: it stands on the page as the old one, beside the lower that counts.
  const isSale = meant?.isOld && sure && !sure.isOld && sure.amount < meant.amount
  const truth = isSale ? sure : (meant ?? sure)
  if (truth) item.price = truth.amount
  const currency = told ?? truth?.currency
  if (currency) event.props.currency = currency
  if (item.price !== undefined) event.props.value = item.price

  const name = settleName(
    [item, ...parts.map(({ props }) => itemOf(props))].map((one) => readText(one?.item_name)),
    heading,
  )
  if (name) item.item_name = name
  if (!Object.keys(item)[0]) delete event.props.items
}

/** The first name that a heading or the title says too; a heading inside it is the name without its trimmings. */
function settleName(
  names: readonly (string | undefined)[],
  heading: Element | undefined,
): string | undefined {
  const headings = [...document.querySelectorAll("h1,h2")].map(({ textContent }) =>
    simplify(textContent ?? ""),
  )
  const says = (text: string, name: string | undefined) =>
    name !== undefined && simplify(name) !== "" && text.includes(simplify(name))
  const fromHeading = heading && isNamedByTitle(heading) ? readHeading(heading) : undefined
  const title = document.title
  return (
    names.find((name) => headings.some((text) => says(text, name))) ??
    (names.some((name) => says(simplify(name ?? ""), fromHeading)) ? fromHeading : undefined) ??
    names.find((name) => says(simplify(title), name)) ??
    fromHeading ??
    [...[...document.querySelectorAll("h1")].map(readHeading), ...title.split(/ [-–—|:·] |[|｜]/)]
      .find((part = "") => names.some((name) => part.trim().length > 3 && says(simplify(name ?? ""), part)))
      ?.trim() ??
    // What still has its marks escaped the page says better.
    (names.some((name) => name && !/&#?\w+;/.test(name)) ? undefined : readHeading(heading))
  )
}
