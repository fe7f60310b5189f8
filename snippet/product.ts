import { amounts } from "./amounts"
import { dropMissing, readText } from "./text"

/** What one source says of the product that a page shows. */
export interface Product {
  source: string
  id?: string | undefined
  name?: string | undefined
  brand?: string | undefined
  category?: string | undefined
  variant?: string | undefined
  price?: number | undefined
  currency?: string | undefined
  url?: string | undefined
  availability?: string | undefined
  /** Every price it names: offers, lowest, sale. */
  prices: number[]
}

/** GA4's `items` entry with its `value` and `currency`; what is not known is left out. */
export function toProps({
  id,
  name,
  brand,
  category,
  variant,
  price,
  currency,
}: Product): Record<string, unknown> {
  const item = dropMissing({
    item_id: id,
    item_name: name,
    item_brand: brand,
    item_category: category,
    item_variant: variant,
    price,
  })
  return dropMissing({ currency, value: price, items: [item] })
}

export function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/** What one source says in plain words: the amount as a number, the currency as three letters. */
export function readProduct(
  source: string,
  id: unknown,
  name: unknown,
  told: unknown,
  currency: unknown,
  brand?: unknown,
): Product {
  const price = amounts.read(told)
  return {
    source,
    id: readText(id),
    name: readText(name),
    brand: readText(brand),
    price,
    currency: readText(currency)?.toUpperCase(),
    prices: price ? [price] : [],
  }
}

/** Whether it says of itself that this is its page. */
export function isHere({ url }: Product): boolean {
  try {
    return !!url && location.pathname !== "/" && new URL(url, location.href).pathname === location.pathname
  } catch {
    return false
  }
}
