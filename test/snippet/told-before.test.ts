import { expect, test } from "vitest"
import type { RecordedEvent } from "../../snippet/detector"
import { createToldFilter } from "../../snippet/told-before"

const tell = (name: string, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: Math.random().toString(),
  name,
  at: 0,
  source: "page",
  ...more,
})
const item = (id: string) => ({ props: { items: [{ item_id: id }] } })
const page = (url: string) => ({ page: { url, title: "", referrer: "" } })

test("what the page shows and what its data layer holds is not told a second time", () => {
  const isNew = createToldFilter(
    [
      tell("page_view", page("/a")),
      tell("view_item", item("1")),
      tell("add_to_cart", { ...item("1"), gesture: { type: "click", target: "button", at: 0 } }),
    ],
    0,
  )
  expect(isNew(tell("page_view", page("/a")), 100)).toBe(false)
  expect(isNew(tell("view_item", item("1")), 100)).toBe(false)
  expect(isNew(tell("add_to_cart", item("1")), 100)).toBe(false)
  // Each but once: there was one of them.
  expect(isNew(tell("add_to_cart", item("1")), 100)).toBe(true)
})

test("what is of another page or thing, what a person does, and what comes later is new", () => {
  const before = [tell("page_view", page("/a")), tell("view_item", item("1")), tell("add_to_cart", item("1"))]
  const isNew = createToldFilter(before, 0)
  expect(isNew(tell("page_view", page("/b")), 100)).toBe(true)
  expect(isNew(tell("view_item", item("2")), 100)).toBe(true)
  const gesture = { type: "click", target: "button", at: 50 }
  expect(isNew(tell("add_to_cart", { ...item("1"), gesture }), 100)).toBe(true)
  expect(isNew(tell("view_item", item("1")), 60_000)).toBe(true)
})

test("a page that was left within the document is new when it is seen again", () => {
  const isNew = createToldFilter(
    [tell("page_view", page("/a")), tell("view_item", item("1")), tell("page_view", page("/b"))],
    0,
  )
  expect(isNew(tell("page_view", page("/b")), 100)).toBe(false)
  expect(isNew(tell("page_view", page("/a")), 100)).toBe(true)
  expect(isNew(tell("view_item", item("1")), 100)).toBe(true)
})

test("anything may stand in the place of what was told", () => {
  const hostile = [
    null,
    7,
    "page_view",
    [],
    { name: {} },
    { name: "page_view", page: { url: {} } },
    { props: { items: [null] } },
  ]
  const isNew = createToldFilter(hostile, 0)
  expect(isNew(tell("page_view", page("/a")), 100)).toBe(true)
})
