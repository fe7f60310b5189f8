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

export function dropMissing<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}

/** Text as a person reads it: one line, bounded. */
export function readText(value: unknown): string | undefined {
  if (typeof value === "number") return String(value)
  if (typeof value !== "string") return
  return value.replace(/\s+/g, " ").trim().slice(0, 300) || undefined
}

export function simplify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/** Whether it says of itself that this is its page. */
export function isHere({ url }: Product): boolean {
  try {
    return (
      location.pathname !== "/" &&
      new URL(url ?? "", location.href).pathname === location.pathname &&
      Boolean(url)
    )
  } catch {
    return false
  }
}

/** How surely this is what the page is about: its address, its heading, its title. 0: nothing says so. */
function rankAsMain(product: Product): number {
  const { name, id } = product
  let rank = isHere(product) ? 4 : 0
  const own = simplify(name ?? "")
  if (own) {
    const headings = [...document.querySelectorAll("h1")].map((heading) =>
      simplify(heading.textContent ?? ""),
    )
    if (headings.some((heading) => heading && (heading.includes(own) || own.includes(heading)))) rank += 3
    if (` ${simplify(document.title)} `.includes(` ${own} `)) rank += 2
  }
  if (id && id.length > 3 && location.href.includes(id)) rank += 2
  return rank
}

/**
 * The one the page is about. One product alone is it; of several, one that the page's address, heading or title names.
 * None, where the page only lists them.
 */
export function findMain(products: Product[]): Product | undefined {
  const ranked = products.map((product) => ({ product, rank: rankAsMain(product) }))
  if (ranked.length < 2) return ranked[0]?.product
  ranked.sort((one, other) => other.rank - one.rank)
  const [best, next] = ranked
  if (!best || best.rank < 2) return
  // Several of one name are variants; several of different names and equal rank are a list.
  if (next && next.rank === best.rank && next.product.name !== best.product.name && best.rank < 5) return
  return best.product
}
