import { isHere, type Product, simplify } from "./product"

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
