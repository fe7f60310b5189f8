import { amounts } from "../amounts"
import { readCurrency } from "../currency"
import { simplify } from "../product"
import { readText } from "../text"
import { findTile, oldMark, struck } from "../tile"

/** A price as a person sees it on the page. */
export interface ShownPrice {
  amount: number
  currency?: string | undefined
  /** How much speaks for it being the price of what the page is about; below 0 it is another price. */
  score: number
  /** It says of itself that it was the price: struck out, or called so. */
  isOld: boolean
}

const MOST_TEXTS = 20_000
const MOST_PRICES = 400
const LONGEST_PRICE_TEXT = 40

const priceMark =
  /price|preis|prix|precio|prezzo|preco|preço|cena|hinta|pris\b|kaina|цен|价|價|amount|buybox|cost/i
const otherMark =
  /shipping|delivery|versand|livraison|envio|доставк|save|saving|discount(?!ed)|spar|rabatt|unit-?price|per-?unit|install|month|credit|loan|rate\b|bonus|points|deposit|tax\b|total|subtotal|cart|basket|related|recommend|similar|upsell|cross-?sell|carousel|slider|swiper|also|review|filter|facet|menu|nav|breadcrumb|minicart|warranty|accessor/i
const otherText =
  /%|[/／]\s?(\d|\p{L})|per (month|kg|100)|[x×]\s?\d|\d\s?[x×]\s|^[-–−+]|(kg|ml|cm|mm|gb|inch)\b|\d (for|für|pour|por|за) |^\P{L}*(you )?(save|spar|[eé]conom|ahorr|скидк|выгод)|\d{1,2}:\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(shipping|deliver|versand|livraison|доставк)\P{Nd}*\p{Nd}/iu
/** "Was: $50", "statt 50 €": what stands before an amount says that it is over. */
const oldText =
  /^\P{L}*(was|msrp|rrp|uvp|statt|regular|original|list( price)?|instead|antes|avant|au lieu|было|старая)\P{L}/iu
/** What costs nothing says so instead of a price. */
const freeText = /^(free( to play)?|gratis|gratuit|kostenlos|бесплатно)$/i
/** A dollar and a pound stand before their amount, also where another number comes first: "Buy 3 albums $9". */
const beforeSign = /^.*?(?=[$£₹]\s?\p{Nd})/u
/** Of these three digits behind the point are their cents: "KD 12.500". */
const thousandths = /^(BHD|JOD|KWD|LYD|OMR|TND)$/

/** A heading as a person reads it: some carry their style within. */
export function readHeading(heading: Element | undefined): string | undefined {
  const copy = heading?.cloneNode(true) as Element | undefined
  for (const unseen of copy?.querySelectorAll("style,script") ?? []) unseen.remove()
  return readText(copy?.textContent)
}

/** Whether the page's title says the same as this heading. */
export function isNamedByTitle(heading: Element): boolean {
  const title = simplify(document.title)
  // Titles are cut, and say the shop's name as well.
  const text = simplify(readHeading(heading) ?? "").slice(0, 40)
  return text.length > 2 && (title.includes(text) || (title.length > 2 && text.includes(title)))
}

/**
 * The heading of what the page is about: the first that the title repeats, `h1` before all others; else the first `h1`.
 */
export function findHeading(): Element | undefined {
  const headings = [...document.querySelectorAll("h1")].filter((heading) => heading.textContent?.trim())
  return (
    headings.find(isNamedByTitle) ??
    headings[0] ??
    [...document.querySelectorAll('h2,h3,h4,[class*="title" i],[class*="name" i]')].find(isNamedByTitle)
  )
}

/** The prices that the page shows, the likeliest first. One walk over its texts. */
export function findShownPrices(near: Element | undefined = findHeading()): ShownPrice[] {
  const found: ShownPrice[] = []
  const seen = new Set<Element>()
  if (!document.body) return found
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let left = MOST_TEXTS
  while (walker.nextNode() && --left > 0 && found.length < MOST_PRICES) {
    const text = walker.currentNode.nodeValue ?? ""
    const holder = walker.currentNode.parentElement
    if (
      !holder ||
      !(/\p{Nd}/u.test(text) || freeText.test(text.trim())) ||
      text.length > 200 ||
      holder.closest("script,style,noscript,template,select,textarea")
    )
      continue
    const element = widen(holder)
    if (seen.has(element)) continue
    seen.add(element)
    const price = judge(element, holder, near)
    if (price) found.push(price)
  }
  // What stands in several places is likelier the price.
  for (const price of found)
    price.score += Math.min(
      1.5,
      0.5 * (found.filter(({ amount, score }) => amount === price.amount && score > 3).length - 1),
    )
  return found.sort((one, other) => other.score - one.score)
}

