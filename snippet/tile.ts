import { amounts } from "./amounts"
import { readCartItem, toCartProps } from "./cart-item"
import { readText } from "./product"

const MOST_STEPS = 8

/** What a cart control is about; in a tile of a list the tile tells its name and price. `aboutPage`: there is no tile. */
export function describeInTile(control: Element): { props: Record<string, unknown>; aboutPage: boolean } {
  const tile = findTile(control)
  const read = (selector: string) => readText(tile?.querySelector(selector)?.textContent)
  const { item_id, quantity } = readCartItem(control)
  return toCartProps(
    {
      item_id,
      item_name: read('[itemprop="name"],h2,h3,h4,[class*="title"],[class*="name"]'),
      price: amounts.read(read('[itemprop="price"],ins [class*="price"],[class*="price"]')),
      quantity,
    },
    !tile,
  )
}

/** The element that repeats in a list and holds the given one; none, where the page's heading is nearer. */
export function findTile(inner: Element): Element | undefined {
  let element = inner
  for (let step = 0; step < MOST_STEPS; step++) {
    const parent = element.parentElement
    if (!parent || element.querySelector("h1")) return
    if (element !== inner && element.querySelector("a[href]")) {
      const kind = kindOf(element)
      const alike = [...parent.children].filter(
        (other) => kindOf(other) === kind && other.querySelector("img"),
      )
      // Two columns of a layout are alike as well: a pair must call itself a list.
      if (alike.length > 2 || (alike.length > 1 && /^(li|article)|product|item|card|tile/i.test(kind)))
        return element
    }
    element = parent
  }
}

function kindOf(element: Element): string {
  return `${element.localName} ${element.getAttribute("class")?.trim().split(/\s+/)[0]}`
}
