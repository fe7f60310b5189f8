import { amounts } from "../amounts"
import type { Product } from "../product"
import { readText } from "../text"

/** What the OpenGraph tags say of a product: its type must be one, or there must be a price. */
export function readOpenGraph(): Product | undefined {
  const read = (...names: string[]): string | undefined => {
    for (const name of names) {
      const text = readText(
        document.querySelector(`meta[property="${name}" i], meta[name="${name}" i]`)?.getAttribute("content"),
      )
      if (text) return text
    }
  }
  const sale = amounts.read(read("product:sale_price:amount"))
  const usual = amounts.read(read("product:price:amount", "og:price:amount", "og:price"))
  const price = sale ?? usual
  // Groups are lists of products.
  if (price === undefined && !/product(?!.?group)/i.test(read("og:type") ?? "")) return
  return {
    source: "opengraph",
    id: read("product:retailer_item_id", "product:mfr_part_no", "product:ean"),
    name: read("og:title"),
    brand: read("product:brand", "og:brand"),
    category: read("product:category"),
    price,
    currency: read(
      "product:sale_price:currency",
      "product:price:currency",
      "og:price:currency",
    )?.toUpperCase(),
    url: read("og:url"),
    availability: read("product:availability", "og:availability"),
    prices: [sale, usual].filter((amount) => amount !== undefined),
  }
}
