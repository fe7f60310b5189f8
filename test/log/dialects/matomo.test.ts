import { expect, test } from "vitest"
import { matomo } from "../../../shared/log/dialects/matomo"
import { eventsOf, makeEvent, readValues, reasonsOf } from "../entries"

const at = Date.UTC(2026, 2, 2, 10)
const seconds = at / 1000
const visit = {
  idVisit: 7,
  visitorId: "0123456789abcdef",
  userId: "u-1",
  referrerType: "campaign",
  referrerName: "cart-1",
  referrerUrl: "https://mail.example/",
  deviceType: "Smartphone",
  languageCode: "ru",
  actionDetails: [
    { type: "action", url: "https://shop.example/p", pageTitle: "P", timestamp: seconds },
    {
      type: "event",
      eventCategory: "Cart",
      eventAction: "add_to_cart",
      eventName: "sku-1",
      eventValue: 5,
      timestamp: seconds + 1,
    },
    { type: "goal", goalName: "lead", revenue: 0, url: "https://shop.example/p", timestamp: seconds + 2 },
    { type: "outlink", url: "https://else.example/", timestamp: seconds + 3 },
    { type: "content", timestamp: seconds + 4 },
    {
      type: "ecommerceOrder",
      orderId: "o-1",
      revenue: "90.5",
      revenueTax: 1,
      itemDetails: [{ itemSKU: "sku-1", itemName: "Tea", price: 45.25, quantity: "2" }],
      timestamp: seconds + 5,
    },
  ],
}

test("a visit is what was done in it, each at its own time", () => {
  expect(matomo.recognise(visit)).toBe(1)
  const events = eventsOf(readValues([visit]))
  expect(events.map(({ id, name, at: when, props }) => [id, name, when - at, props])).toEqual([
    ["7-1", "page_view", 0, {}],
    ["7-2", "add_to_cart", 1000, { category: "Cart", label: "sku-1", value: 5 }],
    ["7-3", "lead", 2000, { value: 0 }],
    ["7-4", "click", 3000, { link_url: "https://else.example/", outbound: true }],
    [
      "7-6",
      "purchase",
      5000,
      {
        transaction_id: "o-1",
        value: 90.5,
        tax: 1,
        items: [{ item_id: "sku-1", item_name: "Tea", price: 45.25, quantity: 2 }],
      },
    ],
  ])
  expect(events[0]).toMatchObject({
    person: "0123456789abcdef",
    user: "u-1",
    session: "7",
    source: "matomo",
    campaign: { name: "cart-1" },
    device: { type: "mobile", language: "ru" },
    page: { url: "https://shop.example/p", title: "P", referrer: "https://mail.example/" },
  })
  expect(events[3]?.page).toBeUndefined()
})

test("what cannot be used is told, and what is of others is left to them", () => {
  const odd = {
    ...visit,
    actionDetails: [
      { type: "action" },
      { type: "dance", timestamp: seconds },
      { type: "goal", timestamp: seconds },
      null,
    ],
  }
  expect(reasonsOf(readValues([odd, { ...visit, visitorId: "", userId: null }]))).toEqual([
    "1: action 1 of the visit has no timestamp",
    '1: an action of the type "dance" is not known',
    "1: an event or a goal has no name",
    '1: an action of the type "undefined" is not known',
    "2: a visit names nobody: visitorId is missing",
  ])
  for (const value of [makeEvent("1"), { idVisit: 1 }, { actionDetails: [] }, null])
    expect(matomo.recognise(value), JSON.stringify(value)).toBe(0)
})
