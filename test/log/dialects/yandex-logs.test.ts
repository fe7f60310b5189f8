import { expect, test } from "vitest"
import { readWholeLog } from "../../../shared/log/read-log"
import { eventsOf, reasonsOf, toLines } from "../entries"

const zone = "Europe/Moscow"
const at = Date.UTC(2026, 2, 2, 7)

/** A table as the Logs API gives it: the names in the first line, tabs between. */
function table(...rows: Record<string, string>[]): string {
  const names = Object.keys(rows[0] ?? {})
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ""))]
    .map((cells) => cells.join("\t"))
    .join("\n")
}

const hit = {
  "ym:pv:watchID": "8123456789012345678",
  "ym:pv:clientID": "1700000000123456789",
  "ym:pv:dateTime": "2026-03-02 10:00:00",
  "ym:pv:isPageView": "1",
  "ym:pv:URL": "https://shop.example/p?a=1",
  "ym:pv:title": "Чай\\tи кофе",
  "ym:pv:referer": "https://ya.example/",
  "ym:pv:UTMCampaign": "cart-1",
  "ym:pv:deviceCategory": "2",
  "ym:pv:link": "0",
  "ym:pv:goalsID": "[]",
  "ym:pv:ecommerce": "",
}
const quiet = { ...hit, "ym:pv:isPageView": "0" }
const page = { url: "https://shop.example/p?a=1", title: "Чай\tи кофе", referrer: "https://ya.example/" }

test("a page view, at the wall time of the counter's zone, with ids of any length", () => {
  const entries = readWholeLog(`\ufeff${table(hit)}\r\n\r\n`, { zone })
  expect(eventsOf(entries)).toEqual([
    {
      id: "8123456789012345678",
      name: "page_view",
      at,
      person: "1700000000123456789",
      source: "yandex-logs",
      page,
      campaign: { name: "cart-1" },
      device: { type: "mobile" },
      props: {},
    },
  ])
  expect(entries.map(({ line }) => line)).toEqual([2])
})

test("reads rows as JSON by the same names, portions of one letter, and the hour that a clock change skips", () => {
  expect(eventsOf(readWholeLog(toLines(hit), { zone }))[0]).toMatchObject({ at, name: "page_view" })
  const text = table(hit, quiet, { ...hit, "ym:pv:watchID": "2" })
  expect(eventsOf(readWholeLog(text, { zone })).map(({ id }) => id)).toEqual(["8123456789012345678", "2"])
  const skipped = { ...hit, "ym:pv:dateTime": "2026-03-29 02:30:00" }
  const [event] = eventsOf(readWholeLog(table(skipped), { zone: "Europe/Berlin" }))
  expect(event?.at).toBe(Date.UTC(2026, 2, 29, 1))
})

test("what is no page view: e-commerce, goals, files and links", () => {
  const order = {
    currencyCode: "RUB",
    purchase: {
      actionField: { id: "o-1", revenue: 90 },
      products: [{ id: "sku-1", name: 'It\'s "tea"', price: 45, quantity: 2 }],
    },
  }
  const rows = [
    { ...quiet, "ym:pv:ecommerce": JSON.stringify([order]).replaceAll("\\", "\\\\") },
    { ...quiet, "ym:pv:ecommerce": JSON.stringify({ ecommerce: { add: { products: [{ id: "sku-2" }] } } }) },
    { ...quiet, "ym:pv:URL": "goal://shop.example/lead", "ym:pv:goalsID": "[7]" },
    { ...quiet, "ym:pv:goalsID": "[7,8]" },
    { ...quiet, "ym:pv:link": "1", "ym:pv:URL": "https://else.example/" },
  ]
  const told = eventsOf(readWholeLog(table(...rows), { zone }))
  expect(told.map(({ name, props, page: where }) => [name, props, where?.url])).toEqual([
    [
      "purchase",
      {
        transaction_id: "o-1",
        value: 90,
        currency: "RUB",
        items: [{ item_id: "sku-1", item_name: 'It\'s "tea"', price: 45, quantity: 2 }],
      },
      page.url,
    ],
    ["add_to_cart", { items: [{ item_id: "sku-2" }] }, page.url],
    ["lead", {}, "https://ya.example/"],
    ["goal_reached", { goal_id: "7" }, page.url],
    ["goal_reached", { goal_id: "8" }, page.url],
    ["click", { link_url: "https://else.example/", outbound: true }, "https://ya.example/"],
  ])
})

