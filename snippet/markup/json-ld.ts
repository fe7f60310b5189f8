import { amounts } from "../amounts"
import type { ProblemCode } from "../detector"
import type { Product } from "../product"
import { readText } from "../text"

type Node = Record<string, unknown>

const MOST_CHARACTERS = 512 * 1024
const MOST_NODES = 5_000
/** Products below these are others than the page's own. */
const elsewhere =
  /^(itemListElement|is[A-Z].*|reviews?|hasOfferCatalog|hasVariant|itemOffered|makesOffer|potentialAction)$/
/** What has a name and offers, and is not what they are of. */
const sellers = /Organization|Business|Store|Shop|Restaurant|Web|Person|Offer|List/

/** The products that the JSON-LD blocks of the page describe, those of lists and reviews left out. */
export function readJsonLd(problem: (code: ProblemCode, detail: string) => void): Product[] {
  const products: Product[] = []
  for (const block of document.querySelectorAll('script[type^="application/ld+json" i]')) {
    const text = block.textContent ?? ""
    if (!/offers|product/i.test(text)) continue
    const data = text.length > MOST_CHARACTERS ? undefined : parseLoosely(text)
    if (data === undefined) problem("markup-broken", `JSON-LD: ${text.trim().slice(0, 80)}`)
    else
      for (const node of findProducts(data)) {
        const product = toProduct(node)
        // A service that offers itself without a price is no product.
        if (product.price !== undefined || isCalledProduct(node)) products.push(product)
      }
  }
  return products
}

/** JSON as shops print it: comments and CDATA around it, raw line breaks in strings, trailing commas, escaped quotes. */
export function parseLoosely(text: string): unknown {
  const repaired = () =>
    text
      .replace(/^\s*(\/\/|\/\*)?\s*(<!--|<!\[CDATA\[)\s*(\*\/)?/, "")
      .replace(/(\/\/|\/\*)?\s*(-->|\]\]>)\s*(\*\/)?[\s;]*$/, "")
      .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
      .replace(/\\'/g, "'")
      .replace(/,(\s*[}\]])/g, "$1")
      .replace(/[\s;,]+$/, "")
  for (const read of [() => text, repaired, () => repaired().replace(/&quot;/g, '"')])
    try {
      return JSON.parse(read())
    } catch {}
}

function findProducts(data: unknown): Node[] {
  const found: Node[] = []
  let left = MOST_NODES
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null || depth > 32 || --left < 0) return
    if (Array.isArray(value)) {
      for (const entry of value) walk(entry, depth + 1)
      return
    }
    const node = value as Node
    if (isProduct(node)) found.push(node)
    else for (const [key, inner] of Object.entries(node)) if (!elsewhere.test(key)) walk(inner, depth + 1)
  }
  walk(data, 0)
  return found
}

/** Cars, books, events and courses are sold as well, and some shops leave the type out. */
function isProduct(node: Node): boolean {
  return isCalledProduct(node) || Boolean(node.offers && node.name && !sellers.test(typesOf(node)))
}

function isCalledProduct(node: Node): boolean {
  return /\bProduct/.test(typesOf(node))
}

function typesOf(node: Node): string {
  return listOf(node["@type"]).join(" ")
}

function toProduct(node: Node): Product {
  const variants = listOf(node.hasVariant).filter(isNode)
  // The variant that the address names, else the first that can be bought.
  const variant = variants.find((one) => [one.sku, one.productID, one.url].some(isInAddress)) ?? variants[0]
  const offers = [node.offers, variant?.offers, ...variants.map((one) => one.offers)].flatMap(listOffers)
  const chosen =
    offers.find((offer) => isInAddress(offer.sku) || (offers.length > 1 && offer.url === location.href)) ??
    offers.find(
      (offer) =>
        priceOf(offer) !== undefined && /InStock|PreOrder|OnlineOnly/i.test(String(offer.availability)),
    ) ??
    offers.find((offer) => priceOf(offer) !== undefined) ??
    offers[0]
  const prices = offers.flatMap((offer) =>
    [priceOf(offer), amounts.read(offer.lowPrice), amounts.read(offer.highPrice)].filter(
      (price) => price !== undefined,
    ),
  )
  return {
    source: "json-ld",
    id: readText(
      variant?.sku ?? node.sku ?? node.productID ?? node.productGroupID ?? node.mpn ?? node.gtin13,
    ),
    name: readText(node.name) ?? readText(variant?.name),
    brand: readText(isNode(node.brand) ? node.brand.name : listOf(node.brand)[0]),
    category: readText(isNode(node.category) ? node.category.name : listOf(node.category)[0]),
    variant: variant && readText(variant.name),
    price: chosen && priceOf(chosen),
    currency: chosen && currencyOf(chosen),
    url: readText(node.url) ?? readText(chosen?.url),
    availability: readText(chosen?.availability)?.replace(/^.*\//, ""),
    prices: [...new Set(prices)],
  }
}

/** Offers, with those inside an AggregateOffer after it. */
function listOffers(value: unknown): Node[] {
  return listOf(value)
    .filter(isNode)
    .slice(0, 200)
    .flatMap((offer) => [offer, ...listOf(offer.offers).filter(isNode).slice(0, 200)])
}

function specificationsOf(offer: Node): Node[] {
  // A list price is what the product does not cost.
  return listOf(offer.priceSpecification)
    .filter(isNode)
    .filter(({ priceType }) => !/ListPrice|StrikethroughPrice|SRP|MSRP/.test(String(priceType)))
}

function priceOf(offer: Node): number | undefined {
  for (const value of [offer.price, ...specificationsOf(offer).map(({ price }) => price), offer.lowPrice]) {
    const amount = amounts.read(value)
    if (amount) return amount
  }
}

function currencyOf(offer: Node): string | undefined {
  return readText(
    offer.priceCurrency ?? specificationsOf(offer).find((one) => one.priceCurrency)?.priceCurrency,
  )?.toUpperCase()
}

function isInAddress(value: unknown): boolean {
  return typeof value === "string" && value.length > 3 && location.href.includes(value)
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}
