import { defineDetector, type Surroundings } from "../detector"
import { type Product, readProduct, simplify } from "../product"
import { watchProducts } from "../watch-products"

type Node = Record<string, unknown> & { offers?: Node | Node[]; priceSpecification?: Node | Node[] }

/** One product alone is what the page is about; of several the one that the heading or the title names. */
function chooseOne(products: Product[]): Product[] {
  const titles = simplify(`${document.querySelector("h1")?.textContent} ${document.title}`)
  const named = products.filter(({ name }) => name && titles.includes(simplify(name)))
  return (named[0] ? named : products.length > 1 ? [] : products).slice(0, 1)
}

function readLinked(complain: Surroundings["problem"]): Product[] {
  const products: Product[] = []
  for (const block of document.querySelectorAll('script[type="application/ld+json" i]'))
    try {
      JSON.parse(block.textContent ?? "", (_key, node: Node | null) => {
        if (/\bProduct/.test(String(node?.["@type"]))) {
          const offer: Node = [node?.offers].flat()[0] ?? {}
          const { price, lowPrice, priceCurrency } = { ...[offer.priceSpecification].flat()[0], ...offer }
          const brand = (node?.brand as Node | undefined)?.name ?? node?.brand
          products.push(
            readProduct("json-ld", node?.sku, node?.name, price ?? lowPrice, priceCurrency, brand),
          )
        }
        return node
      })
    } catch {
      complain("markup-broken", `JSON-LD: ${block.textContent?.trim().slice(0, 80)}`)
    }
  return products
}

function readScope(scope: Element): Product {
  const read = (name: string) => {
    const found = [...scope.querySelectorAll(`[itemprop="${name}"]`)].find(
      (element) => name !== "name" || element.parentElement?.closest("[itemscope]") === scope,
    )
    return found?.getAttribute("content") ?? found?.textContent
  }
  return readProduct("microdata", read("sku"), read("name"), read("price"), read("priceCurrency"))
}

function readMeta(name: string): string | null | undefined {
  return document.querySelector(`meta[property="${name}"]`)?.getAttribute("content")
}

/**
 * The product of a page whose markup is written by the book: what the tag can tell. The extension's recorder reads pages
 * more thoroughly (`product`), which would be too large for every visitor to load.
 */
export const plainProduct = defineDetector({
  name: "plain-product",
  start: watchProducts((complain) => {
    const price = readMeta("product:price:amount")
    const title = readMeta("og:title")
    return [
      ...chooseOne(readLinked(complain)),
      ...chooseOne([...document.querySelectorAll('[itemtype*="/Product" i]')].map(readScope)),
      // Without a title it cannot be told from another.
      ...(price && title
        ? [
            readProduct(
              "opengraph",
              readMeta("product:retailer_item_id"),
              title,
              price,
              readMeta("product:price:currency"),
            ),
          ]
        : []),
    ]
  }),
})
