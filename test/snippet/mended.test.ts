import { describe, expect, test } from "vitest"
import type { RecordedEvent } from "../../snippet/detector"
import { noteMended } from "../../snippet/mended"

const told = (name: string, at = 1_000, source = "json-ld+data-layer"): RecordedEvent => ({
  id: "e",
  name,
  at,
  source,
})
const item = { item_id: "7", price: "39,00", quantity: 1 }

describe("of a push is known what was mended", () => {
  test.each([
    [
      "texts",
      { event: "add_to_cart", ecommerce: { currency: "EUR", value: "39", items: [item] } },
      ["value", "items[0].price"],
    ],
    ["no currency", { event: "add_to_cart", ecommerce: { items: [{ price: 39 }] } }, ["currency"]],
    ["a call of gtag", ["event", "add_to_cart", { value: "39", currency: "EUR" }], ["value"]],
  ])("%s", (_what, push, paths) => {
    const notes = noteMended()
    notes.note(push, 1_100)
    expect(notes.take(told("add_to_cart"), 1_900)).toEqual(paths)
    // Of the push, and not of what comes after it.
    expect(notes.take(told("add_to_cart"), 2_000)).toEqual([])
  })
})

describe("nothing is said of", () => {
  const push = { event: "add_to_cart", ecommerce: { value: "39" } }
  test.each([
    [
      "a push as it should be",
      {
        event: "add_to_cart",
        ecommerce: { currency: "EUR", value: 39, items: [{ item_id: "7", price: 39, currency: "EUR" }] },
      },
      told("add_to_cart"),
    ],
    [
      "a currency of the items",
      { event: "add_to_cart", ecommerce: { value: 39, items: [{ currency: "EUR" }] } },
      told("add_to_cart"),
    ],
    ["an event without money", { event: "login", method: "mail" }, told("login")],
    ["another event", push, told("view_item")],
    ["an event that no push has told", push, told("add_to_cart", 1_000, "button")],
    ["an event of long after", push, told("add_to_cart", 20_000)],
    ["what is no push", "add_to_cart", told("add_to_cart")],
    [
      "items that are none",
      { event: "add_to_cart", ecommerce: { items: [null, 7, "price"] } },
      told("add_to_cart"),
    ],
  ])("%s", (_what, given, event) => {
    const notes = noteMended()
    notes.note(given, 1_000)
    expect(notes.take(event, event.at + 900)).toEqual([])
  })
})
