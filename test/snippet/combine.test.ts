// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { combining, createCombiner, isSameMoment, layOver } from "../../snippet/combine"
import { combineClosely } from "../../snippet/combine-closely"
import type { RecordedEvent, Sighting } from "../../snippet/detector"

const plain = { complete: undefined, isSame: isSameMoment, merge: layOver }

beforeEach(() => {
  vi.useFakeTimers()
  combineClosely()
})
afterEach(() => {
  vi.useRealTimers()
})

function start() {
  const released: RecordedEvent[] = []
  const combiner = createCombiner(
    (event) => released.push(event),
    () => {},
    () => {},
    () => true,
    (run) => run,
  )
  let count = 0
  const add = (sighting: Sighting, turn = 1, visit = 1, at = Date.now()) => {
    combiner.add(
      sighting,
      {
        id: String(++count),
        name: sighting.name,
        at,
        props: sighting.props ?? {},
        source: sighting.source,
        gesture: turn > 0 ? { type: "click", target: "button", at } : null,
      },
      turn,
      visit,
    )
  }
  const settled = () => {
    vi.advanceTimersByTime(2_000)
    return released
  }
  return { add, released, settled, settle: () => combiner.settle() }
}

const item = (id: string, name?: string) => ({ items: [{ item_id: id, ...(name && { item_name: name }) }] })

test("a click, its form and the data layer tell one add to cart", () => {
  const { add, settled } = start()
  add({ name: "add_to_cart", source: "button" })
  add({ name: "add_to_cart", source: "form", props: { items: [{ quantity: 2 }] } })
  vi.advanceTimersByTime(300)
  add({ name: "add_to_cart", source: "data-layer", props: { currency: "EUR", ...item("a") } })
  expect(settled()).toMatchObject([
    {
      name: "add_to_cart",
      source: "data-layer+form+button",
      props: { currency: "EUR", items: [{ item_id: "a", quantity: 2 }] },
    },
  ])
})

test("what a form has sent has happened when the site says who it is, and the press stays its gesture", () => {
  const { add, settled } = start()
  const send = (name: string, at: number) => add({ name, source: "form" }, 1, 1, at)
  const sentAt = Date.now()
  vi.advanceTimersByTime(600)
  add({ name: "identify", source: "api", props: { email: "removed" } })
  add({ name: "consent", source: "api", props: { email: "granted" } })
  const takenAt = Date.now()
  vi.advanceTimersByTime(300)
  for (const name of ["sign_up", "generate_lead", "form_submit"]) send(name, sentAt)
  const told = settled().filter(({ source }) => source === "form")
  expect(told.map(({ name, at }) => [name, at])).toEqual([
    ["sign_up", takenAt],
    ["generate_lead", takenAt],
    ["form_submit", sentAt],
  ])
  expect(told[0]?.gesture?.at).toBe(sentAt)
})

test("a form that nothing answers has happened at the press", () => {
  const { add, settled } = start()
  add({ name: "identify", source: "api" })
  vi.advanceTimersByTime(50)
  const sentAt = Date.now()
  add({ name: "sign_up", source: "form" })
  expect(settled().find(({ name }) => name === "sign_up")?.at).toBe(sentAt)
})

test("two clicks are two", () => {
  const { add, settled } = start()
  for (const turn of [1, 2]) {
    add({ name: "add_to_cart", source: "button" }, turn)
    add({ name: "add_to_cart", source: "data-layer", props: item("a") }, turn)
    vi.advanceTimersByTime(500)
  }
  expect(settled()).toHaveLength(2)
})

test("pushes that come after the next click belong to the clicks before", () => {
  const { add, settled } = start()
  add({ name: "add_to_cart", source: "button" }, 1)
  add({ name: "add_to_cart", source: "button" }, 2)
  add({ name: "add_to_cart", source: "data-layer", props: item("a") }, 3)
  add({ name: "add_to_cart", source: "data-layer", props: item("a") }, 3)
  expect(settled().map(({ source }) => source)).toEqual(["data-layer+button", "data-layer+button"])
})

test("a click is never what was pushed before it", () => {
  const { add, settled } = start()
  add({ name: "add_to_cart", source: "data-layer", props: item("a") }, 0)
  add({ name: "add_to_cart", source: "button", cause: new Event("click") }, 1)
  expect(settled()).toHaveLength(2)
})

test("a source that comes late tells nothing new", () => {
  const { add, settled } = start()
  add({ name: "add_to_cart", source: "button" })
  vi.advanceTimersByTime(1_500)
  add({ name: "add_to_cart", source: "data-layer", props: item("a") })
  expect(settled()).toHaveLength(1)
})

test("one click that adds two items is two", () => {
  const { add, settled } = start()
  add({ name: "add_to_cart", source: "data-layer", props: item("a") })
  add({ name: "add_to_cart", source: "data-layer", props: item("b") })
  expect(settled()).toHaveLength(2)
})

test("the same item in two dialects of one data layer is one", () => {
  const { add, settled } = start()
  add({ name: "purchase", source: "data-layer", props: { transaction_id: "T-1", value: 1 } })
  add({ name: "purchase", source: "data-layer", props: { transaction_id: "T-1" } })
  add({ name: "purchase", source: "data-layer", props: { transaction_id: "T-2" } })
  expect(settled().map(({ props }) => props?.transaction_id)).toEqual(["T-1", "T-2"])
})

