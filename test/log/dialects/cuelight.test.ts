import { expect, test } from "vitest"
import { dialects, findDialect } from "../../../shared/log/dialects"
import { cuelight } from "../../../shared/log/dialects/cuelight"
import { makeEvent, readOne } from "../entries"

test("the registry finds it, first of all", () => {
  expect(findDialect("cuelight")).toEqual({ dialect: cuelight })
  expect(dialects[0]).toBe(cuelight)
})

test("recognises events, less surely where a field is missing", () => {
  expect(cuelight.recognise(makeEvent("e"))).toBe(1)
  expect(cuelight.recognise({ name: "go", at: 1 })).toBeLessThan(0.9)
})

test("does not recognise what is none", () => {
  for (const value of [
    null,
    1,
    "go",
    [],
    {},
    { name: "x" },
    { type: "page", name: "Home", userId: "u" },
    { event: "x", at: 1 },
  ])
    expect(cuelight.recognise(value)).toBe(0)
})

test("changes nothing of an event", () => {
  const event = makeEvent("e", {
    user: "u",
    session: "s",
    page: { url: "https://x.example/", title: "", referrer: "" },
    campaign: { name: "c" },
    device: { type: "mobile" },
    props: { product_id: "stays", price: "3" },
    gesture: null,
  })
  expect(readOne(event)).toEqual(event)
})
