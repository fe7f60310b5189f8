import { amounts } from "./amounts"
import { cartItems } from "./cart-item"
import { dropMissing, readText } from "./text"

const MOST_STEPS = 8
const MOST_ALIKE = 100

/** Where shops write their ids. */
export const ids = [
  "data-product_id",
  "data-product-id",
  "data-productid",
  "data-id-product",
  "data-item-id",
  "data-sku",
  "data-product-sku",
]
/** Where prices stand. */
export const prices =
  '[itemprop="price"],[class*="price" i],[class*="preis" i],[class*="amount" i],[data-price],[data-testid*="price" i]'
export const struck = "del,s,strike"
/** What it costs no more; classes for bold letters and boxes are no word for old. */
export const oldMark =
  /(?<![bghtc])old(?!er)|(?<![a-z])was(?![a-z])|non-?sale|list-?price|strik|line-through|(?<!has-)cross(?!-sell)|regular-?price|price\S*regular|before(?!:)|rrp|uvp|msrp|prev|original|basis|full-?price|compar/i

/** What the core says of a cart control, by its own markup. */
const { describe } = cartItems

/** What a page still wants to know before it puts anything in the cart: a size, a colour. */
const unanswered = "[aria-required=true],[required],.required select,[data-validate*=required]"
const counters =
  'input[name*="qty" i],input[name*="quantity" i],select[name*="qty" i],select[name*="quantity" i],input[type="number"],input[class*="qty" i],input[class*="quantity" i]'

/** What a cart control is about; in a tile of a list the tile tells its name and price. `aboutPage`: there is no tile. */
export function describeInTile(control: Element): ReturnType<typeof describe> {
  const tile = findTile(control)
  let steps = MOST_STEPS
  const own = control.closest("form")
  let form: Element | null = own ?? document.getElementById(control.getAttribute("form") ?? "")
  // Where there is none, what is around a control, its counter and its questions stands for it.
  for (let around = control; !own && around.parentElement && around !== tile && steps-- > 0; ) {
    around = around.parentElement
    const asks = [...around.querySelectorAll(unanswered)].some((one) => !one.closest("form"))
    if (asks || (!form && around.querySelector(counters))) form = around
    if (asks) break
  }
  const id = form?.getAttribute("id")
  const find = (selector: string) =>
    [
      ...(form?.querySelectorAll<HTMLInputElement>(selector) ?? []),
      ...(id ? document.querySelectorAll<HTMLInputElement>(`[form="${CSS.escape(id)}"]`) : []),
    ].filter((one) => one.matches(selector))
  if (find(unanswered).some((one) => one.value === "" && one.closest("form") === own)) return
  const { items } = describe(control)!.props as { items?: [Record<string, unknown>] }
  const read = (name: string) =>
    readText(control.getAttribute(`data-item-${name}`) ?? control.getAttribute(`data-${name}`))
  const count = find(counters)
    .map(({ value }) => value)
    .find((value) => /^[1-9]\d{0,2}$/.test(value))
  const item = dropMissing({
    ...items?.[0],
    quantity: items?.[0].quantity ?? (count && Number(count)),
    item_name: (tile && readTileName(tile)) ?? read("name"),
    price: amounts.read((tile && readTilePrice(tile)) ?? read("price")),
  })
  return { props: Object.keys(item)[0] ? { items: [item] } : {}, aboutPage: !tile }
}

const insideOf = (element: Element): ParentNode => element.shadowRoot ?? element

export function readTileName(tile: Element): string | undefined {
  const inside = insideOf(tile)
  const found = [
    ...inside.querySelectorAll('[itemprop="name"],h2,h3,h4,[class*="title" i],[class*="name" i],h5,h6'),
  ]
  return (
    found.map((one) => readText(one.textContent)).find(Boolean) ??
    readText(inside.querySelector("img[alt]:not([alt=''])")?.getAttribute("alt"))
  )
}

/** What something in a tile costs now, as it is written there. */
export function readTilePrice(tile: Element): string | undefined {
  for (const price of insideOf(tile).querySelectorAll(prices)) {
    let text = price.textContent ?? ""
    for (const part of price.querySelectorAll("*"))
      if (part.matches(struck) || oldMark.test(part.getAttribute("class") ?? ""))
        text = text.replace(part.textContent ?? "", " ")
    if (/\p{Nd}/u.test(text) && !price.closest(struck)) return readText(text)
  }
}

/** The element that repeats in a list and holds the given one; none, where the page's heading is nearer. */
export function findTile(inner: Element): Element | undefined {
  let element = inner
  for (let step = 0; step < MOST_STEPS; step++) {
    // A card may be an element of the shop's own, with everything inside its root.
    const parent: Element | null = element.parentElement ?? (element.getRootNode() as ShadowRoot).host
    if (!parent || element.querySelector("h1")) return
    if (element !== inner && insideOf(element).querySelector("a[href]")) {
      const kind = kindOf(element)
      let alike = 0
      // Of a list of thousands the first tell.
      for (
        let other = (element.parentNode as ParentNode).firstElementChild, left = MOST_ALIKE;
        other && left-- > 0 && alike < 3;
      ) {
        if (kindOf(other) === kind && insideOf(other).querySelector("img")) alike++
        other = other.nextElementSibling
      }
      // Two columns of a layout are alike as well: a pair must call itself a list.
      if (alike > 2 || (alike > 1 && /^(li|article)|product|item|card|tile/i.test(kind))) return element
    }
    element = parent
  }
}

function kindOf(element: Element): string {
  return `${element.localName} ${element.getAttribute("class")?.trim().split(/\s+/)[0]}`
}