test("markup and data layer tell one view of a visit, whatever ids they use", () => {
  const { add, settled } = start()
  add({ name: "view_item", source: "data-layer", props: item("123", "Vase") }, 0)
  add({ name: "view_item", source: "json-ld", props: item("KL-1", "Blue vase") }, 0)
  settled()
  add({ name: "view_item", source: "opengraph", props: { items: [{ item_name: "A vase" }] } }, 0)
  expect(settled().map(({ source }) => source)).toEqual(["data-layer+json-ld"])
})

test("a push about another product of the same page is another view, and so is the next visit", () => {
  const { add, settled } = start()
  add({ name: "view_item", source: "json-ld", props: item("KL-1", "Blue vase") }, 0)
  settled()
  add({ name: "view_item", source: "data-layer", props: item("KL-2", "Red bowl") }, 1)
  add({ name: "view_item", source: "json-ld", props: item("KL-1", "Blue vase") }, 1, 2)
  expect(settled()).toHaveLength(3)
})

test("what the site calls itself is final at once, and twice is two", () => {
  const { add, released } = start()
  add({ name: "add_to_cart", source: "api" })
  add({ name: "add_to_cart", source: "api" })
  expect(released).toHaveLength(2)
})

test("the button that a call belongs to is no second event", () => {
  const { add, settled } = start()
  add({ name: "add_to_cart", source: "button" })
  add({ name: "add_to_cart", source: "api", props: item("a") })
  expect(settled()).toMatchObject([{ source: "api+button", props: { items: [{ item_id: "a" }] } }])
})

test("a cart control that knows no item has the page's", () => {
  const { add, settled } = start()
  add(
    {
      name: "view_item",
      source: "json-ld",
      props: { currency: "EUR", value: 39, items: [{ item_id: "KL-1", price: 39 }] },
    },
    0,
  )
  settled()
  add({ name: "add_to_cart", source: "button", aboutPage: true, props: { items: [{ quantity: 2 }] } })
  expect(settled()[1]?.props).toEqual({
    currency: "EUR",
    value: 78,
    items: [{ item_id: "KL-1", price: 39, quantity: 2 }],
  })
})

test("a page that goes leaves nothing held", () => {
  const { add, released, settle } = start()
  add({ name: "add_to_cart", source: "button" })
  expect(released).toEqual([])
  settle()
  settle()
  expect(released).toHaveLength(1)
})

test("a page view that is final takes nothing with it that still waits for other sources", () => {
  const { add, released, settled } = start()
  add({ name: "page_view", source: "page" }, 0)
  add({ name: "view_item", source: "json-ld", props: item("KL-1", "Blue vase") }, 0)
  vi.advanceTimersByTime(500)
  expect(released.map(({ name }) => name)).toEqual(["page_view"])
  add({ name: "view_item", source: "data-layer", props: item("77", "Blue vase") }, 0)
  expect(settled().map(({ source }) => source)).toEqual(["page", "data-layer+json-ld"])
})

test("an order that the page says late is the one that the data layer told; another order is another", () => {
  const { add, settled } = start()
  add({ name: "purchase", source: "data-layer", props: { transaction_id: "77" } })
  vi.advanceTimersByTime(5_000)
  add({ name: "purchase", source: "page", props: { transaction_id: "77" } })
  add({ name: "purchase", source: "page", props: { transaction_id: "78" } })
  expect(settled().map(({ props }) => props?.transaction_id)).toEqual(["77", "78"])
})

test("before anybody looks closer, what several sources tell of one moment is one, and what one source tells twice is two", () => {
  Object.assign(combining, plain)
  const { add, settled } = start()
  add({ name: "add_to_cart", source: "button" }, 1)
  add({ name: "add_to_cart", source: "form", props: { items: [{ quantity: 2 }] } }, 1)
  add({ name: "add_to_cart", source: "button" }, 2)
  add({ name: "add_to_cart", source: "data-layer", props: item("a") }, 2)
  add({ name: "add_to_cart", source: "data-layer", props: item("b") }, 2)
  expect(settled()).toMatchObject([
    { source: "form+button", props: { items: [{ quantity: 2 }] } },
    { source: "data-layer+button", props: item("a") },
    { source: "data-layer", props: item("b") },
  ])
})

test("what is held when somebody looks closer is told as he says, under its first id", () => {
  Object.assign(combining, plain)
  const { add, settled } = start()
  add({ name: "view_item", source: "json-ld", props: { value: 39, ...item("KL-1", "Vase") } }, 0)
  add({ name: "view_item", source: "microdata", props: { value: 3, ...item("KL-1") } }, 0)
  combineClosely()
  add({ name: "add_to_cart", source: "button", aboutPage: true }, 1)
  expect(settled()).toMatchObject([
    { id: "1", source: "json-ld+microdata", props: { value: 39, ...item("KL-1", "Vase") } },
    { source: "button", props: { value: 39, ...item("KL-1", "Vase") } },
  ])
})
