import { defineDetector, type Surroundings } from "../detector"
import { type Product, readProduct, simplify } from "../product"
import { watchProducts } from "../watch-products"

type Complain = Surroundings["problem"] | undefined
type Node = Record<string, unknown> & { offers?: Node | Node[]; priceSpecification?: Node | Node[] }

/** One product alone is what the page is about; of several the one that the heading or the title names. */
function chooseOne(products: Product[], page: Document): Product[] {
  const titles = simplify(`${page.querySelector("h1")?.textContent} ${page.title}`)
  const named = products.filter(({ name }) => name && titles.includes(simplify(name)))
  return (named[0] ? named : products.length > 1 ? [] : products).slice(0, 1)
}

function readLinked(page: Document, complain: Complain): Product[] {
  const products: Product[] = []
  for (const block of page.querySelectorAll('script[type="application/ld+json" i]'))
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
      complain?.("markup-broken", `JSON-LD: ${block.textContent?.trim().slice(0, 80)}`)
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

/** The product of a page whose markup is written by the book, the most telling source first. */
export function readPlainProducts(page: Document, complain?: Complain): Product[] {
  const readMeta = (name: string) => page.querySelector(`meta[property="${name}"]`)?.getAttribute("content")
  const price = readMeta("product:price:amount")
  const title = readMeta("og:title")
  return [
    ...chooseOne(readLinked(page, complain), page),
    ...chooseOne([...page.querySelectorAll('[itemtype*="/Product" i]')].map(readScope), page),
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
}

/**
 * What the tag can tell without the file that reads shops. The extension's recorder reads pages more thoroughly
 * (`product`), which would be too large for every visitor to load.
 */
export const plainProduct = defineDetector({
  name: "plain-product",
  start: watchProducts((complain) => readPlainProducts(document, complain)),
})
