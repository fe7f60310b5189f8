import { expect, test } from "vitest"
import { findDialect } from "../../../shared/log/dialects"
import { yandex } from "../../../shared/log/dialects/yandex"
import { makeEvent, readOne, readValues, reasonsOf } from "../entries"
import { hasFacts, readFacts, whereFacts } from "../facts"

const at = Date.UTC(2026, 2, 2, 10)
const around = { timestamp: at, client_id: "1600000000123" }

test("the registry finds it", () => {
  expect(findDialect("yandex")).toEqual({ dialect: yandex })
})

test("recognises e-commerce pushes and calls of ym", () => {
  for (const value of [
    { ecommerce: { add: { products: [] } } },
    { at, push: { ecommerce: { impressions: [{}] } } },
    [1, "hit", "u"],
  ])
    expect(yandex.recognise(value), JSON.stringify(value)).toBeGreaterThanOrEqual(0.9)
})

test("does not recognise what is none", () => {
  for (const value of [
    null,
    {},
    [],
    [1, "x"],
    makeEvent("e"),
    { event: "purchase", ecommerce: { items: [] } },
    { ecommerce: null },
    ["event", "x"],
  ])
    expect(yandex.recognise(value), JSON.stringify(value)).toBe(0)
})

test("calls are hits, goals and users", () => {
  expect(
    readOne({
      ...around,
      args: [7, "hit", "https://x.example/", { title: "T", referer: "https://r.example/" }],
    }),
  ).toMatchObject({
    name: "page_view",
    page: { url: "https://x.example/", title: "T", referrer: "https://r.example/" },
  })
  expect(
    readOne(
      [7, "reachGoal", "call_order", { order_price: 99, currency: "RUB" }].concat(around as never),
      "yandex",
    ),
  ).toMatchObject({
    name: "call_order",
    person: "1600000000123",
    props: { value: 99, currency: "RUB" },
  })
  expect(readOne({ ...around, args: [7, "reachGoal", "pay", { order_price: "1000.35" }] }).props).toEqual({
    value: 1000.35,
  })
  expect(readOne({ ...around, args: [7, "userParams", { UserID: 12, vip: true }] })).toMatchObject({
    name: "identify",
    user: "12",
    props: { vip: true },
  })
  expect(readOne({ ...around, args: [7, "setUserID", "u-7"] })).toMatchObject({
    name: "identify",
    user: "u-7",
  })
  expect(readValues([{ ...around, args: [7, "notBounce"] }])).toEqual([])
})

test("GA4's pushes are read as well, as Metrica does", () => {
  expect(
    readOne({ event: "add_to_cart", ecommerce: { items: [{ item_id: "x" }] }, ...around }, "yandex").name,
  ).toBe("add_to_cart")
})

test("without a time or a person a push is a bad line", () => {
  const push = { ecommerce: { add: { products: [{ id: "1" }] } } }
  expect(
    reasonsOf(
      readValues([
        { ...push, client_id: "c" },
        { ...push, timestamp: at },
      ]),
    ),
  ).toHaveLength(2)
})

test.skipIf(!hasFacts)(`the documented pushes are read${whereFacts}`, () => {
  const { examples } = readFacts<{
    examples: Record<string, { ecommerce: Record<string, { products: { id: string; price?: number }[] }> }>
  }>("yandex-metrica")
  const names: Record<string, string> = {
    detail: "view_item",
    add: "add_to_cart",
    remove: "remove_from_cart",
    purchase: "purchase",
  }
  for (const [action, push] of Object.entries(examples)) {
    const told = readOne({ ...push, ...around })
    const [product] = push.ecommerce[action]?.products ?? []
    expect(told).toMatchObject({
      name: names[action],
      at,
      person: "1600000000123",
      source: "data-layer",
      props: { currency: "RUB", items: [{ item_id: product?.id }] },
    })
    if (action === "purchase") expect(told.props?.transaction_id).toBe("TRX987")
  }
})
