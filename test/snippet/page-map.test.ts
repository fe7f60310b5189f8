import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { parse } from "yaml"
import { readTouchpoints } from "../../snippet/page-map"

const folder = "shared/starter-maps"

test.each(readdirSync(folder).filter((name) => name.endsWith(".yaml")))(
  "reads %s as the map's own parser does",
  (name) => {
    const text = readFileSync(`${folder}/${name}`, "utf8")
    expect(readTouchpoints(text)).toEqual(parse(text).touchpoints ?? [])
  },
)

test.each([
  [
    "as the specification prints it",
    `
touchpoints:                       # site rules
  - event: add_to_cart
    on: click                      # click | submit
    selector: "[data-buy]"
    props: { item_id: "@data-sku", price: { text: ".price", as: number }, currency: { value: RUB } }
  - event: message_shown
    on: visible
    selector: "#welcome-popup"
    props: { channel: { value: popup }, message: { value: first-order-discount } }

stages:
  - id: a`,
  ],
  [
    "with a dash at the margin, and blocks in blocks",
    `
touchpoints:
- event: 'it''s'
  on: url
  url: https://shop.example/*?a=1
  props:
    page: { value: two words }
    count:
      value: 3
- { event: a, on: click,
    selector: "a:not(.b) # c" }
id: x`,
  ],
  ["on one line", `touchpoints: [{ event: a, on: click, selector: .b }]\nid: x`],
  ["empty", "touchpoints:\nid: x"],
  ["missing", "id: x"],
])("reads a list %s", (_how, text) => {
  expect(readTouchpoints(text)).toEqual(parse(text).touchpoints ?? [])
})

test("reads JSON", () => {
  const touchpoints = [{ event: "a", on: "click", selector: ".b" }]
  expect(readTouchpoints(JSON.stringify({ cuelight: 1, touchpoints }))).toEqual(touchpoints)
})

test.each([
  ["an anchor", "touchpoints:\n  - &a { event: a, on: click }"],
  ["a text over several lines", "touchpoints:\n  - event: |\n      a\n    on: click"],
  ["a brace that is not closed", "touchpoints: [{ event: a, on: click"],
  ["lines that stand askew", "touchpoints:\n  - event: a\n     on: click"],
  ["no JSON", "{ touchpoints: oops"],
])("refuses %s", (_what, text) => {
  expect(() => readTouchpoints(text)).toThrow()
})

test("leaves out what is no rule", () => {
  expect(readTouchpoints("touchpoints:\n  - 7\n  - { event: a }\n  - { event: a, on: click }")).toEqual([
    { event: "a", on: "click" },
  ])
  expect(readTouchpoints("touchpoints: soon")).toEqual([])
})