/** `<b>12</b><sup>99</sup> €` is one price: the smallest element that holds all of it, and no other number. */
function widen(element: Element): Element {
  let widest = element
  for (let step = 0; step < 3; step++) {
    const parent = widest.parentElement
    const text = parent?.textContent?.replace(/\s+/g, " ").trim() ?? ""
    const rest = text.replace(widest.textContent?.replace(/\s+/g, " ").trim() ?? "", " ")
    if (
      !parent ||
      text.length > 24 ||
      // In some scripts the heading, the price and the button together are as short.
      parent.querySelector("h1,button") ||
      (/\p{Nd}/u.test(rest) && !/^\W*[.,]\d+\W*$/.test(rest) && !joinCents(parent))
    )
      break
    widest = parent
  }
  return widest
}

/** The sign may stand beside the element: `$<span>29</span>`. */
function textAround(element: Element): string {
  const before = element.previousSibling?.textContent?.trimEnd().slice(-4) ?? ""
  const after = element.nextSibling?.textContent?.trimStart().slice(0, 4) ?? ""
  return `${/\d/.test(before) ? "" : before} ${/\d/.test(after) ? "" : after}`
}

function marksOf(element: Element): string {
  return ["id", "class", "itemprop", "data-testid", "data-test", "data-qa"]
    .map((name) => element.getAttribute(name) ?? "")
    .join(" ")
}

function judge(element: Element, holder: Element, near: Element | undefined): ShownPrice | undefined {
  const text = (element.textContent ?? "").replace(/\s+/g, " ").trim()
  if (text.length > LONGEST_PRICE_TEXT) return
  const currency = readCurrency(text) ?? readCurrency(textAround(element))
  const own = [element, element.parentElement, element.parentElement?.parentElement].filter(
    (one) => one !== null && one !== undefined,
  )
  const marks = [holder, ...own].map(marksOf).join(" ")
  const isMarked = priceMark.test(marks)
  const amount = isMarked && freeText.test(text) ? 0 : readAmount(element, text, currency) || undefined
  if (amount === undefined || (!currency && !isMarked)) return

  let score = (isMarked ? 3 : 0) + (currency ? 2 : 0)
  const style = getComputedStyle(element)
  const isLined = [style, getComputedStyle(holder)].some((one) =>
    one.textDecorationLine.includes("line-through"),
  )
  const isStruck =
    element.closest(struck) !== null || element.querySelector(struck)?.textContent?.trim() === text
  const isCalledOld = oldText.test(text) || oldMark.test(own.slice(0, 2).map(marksOf).join(" "))
  if (isStruck) score -= 6
  if (isCalledOld) score -= 3
  if (otherMark.test(marks)) score -= 3
  if (otherText.test(text)) score -= 4
  if (element.closest("header,nav,footer,aside")) score -= 3
  if (findTile(element)) score -= 4
  score += closeness(element, near)
  if (isLined) score -= 6
  score += Math.min(2, Math.max(-1, (Number.parseFloat(style.fontSize) - 14) / 6))
  if (element.checkVisibility?.() === false) score -= 5
  return { amount, currency, score, isOld: isLined || isStruck || isCalledOld }
}

function readAmount(element: Element, text: string, currency = ""): number | undefined {
  const amount = amounts.read(joinCents(element) ?? text.replace(beforeSign, ""))
  return amount && thousandths.test(currency) && /^\D*\d+[.,]\d{3}\D*$/.test(text) ? amount / 1_000 : amount
}

/** Cents in an element of their own: `12<sup>99</sup>`, which as text would be 1299. */
function joinCents(element: Element): string | undefined {
  const parts = [...element.querySelectorAll("*")].filter(
    (one) => one.childElementCount === 0 && /^\W*\d+\W*$/.test(one.textContent ?? ""),
  )
  const last = parts.at(-1)
  const cents = /^\W*(\d\d)[^\w%]*$/.exec(last?.textContent ?? "")?.[1]
  if (
    !last ||
    !cents ||
    !/^(SUP |SMALL )|(?<!per)cent(?!er)|fraction|decimal|penn/i.test(`${last.tagName} ${marksOf(last)}`)
  )
    return
  const text = element.textContent ?? ""
  // Its own marks group: `1,646<sup>.00</sup>`.
  const whole = amounts.read(text.slice(0, text.lastIndexOf(cents)).replace(/[.,]\s*$/, ""))
  // Before it the same may stand once more, for who cannot see.
  if (Number.isInteger(whole)) return `${whole},${cents}`
}

/** 5 beside the heading, down to -1 at the other end of the page. */
function closeness(element: Element, near: Element | undefined): number {
  if (!near) return 0
  let steps = 0
  for (let above: Element | null = near; above && !above.contains(element); above = above.parentElement)
    steps++
  const isAfter = Boolean(near.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
  return Math.max(-1, 5 - steps * 0.7) + (isAfter ? 0.5 : -0.5)
}

/** From here on a price is sure enough to be told. */
export const SURE = 6
