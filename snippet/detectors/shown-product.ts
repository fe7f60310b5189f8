import { amounts } from "../amounts"
import { controls } from "../cart-fields"
import { isCartControl } from "../cart-words"
import { defineDetector } from "../detector"
import { atEnd } from "../ending"
import { readMarks } from "../marks"
import { readJsonLd } from "../markup/json-ld"
import { findHeading, findShownPrices, isNamedByTitle, readHeading, SURE } from "../markup/shown-price"
import { readOwnCurrency } from "../own-currency"
import { toProps } from "../product"
import { findTile } from "../tile"

/** A page is judged when it has stood still for this long, and once more for those that render late. */
const LOOK_AFTER_MS = [1_200, 4_000]
const MOST_CONTROLS = 4
const ENOUGH = 3
const PLENTY = 5
/** Links of large menus among them. */
const MOST_LOOKED_AT = 2_000

const otherPath =
  /\/(cart|basket|checkout|warenkorb|kasse|panier|carrito|carrello|koszyk|korzina|order|search|wishlist)s?\b/i
const productPath =
  /\/(products?|produkte?|produit|producto|prodotto|produto|tovar|goods|items?|itm|dp|pd|p|artikel|article|prod)[/_-]|\d{4,}(\.\w+)?\/?$/i

/** What on the page says that one thing is for sale here: a heading and a price alone are no product. */
function weighEvidence(heading: Element): number {
  const isMain = (element: Element) => !findTile(element) && !element.closest("header,nav,footer,aside")
  const has = (selector: string) => [...document.querySelectorAll(selector)].slice(0, 20).some(isMain)
  const carts = [...document.querySelectorAll(controls)]
    .slice(0, MOST_LOOKED_AT)
    .filter((control) => isCartControl(control) && isMain(control))
  const type = document.querySelector('meta[property="og:type"]')?.getAttribute("content") ?? ""
  return (
    (carts.length > 0 && carts.length <= MOST_CONTROLS ? 3 : 0) +
    (/product(?!.?group)/i.test(type) || readJsonLd(() => {}).length === 1 ? 3 : 0) +
    (has('[itemprop="price" i]') ? 2 : 0) +
    (has('[name="product_id" i],[name="id_product"],[name="add-to-cart"],[name="productId" i]') ? 2 : 0) +
    (has('[name="quantity" i],[name="qty" i]') ? 1 : 0) +
    (/product|pdp/i.test(`${document.body.className} ${document.body.id}`) ? 1 : 0) +
    (/product(?!s|-?(list|grid|item))/i.test(`${readMarks(heading)} ${heading.getAttribute("data-testid")}`)
      ? 2
      : 0) +
    (productPath.test(location.pathname) ? 1 : 0)
  )
}

const writtenPrice = /[$€£¥₹₽]\s?(\d[\d.,\s]*)|(\d[\d.,\s]*)(?:[€₽元円원]|zł|Kč|руб)/g

/** Shops that tell search engines and those who share a page what it costs name the price that the page shows. */
function weighDescription(amount: number): number {
  const told = [
    ...document.querySelectorAll('meta[property="og:description"],meta[name="description" i]'),
  ].flatMap((meta) => [...(meta.getAttribute("content") ?? "").matchAll(writtenPrice)])
  return told.some(([, before, after]) => amounts.read(before ?? after) === amount) ? 2 : 0
}

/** The product of a page that has no markup: its heading, and the price that a person sees beside it. */
export const shownProduct = defineDetector({
  name: "shown-product",
  start(report, signal, { onVisit, guard, listen }) {
    let told = ""
    let before = ""
    let timers: ReturnType<typeof setTimeout>[] = []
    const stopLooking = () => {
      for (const timer of timers) clearTimeout(timer)
      timers = []
    }

    const look = guard(() => {
      if (location.pathname === "/" || otherPath.test(location.pathname) || told) return
      const heading = findHeading()
      const name = readHeading(heading)
      if (!heading || !name) return
      const evidence = weighEvidence(heading)
      // Some titles praise the product in other words.
      if (evidence === 0 || (evidence < PLENTY && !isNamedByTitle(heading))) return
      const best = findShownPrices(heading).find(({ amount }) => amount)
      if (!best?.currency || best.score < SURE || evidence + weighDescription(best.amount) < ENOUGH) return
      told = `${name}|${best.amount}`
      if (told === before) return
      const { amount: price } = best
      // Whose dollars they are the page knows best.
      const currency = (best.currency === "USD" && readOwnCurrency("$")) || best.currency
      const props = toProps({ source: "page", name, price, currency, prices: [] })
      report({ name: "view_item", source: "page", props })
    })
    const begin = () => {
      stopLooking()
      if (document.readyState !== "loading") timers = LOOK_AFTER_MS.map((after) => setTimeout(look, after))
    }

    onVisit(({ how }) => {
      before = how === "navigate" ? told : ""
      told = ""
      begin()
    })
    listen("DOMContentLoaded", begin)
    atEnd(signal, stopLooking)
  },
})
