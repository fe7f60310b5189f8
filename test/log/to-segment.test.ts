import "../property-seed"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { eventNames } from "../../shared/log/aliases"
import { toSegment } from "../../shared/log/to-segment"
import { events } from "./any-event"
import { makeEvent, readOne } from "./entries"
import { hasFacts, readFacts, whereFacts } from "./facts"

describe("an event as a message of the Segment Spec", () => {
  test("has Segment's names", () => {
    const event = makeEvent("e-1", {
      name: "add_to_cart",
      user: "u-7",
      page: { url: "https://x.example/a?b=1" },
      device: { type: "mobile", language: "de" },
      props: {
        cart_id: "c",
        items: [{ item_id: "sku-1", item_name: "Uno", price: 3, quantity: 2, index: 1 }],
      },
    })
    expect(toSegment(event)).toEqual({
      type: "track",
      event: "Product Added",
      messageId: "e-1",
      timestamp: "2026-03-02T10:00:00.000Z",
      anonymousId: "a-1",
      userId: "u-7",
      properties: { cart_id: "c", product_id: "sku-1", name: "Uno", price: 3, quantity: 2, position: 1 },
      context: {
        page: { url: "https://x.example/a?b=1", path: "/a", search: "?b=1" },
        device: { type: "mobile", language: "de" },
        locale: "de",
        cuelight: { source: "site" },
      },
    })
  })

  test("is a page, an identify, a screen or a group where it is one", () => {
    expect(toSegment(makeEvent("e", { name: "page_view", page: { title: "T" } }))).toMatchObject({
      type: "page",
      properties: { title: "T" },
    })
    expect(toSegment(makeEvent("e", { name: "identify", props: { a: 1 } }))).toMatchObject({
      type: "identify",
      traits: { a: 1 },
    })
    expect(toSegment(makeEvent("e", { name: "screen_view", props: { screen_name: "S" } }))).toMatchObject({
      type: "screen",
      name: "S",
    })
    expect(toSegment(makeEvent("e", { name: "join_group", props: { group_id: "g" } }))).toMatchObject({
      type: "group",
      groupId: "g",
    })
  })

  test("keeps the name that the Spec has no other for", () => {
    expect(toSegment(makeEvent("e", { name: "rage_click", props: { items: 3 } }))).toMatchObject({
      event: "rage_click",
      properties: { items: 3 },
    })
    expect(
      toSegment(makeEvent("e", { name: "message_sent", props: { channel: "carrier pigeon" } })).event,
    ).toBe("message_sent")
    expect(toSegment(makeEvent("e", { name: "message_sent", props: { channel: "__proto__" } })).event).toBe(
      "message_sent",
    )
  })

  test("names its person once where only the user is known", () => {
    expect(toSegment(makeEvent("e", { person: "u", user: "u" }))).not.toHaveProperty("anonymousId")
  })
})

test.skipIf(!hasFacts)(`the names are those of the crosswalk${whereFacts}`, () => {
  const { rows, productFields } = readFacts<{
    rows: { segment: string; ga4: string | null }[]
    productFields: { segment: string; ga4: string | null }[]
  }>("crosswalk")
  const own = new Map(eventNames.map(([segment, name]) => [segment, name]))
  for (const { segment, ga4 } of rows) {
    if (!ga4 || segment === "(custom)" || segment === "page()" || segment === "Checkout Step Completed")
      continue
    expect(own.get(segment), segment).toBe(ga4.split(" |")[0])
  }
  for (const { segment, ga4 } of productFields) {
    if (!ga4 || segment === "sku" || ga4.includes("/")) continue
    const told = readOne({
      type: "track",
      event: "Product Viewed",
      userId: "u",
      timestamp: 1e12,
      properties: { product_id: "p", [segment]: "x" },
    })
    const [item] = (told.props?.items ?? []) as object[]
    expect(item).toHaveProperty([ga4.split("..")[0] ?? ""])
  }
})

describe("there and back", () => {
  test("an event comes back from Segment as it went", () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(readOne(toSegment(event))).toEqual(event)
      }),
      { numRuns: 2_000 },
    )
  })

  test("what Segment told is stable from the first reading on", () => {
    const properties = {
      product_id: "p",
      sku: "s",
      name: "N",
      price: "3,50",
      quantity: "2",
      coupon: "C",
      currency: "USD",
      url: "https://x.example/",
    }
    for (const event of [
      "Product Added",
      "Product Viewed",
      "Order Completed",
      "Song Played",
      "Email Marked as Spam",
      "Checkout Step Completed",
    ]) {
      const first = readOne({
        type: "track",
        event,
        userId: "u",
        messageId: "m",
        timestamp: "2026-03-02",
        properties,
      })
      expect(readOne(toSegment(first))).toEqual(first)
    }
  })
})