test("a visit begins a session, with its goals and orders at their own times", () => {
  const visit = {
    "ym:s:visitID": "77",
    "ym:s:clientID": "1",
    "ym:s:dateTime": "2026-03-02 10:00:00",
    "ym:s:startURL": "https://shop.example/",
    "ym:s:lastsignUTMSource": "mail",
    "ym:s:goalsID": "[12]",
    "ym:s:goalsDateTime": "[\\'2026-03-02 10:03:00\\']",
    "ym:s:purchaseID": "['o-1','o\\\\'2']",
    "ym:s:purchaseDateTime": "['2026-03-02 10:05:00','2026-03-02 10:06:00']",
    "ym:s:purchaseRevenue": "[90.5,10]",
    "ym:s:purchaseCurrency": "['RUB','RUB']",
    "ym:s:productsPurchaseID": "['o-1','o-1']",
    "ym:s:productsID": "['sku-1','sku-2']",
    "ym:s:productsPrice": "[45,0.5]",
    "ym:s:productsQuantity": "[2,1]",
  }
  const told = eventsOf(readWholeLog(table(visit), { zone }))
  expect(told.map(({ id, name, at: when, props }) => [id, name, (when - at) / 60_000, props])).toEqual([
    ["77", "session_start", 0, {}],
    ["77-goal-1", "goal_reached", 3, { goal_id: "12" }],
    [
      "77-purchase-1",
      "purchase",
      5,
      {
        transaction_id: "o-1",
        value: 90.5,
        currency: "RUB",
        items: [
          { item_id: "sku-1", price: 45, quantity: 2 },
          { item_id: "sku-2", price: 0.5, quantity: 1 },
        ],
      },
    ],
    ["77-purchase-2", "purchase", 6, { transaction_id: "o'2", value: 10, currency: "RUB" }],
  ])
  expect(told.every(({ session, person }) => session === "77" && person === "1")).toBe(true)
})

test("what is not understood is told with its line", () => {
  const text = `${table(
    { ...hit, "ym:pv:dateTime": "2026-02-30 10:00:00" },
    { ...hit, "ym:pv:clientID": "" },
  )}\n1\t2\n`
  expect(reasonsOf(readWholeLog(text, { zone }))).toEqual([
    "2: 2026-02-30 10:00:00 is no time",
    "3: a row names nobody: ask for clientID, as text",
    "4: this row has 2 columns, and the first line names 12",
  ])
  const { "ym:pv:isPageView": _, ...unsaid } = hit
  expect(reasonsOf(readWholeLog(table(unsaid), { zone }))).toEqual([
    "2: whether this hit is a page view is not said: ask for isPageView",
  ])
  const timeless = {
    "ym:s:visitID": "1",
    "ym:s:clientID": "1",
    "ym:s:dateTime": "2026-03-02 10:00:00",
    "ym:s:goalsID": "[1]",
  }
  expect(reasonsOf(readWholeLog(table(timeless), { zone }))).toEqual([
    "2: goal_reached has no time: ask for goalsDateTime",
  ])
  expect(reasonsOf(readWholeLog("ym:pv:watchID,ym:pv:clientID\n1,2\n", { zone }))[0]).toMatch(
    /^1: a table of the Logs API has tabs/,
  )
})

test("without a zone nothing is guessed, and no zone is made up", () => {
  expect(reasonsOf(readWholeLog(table(hit)))).toEqual([
    "2: its time names no zone: name that of the counter with --zone, as Europe/Moscow",
  ])
  expect(() => readWholeLog("", { zone: "Mars/Olympus" })).toThrow(RangeError)
})

test("a row as long as a line may be is read in no time, however many orders it has", () => {
  const many = (cell: string) => `[${Array.from({ length: 9_000 }, () => cell).join(",")}]`
  const visit = {
    "ym:s:visitID": "1",
    "ym:s:clientID": "1",
    "ym:s:dateTime": "2026-03-02 10:00:00",
    "ym:s:purchaseID": many("1"),
    "ym:s:productsPurchaseID": many("1"),
    "ym:s:productsID": many("2"),
  }
  // Work that grew with the square of this would take minutes: the test would not end.
  expect(readWholeLog(table(visit), { zone })).toHaveLength(9_001)
})
