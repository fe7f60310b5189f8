import { amounts } from "../amounts"
import { controls } from "../cart-fields"
import { isCartControl } from "../cart-words"
import { readCurrency } from "../currency"
import { defineDetector } from "../detector"
import { atEnd } from "../ending"
import { findTarget } from "../gestures"
import { readMarks } from "../marks"
import { isCartPage, isCheckoutPage } from "../shop-pages"
import { dropMissing, readText } from "../text"
import { findTile, ids, prices, readTileName, readTilePrice } from "../tile"

const LEAST_TILES = 3
const MOST_ITEMS = 30
const MOST_LISTS = 8
const MOST_PRICES = 400
const MOST_STEPS = 10
/** Pages that render their lists late are looked at again. */
const LOOK_AFTER_MS = [300, 1_500, 4_000, 8_000]
/** What the browser's extensions have put into the page is none of the shop's. */
const foreign = '[src*="-extension://"],[href*="-extension://"]'
const kept = ".cart,[class*='minicart' i],[class*='cart-item' i],header,nav,footer"

type Item = Record<string, unknown>

/** The shop's ids stand on the tile, on a control in it, or nowhere. */
function readTile(tile: Element, index: number): Item & { currency?: string | undefined } {
  const id = ids
    .map((name) => tile.getAttribute(name) ?? tile.querySelector(`[${name}]`)?.getAttribute(name))
    .find(Boolean)
  const price = readTilePrice(tile)
  return {
    ...dropMissing({
      item_id: readText(id),
      item_name: readTileName(tile),
      price: amounts.read(price),
      index,
    }),
    currency: price && readCurrency(price),
  }
}

function nameOf(list: Element): string | undefined {
  const headings = [...document.querySelectorAll("h1,h2,h3")].filter(
    (one) => !findTile(one) && one.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  return readText(headings.at(-1)?.textContent)?.slice(0, 100)
}

/** `view_item_list` when a list of products comes into sight, `select_item` when one of it is followed. */
export const productList = defineDetector({
  name: "product-list",
  start(report, signal, { onVisit, listen, guard }) {
    let timers: ReturnType<typeof setTimeout>[] = []
    let seen = new Map<Element, Element[]>()
    const sight = new IntersectionObserver(
      guard((entries) => {
        for (const { target, isIntersecting } of entries) {
          const tiles = seen.get(target)
          if (!isIntersecting || !tiles) continue
          sight.unobserve(target)
          const list = tiles[0]?.parentElement ?? target
          const items = tiles.slice(0, MOST_ITEMS).map(readTile)
          const currency = items.find((one) => one.currency)?.currency
          for (const item of items) delete item.currency
          const props = dropMissing({ item_list_name: nameOf(list), currency, items })
          report({ name: "view_item_list", source: "page", props })
        }
      }),
    )
    const look = guard(() => {
      if (isCartPage(location.href) || isCheckoutPage(location.href)) return
      const lists = new Map<Element, Element[]>()
      /** The tiles beside a tile need not be found one by one. */
      const known = new Set<Element>()
      const isKnown = (inner: Element) => {
        let element: Element | null = inner
        for (let step = 0; element && step < MOST_STEPS; step++) {
          if (known.has(element)) return true
          element = element.parentElement
        }
      }
      for (const price of [...document.querySelectorAll(prices)].slice(0, MOST_PRICES)) {
        const tile = isKnown(price) ? undefined : findTile(price)
        const list = tile?.parentElement
        if (!tile || !list || tile.localName === "tr" || tile.closest(kept) || list.querySelector(foreign))
          continue
        const tiles = [...list.children].filter(
          (one) =>
            one.localName === tile.localName &&
            one.classList[0] === tile.classList[0] &&
            one.querySelector(prices) &&
            one.querySelector("img"),
        )
        for (const one of list.children) known.add(one)
        lists.set(list, tiles)
      }
      for (const [list, tiles] of lists) {
        if (
          tiles.length < LEAST_TILES ||
          seen.size >= MOST_LISTS ||
          [...seen.values()].some(([one]) => one?.parentElement === list)
        )
          continue
        const [first] = tiles
        if (!first) continue
        // The list may be as high as ten windows: its first tile in sight is the list in sight.
        seen.set(first, tiles)
        sight.observe(first)
      }
    })
    const begin = () => {
      for (const timer of timers) clearTimeout(timer)
      sight.disconnect()
      seen = new Map()
      timers = LOOK_AFTER_MS.map((after) => setTimeout(look, after))
    }
    onVisit(({ how }) => how === "restored" || begin())
    listen("click", (cause) => {
      const target = findTarget(cause)
      const link = target?.closest("a[href]:not([role])")
      const tile = link && findTile(link)
      // A button in a tile does something else than to open it.
      if (
        !link ||
        !tile ||
        (target?.closest(controls) ?? link) !== link ||
        /^(#|javascript:.*)$/i.test(link.getAttribute("href")!) ||
        isCartControl(link) ||
        /wish|compar|favo|cart|basket/i.test(readMarks(link))
      )
        return
      for (const tiles of seen.values()) {
        const index = tiles.findIndex((one) => one === tile || one.contains(link))
        if (index < 0) continue
        const { currency, ...item } = readTile(tiles[index]!, index)
        const name = nameOf(tile.parentElement ?? tile)
        report({
          name: "select_item",
          source: "page",
          props: dropMissing({ item_list_name: name, currency, items: [item] }),
          cause,
        })
        return
      }
    })
    atEnd(signal, () => {
      for (const timer of timers) clearTimeout(timer)
      sight.disconnect()
    })
  },
})
