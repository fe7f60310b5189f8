import { expect, test } from "vitest"
import type { RecordedEvent } from "../../extension/messages"
import { newSiteRecord } from "../../extension/worker/site-record"
import { isToldAgain } from "../../extension/worker/told-again"

const add = (source: string, at: number, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: `${source}-${at}`,
  name: "add_to_cart",
  source,
  at,
  ...more,
})

test("the data layer of the next page does not count a form's cart add again", () => {
  const record = newSiteRecord("shop.example", 0)
  expect(isToldAgain(add("form", 1_000), record)).toBe(false)
  expect(isToldAgain(add("data-layer", 3_000), record)).toBe(true)
})

test("a cart add of its own counts: later, by a gesture, or with no form before", () => {
  const record = newSiteRecord("shop.example", 0)
  expect(isToldAgain(add("data-layer", 500), record)).toBe(false)
  isToldAgain(add("button", 1_000), record)
  expect(isToldAgain(add("data-layer", 11_000), record)).toBe(false)
  const gesture = { type: "click", target: "button", at: 2_000 }
  expect(isToldAgain(add("data-layer", 2_100, { gesture }), record)).toBe(false)
  expect(isToldAgain(add("data-layer", 900), record)).toBe(false)
})

test("so it is with a registration, and with the tags of two sources", () => {
  const record = newSiteRecord("shop.example", 0)
  isToldAgain(add("form", 1_000, { name: "sign_up" }), record)
  expect(isToldAgain(add("data-layer", 2_000), record)).toBe(false)
  expect(isToldAgain(add("data-layer", 2_000, { name: "sign_up" }), record)).toBe(true)
  expect(isToldAgain(add("data-layer", 2_000, { name: "constructor" }), record)).toBe(false)
})

test("a second form is a second cart add, and other events are never told again", () => {
  const record = newSiteRecord("shop.example", 0)
  isToldAgain(add("form", 1_000), record)
  expect(isToldAgain(add("form", 2_000), record)).toBe(false)
  expect(isToldAgain(add("data-layer", 3_000, { name: "view_cart" }), record)).toBe(false)
})
