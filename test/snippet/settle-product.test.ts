// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { createCombiner } from "../../snippet/combine"
import type { RecordedEvent, Sighting } from "../../snippet/detector"
import { learnEverything } from "../../snippet/learn"
import { settleProduct } from "../../snippet/markup/settle-product"
import { openPage } from "./watch-detector"

beforeEach(() => {
  vi.useFakeTimers()
  learnEverything()
})
afterEach(() => {
  vi.useRealTimers()
})

test("a product that the page names otherwise than its markup is told once, also by who looks later", () => {
  openPage("/vase", "<h1>Blue vase</h1><p>39 €</p>", "<title>Blue vase</title>")
  const released: RecordedEvent[] = []
  const { add } = createCombiner(
    (event) => released.push(event),
    () => {},
    settleProduct,
    () => true,
    (run) => run,
  )
  const see = (id: string) => {
    const props = {
      currency: "EUR",
      value: 39,
      items: [{ item_name: "[Kiln & Linen] Blue vase", price: 39 }],
    }
    const sighting: Sighting = { name: "view_item", source: "opengraph", props }
    add(sighting, { id, name: "view_item", at: Date.now(), props, source: "opengraph" }, 0, 1)
    vi.advanceTimersByTime(2_000)
  }
  see("1")
  see("2")
  expect(released).toMatchObject([{ id: "1", props: { items: [{ item_name: "Blue vase" }] } }])
})

function settle(body: string, items: Record<string, unknown>[], currency?: string, prices?: number[]) {
  openPage("/vase", body, "<title>Blue vase | Kiln</title>")
  const props = { ...(currency && { currency }), items }
  const event: RecordedEvent = { id: "1", name: "view_item", at: 0, props, source: "json-ld" }
  settleProduct(event, [{ name: "view_item", source: "json-ld", props, ...(prices && { prices }) }])
  return event.props as { currency?: string; items: Record<string, unknown>[] }
}

test("a price that is shown in another currency is not the one that is told", () => {
  const body = `<main><h1>Blue vase</h1><p class="price"><b>€132.34</b></p><ul><li class="price">AED: 549.56</li></ul></main>`
  expect(settle(body, [{ item_name: "Blue vase", price: 549.56 }], "EUR").items[0]?.price).toBe(132.34)
})

test("what costs nothing and says so costs nothing, whatever its extras cost", () => {
  const page = (price: string) =>
    `<main><h1>Blue vase</h1><p class="price">${price}</p><p class="extra price">4,99 €</p></main>`
  expect(settle(page("Free to play"), [{ item_name: "Blue vase" }], "EUR", [0]).items[0]?.price).toBe(0)
  expect(settle(page("Soon"), [{ item_name: "Blue vase" }], "EUR", [0]).items[0]?.price).toBe(4.99)
})

test("names with escaped marks, and names that only a heading says in short, are told as the page says them", () => {
  const name = (heading: string, told: string) =>
    settle(`<main><h1>${heading}</h1></main>`, [{ item_name: told }]).items[0]?.item_name
  expect(name("KILN Blue vas&eacute; 7", "Blue vas&amp;eacute; 7".replace("amp;", ""))).toBe(
    "KILN Blue vasé 7",
  )
  expect(name("Vase no. 7", "Vase no. 7 - royal blue")).toBe("Vase no. 7")
})
