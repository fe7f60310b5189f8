import "../property-seed"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { TouchpointEvent } from "../../shared/event"
import { eventNames, evidenceNames } from "../../shared/log/aliases"
import { toSegment } from "../../shared/log/to-segment"
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
  const text = fc
    .string({ minLength: 1, maxLength: 12, unit: "grapheme" })
    .filter((value) => value.trim() !== "")
  const number = fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((value) => value + 0)
  /** Without the keys that a reader refuses. */
  const plainValue = (maxDepth: number) =>
    fc
      .jsonValue({ maxDepth })
      .filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)))
  const item = fc.record(
    {
      item_id: text,
      item_name: text,
      item_brand: text,
      item_category: text,
      coupon: fc.constantFrom("a", "b"),
      price: number,
      quantity: fc.nat(),
      index: fc.nat(),
      sku: text,
      item_list_id: text,
      size: text,
    },
    { requiredKeys: ["item_id"] },
  )
  const shopping = fc.tuple(
    fc.constantFrom(
      "view_item_list",
      "select_item",
      "view_item",
      "search",
      "add_to_cart",
      "remove_from_cart",
      "view_cart",
      "add_to_wishlist",
      "begin_checkout",
      "add_payment_info",
      "add_shipping_info",
      "view_promotion",
      "select_promotion",
      "share",
    ),
    fc.record(
      {
        items: fc.array(item, { minLength: 1, maxLength: 3 }),
        value: number,
        currency: text,
        search_term: text,
        method: text,
        coupon: fc.constantFrom("a", "b"),
        item_list_id: text,
        item_list_name: text,
        promotion_id: text,
        promotion_name: text,
        creative_name: text,
        creative_slot: text,
        payment_type: text,
        shipping_tier: text,
        cart_id: text,
        x: plainValue(2),
      },
      { requiredKeys: [] },
    ),
  )
  const order = fc.tuple(
    fc.constantFrom("purchase", "refund"),
    fc.record(
      {
        items: fc.array(item, { minLength: 1 }),
        value: number,
        transaction_id: text,
        tax: number,
        shipping: number,
        coupon: text,
      },
      { requiredKeys: ["value"] },
    ),
  )
  const proof = fc
    .tuple(
      fc.constantFrom(...Object.keys(evidenceNames), "call"),
      fc.constantFrom("sent", "delivered", "shown", "opened", "clicked", "bounced", "failed", "unsubscribed"),
      fc.record(
        {
          scenario: text,
          step: text,
          provider_id: text,
          subject: text,
          campaign: text,
          template: text,
          to: text,
          machine: fc.constant(true),
          spam: fc.constant(true),
          bounce: fc.constant("soft"),
        },
        { requiredKeys: [] },
      ),
    )
    .map(([channel, what, props]): [string, Record<string, unknown>] => [
      `message_${what}`,
      { channel, ...props },
    ])
  const other = fc.tuple(
    fc.constantFrom(
      "identify",
      "consent",
      "page_view",
      "generate_lead",
      "sign_up",
      "login",
      "rage_click",
      "nps",
      "screen_view",
      "join_group",
      "call_order",
    ),
    fc.record(
      {
        email: text,
        screen_name: text,
        group_id: text,
        birthday: text,
        score: number,
        deep: plainValue(3),
      },
      { requiredKeys: [] },
    ),
  )
  const optional = fc.record(
    {
      user: text,
      session: text,
      page: fc.record(
        { url: fc.oneof(text, fc.webUrl({ withQueryParameters: true })), title: text, referrer: text },
        { requiredKeys: ["title"] },
      ),
      campaign: fc.record(
        { source: text, medium: text, name: text, term: text, content: text },
        { requiredKeys: ["name"] },
      ),
      device: fc.record({ type: text, language: text, os: text }, { requiredKeys: ["type"] }),
      gesture: fc.oneof(
        fc.constant(null),
        fc.record({ type: text, target: text, at: fc.nat() }, { requiredKeys: ["type"] }),
      ),
    },
    { requiredKeys: [] },
  )
  const events = fc
    .tuple(
      fc.oneof(shopping, order, proof, other),
      optional,
      text,
      text,
      text,
      fc.integer({ min: 0, max: 4e12 }),
    )
    .map(
      ([[name, props], rest, id, person, source, at]) =>
        JSON.parse(JSON.stringify({ id, name, at, person, source, props, ...rest })) as TouchpointEvent,
    )

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
