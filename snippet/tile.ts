import { amounts } from "./amounts"
import { cartItems } from "./cart-item"
import { dropMissing, readText } from "./product"

const MOST_STEPS = 8

/** What the core says of a cart control, by its own markup. */
const { describe } = cartItems

/** What a cart control is about; in a tile of a list the tile tells its name and price. `aboutPage`: there is no tile. */
export function describeInTile(control: Element): ReturnType<typeof describe> {
  const tile = findTile(control)
  const read = (selector: string) => readText(tile?.querySelector(selector)?.textContent)
  const { items } = describe(control).props as { items?: [Record<string, unknown>] }
  const item = dropMissing({
    ...items?.[0],
    item_name: read('[itemprop="name"],h2,h3,h4,[class*="title"],[class*="name"]'),
    price: amounts.read(read('[itemprop="price"],ins [class*="price"],[class*="price"]')),
  })
  return { props: Object.keys(item)[0] ? { items: [item] } : {}, aboutPage: !tile }
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
