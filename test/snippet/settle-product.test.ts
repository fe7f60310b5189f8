// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { createCombiner } from "../../snippet/combine"
import { combineClosely } from "../../snippet/combine-closely"
import type { RecordedEvent, Sighting } from "../../snippet/detector"
import { settleProduct } from "../../snippet/markup/settle-product"
import { openPage } from "./watch-detector"

beforeEach(() => {
  vi.useFakeTimers()
  combineClosely()
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
