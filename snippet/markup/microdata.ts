import { amounts } from "../amounts"
import type { Product } from "../product"
import { readText } from "../text"

const MOST_SCOPES = 60
const fromAttribute: Record<string, string> = {
  META: "content",
  LINK: "href",
  A: "href",
  IMG: "src",
  DATA: "value",
  METER: "value",
}

/** The products that microdata (and RDFa's `typeof`, which shops write the same way) describe. */
export function readMicrodata(): Product[] {
  const scopes = [...document.querySelectorAll('[itemscope][itemtype*="/Product" i]')].filter(
    // Inside another product it is that one's accessory, variant or review.
    (scope) => !scope.parentElement?.closest('[itemtype*="/Product" i], [itemprop^="is"][itemscope]'),
  )
  return scopes.slice(0, MOST_SCOPES).map(readScope)
}

function readScope(scope: Element): Product {
  const own = (name: string) => findAll(scope, name)[0]
  const price = findAll(scope, "price").concat(findAll(scope, "lowPrice"))
  const prices = price
    .map((element) => amounts.read(readProperty(element)))
    .filter((amount) => amount !== undefined)
  const brand = own("brand")
  return {
    source: "microdata",
    id: readText(readProperty(own("sku") ?? own("productID") ?? own("mpn"))),
    name: readText(readProperty(findAll(scope, "name").find((element) => ownerOf(element) === scope))),
    brand: brand && readText(readProperty(brand.querySelector('[itemprop="name"]') ?? brand)),
    category: readText(readProperty(own("category"))),
    price: prices.find((amount) => amount > 0) ?? prices[0],
    currency: readText(readProperty(own("priceCurrency")))?.toUpperCase(),
    url: readText(readProperty(findAll(scope, "url").find((element) => ownerOf(element) === scope))),
    availability: readText(readProperty(own("availability")))?.replace(/^.*\//, ""),
    prices: [...new Set(prices)],
  }
}

/** Of this product, not of another inside it. */
function findAll(scope: Element, name: string): Element[] {
  return [...scope.querySelectorAll(`[itemprop~="${name}" i]`)].filter(
    (element) => element.closest('[itemtype*="/Product" i]') === scope || element === scope,
  )
}

function ownerOf(element: Element): Element | null | undefined {
  return element.parentElement?.closest("[itemscope]")
}

function readProperty(element: Element | null | undefined): string | null | undefined {
  if (!element) return
  return (
    element.getAttribute("content") ??
    element.getAttribute(fromAttribute[element.tagName] ?? "") ??
    element.textContent
  )
}
