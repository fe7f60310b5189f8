import { describe, expect, test } from "vitest"
import { findDialect } from "../../../shared/log/dialects"
import { segment } from "../../../shared/log/dialects/segment"
import { eventsOf, makeEvent, readOne, readValues, reasonsOf } from "../entries"
import { hasFacts, readCallExample, readFacts, whereFacts } from "../facts"

const at = Date.UTC(2026, 2, 2, 10)
const message = (more: object) => ({
  type: "track",
  messageId: "m-1",
  anonymousId: "a-1",
  timestamp: "2026-03-02T10:00:00Z",
  ...more,
})
const tell = (event: string, properties: object = {}, more: object = {}) =>
  readOne(message({ event, properties, ...more }))

test("the registry finds it", () => {
  expect(findDialect("segment")).toEqual({ dialect: segment })
})

test("recognises messages of all types, batches and the older spelling", () => {
  for (const type of ["track", "page", "screen", "identify", "group", "alias"])
    expect(segment.recognise({ type, userId: "u" })).toBe(1)
  expect(segment.recognise({ batch: [], writeKey: "k" })).toBe(1)
  expect(segment.recognise({ action: "track", user_id: "u", event: "Email Opened" })).toBe(1)
})

test("does not recognise what is none", () => {
  for (const value of [
    null,
    "track",
    [],
    {},
    makeEvent("e"),
    { type: "checkout", userId: "u" },
    { event: "purchase", ecommerce: { items: [] } },
    { event_name: "purchase", event_timestamp: "1" },
  ])
    expect(segment.recognise(value), JSON.stringify(value)).toBe(0)
})

describe("persons", () => {
  test("are called by the anonymous id and joined to the user", () => {
    expect(readOne(message({ event: "x", userId: "u-7" }))).toMatchObject({ person: "a-1", user: "u-7" })
    expect(readOne(message({ event: "x", userId: "u-7", anonymousId: null }))).toMatchObject({
      person: "u-7",
      user: "u-7",
    })
    expect(readOne(message({ event: "x" }))).not.toHaveProperty("user")
    expect(readOne(message({ event: "x", userId: 97980, anonymousId: "" }))).toMatchObject({
      person: "97980",
    })
  })

  test("of an id that a number cannot hold are not guessed", () => {
    const line = '{"type":"track","event":"x","timestamp":"2026-03-02","userId":12345678901234567890}'
    expect(reasonsOf(readValues([line]))).toEqual([
      "1: a message names nobody: anonymousId or userId is missing",
    ])
  })

  test("identify sets traits, also where RudderStack keeps them, and the zone of the device", () => {
    const told = readOne(
      message({
        type: "identify",
        userId: "u",
        traits: { email: "a@example.com" },
        context: { timezone: "Europe/Amsterdam" },
      }),
    )
    expect(told).toMatchObject({
      name: "identify",
      user: "u",
      props: { email: "a@example.com", timezone: "Europe/Amsterdam" },
    })
    expect(
      readOne(message({ type: "identify", context: { traits: { plan: "pro" }, timezone: "GMT+0530" } }))
        .props,
    ).toEqual({ plan: "pro" })
  })

  test("alias joins the previous id to the user; group is join_group", () => {
    const alias = readOne(message({ type: "alias", previousId: "old", userId: "u", anonymousId: undefined }))
    expect(alias).toMatchObject({ name: "identify", person: "old", user: "u", props: {} })
    const group = readOne(message({ type: "group", groupId: "g", traits: { plan: "pro" } }))
    expect(group).toMatchObject({ name: "join_group", props: { group_id: "g", plan: "pro" } })
    expect(reasonsOf(readValues([message({ type: "alias", previousId: "old" })]))).toHaveLength(1)
  })
})

describe("the time", () => {
  const times = {
    originalTimestamp: "2026-03-02T12:00:00Z",
    sentAt: "2026-03-02T12:00:10Z",
    receivedAt: "2026-03-02T10:00:10Z",
  }
  test("is the timestamp, else the device's corrected by the server's clock, else what there is", () => {
    expect(readOne(message({ event: "x", ...times })).at).toBe(at)
    expect(readOne(message({ event: "x", ...times, timestamp: undefined })).at).toBe(at)
    expect(
      readOne(message({ event: "x", timestamp: null, originalTimestamp: times.originalTimestamp })).at,
    ).toBe(at + 7_200_000)
    expect(readOne(message({ event: "x", timestamp: "", receivedAt: times.receivedAt })).at).toBe(at + 10_000)
    expect(
      readOne({ action: "track", event: "x", user_id: "u", received_at: "2026-03-02T10:00:00Z" }).at,
    ).toBe(at)
  })

  test("missing or unreadable is a bad line, never now", () => {
    for (const timestamp of [undefined, "yesterday", {}, "2026-13-01", -5])
      expect(reasonsOf(readValues([message({ event: "x", timestamp })]))[0]).toContain("has a time")
  })
})

describe("ecommerce", () => {
  test("one product beside the event's fields becomes its item", () => {
    expect(
      tell("Product Added", {
        cart_id: "c",
        product_id: 5,
        sku: "G",
        name: "Uno",
        price: "3.50",
        quantity: "2",
        position: 1,
        currency: "USD",
      }),
    ).toMatchObject({
      name: "add_to_cart",
      props: {
        cart_id: "c",
        currency: "USD",
        items: [{ item_id: "5", sku: "G", item_name: "Uno", price: 3.5, quantity: 2, index: 1 }],
      },
    })
    expect(tell("Product Viewed", { sku: "only" }).props).toEqual({
      items: [{ sku: "only", item_id: "only" }],
    })
  })

  test("an order has its value from revenue, else subtotal, else total, and is never called twice", () => {
    expect(tell("Order Completed", { order_id: "o", revenue: 22.5, total: 27.5 }).props).toEqual({
      transaction_id: "o",
      value: 22.5,
      total: 27.5,
    })
    expect(tell("Order Completed", { subtotal: 20, total: 27.5 }).props).toEqual({
      value: 20,
      subtotal: 20,
      total: 27.5,
    })
    expect(tell("Order Completed", { total: "1,299.00" }).props).toEqual({ value: 1299, total: 1299 })
    for (const [text, value] of [
      ["-12.50", -12.5],
      ["-$1,299.00", -1299],
      ["US$ 5 - 10", 5],
      ["-", "-"],
    ])
      expect(tell("Order Refunded", { total: text }).props).toMatchObject({ value })
    expect(tell("Checkout Started", { value: 30, revenue: 25 }).props).toEqual({ value: 30, revenue: 25 })
  })

  test("the names of the first version, other letter case and our own names mean the same", () => {
    for (const name of ["Added Product", "product added", "PRODUCT ADDED", "add_to_cart"])
      expect(tell(name, { product_id: "p" })).toMatchObject({
        name: "add_to_cart",
        props: { items: [{ item_id: "p" }] },
      })
  })

  test("a step of the checkout is known only where it can be one alone", () => {
    expect(tell("Checkout Step Completed", { shipping_method: "DHL" })).toMatchObject({
      name: "add_shipping_info",
      props: { shipping_tier: "DHL" },
    })
    expect(tell("Checkout Step Completed", { shipping_method: "DHL", payment_method: "Visa" }).name).toBe(
      "Checkout Step Completed",
    )
  })

  test("an event of the site's own keeps its name and its properties", () => {
    expect(tell("Song Played", { name: "Fallin", position: "2", value: "7" })).toMatchObject({
      name: "Song Played",
      props: { name: "Fallin", position: "2", value: "7" },
    })
    expect(tell("Product Shared", { share_via: "email", url: "https://shop.example/" }).props).toEqual({
      method: "email",
      url: "https://shop.example/",
    })
  })

  test.skipIf(!hasFacts)(`every documented example is read${whereFacts}`, () => {
    const { ecommerceV2 } = readFacts<{
      ecommerceV2: Record<string, { examples: string[]; v1Alias?: string }>
    }>("segment")
    const { rows } = readFacts<{ rows: { segment: string; ga4: string | null }[] }>("crosswalk")
    const named = new Map(rows.map(({ segment, ga4 }) => [segment, ga4?.split(" |")[0] ?? null]))
    for (const [name, { examples, v1Alias }] of Object.entries(ecommerceV2)) {
      for (const example of examples) {
        const { event, properties } = readCallExample(example)
        expect(event).toBe(name)
        const told = tell(event, properties)
        const products = (properties.products ?? (properties.product_id ? [properties] : [])) as {
          product_id: string
        }[]
        if (name === "Wishlist Product Added to Cart") expect(told.name).toBe("add_to_cart")
        else if (name !== "Checkout Step Completed") expect(told.name, name).toBe(named.get(name) ?? name)
        if (named.get(name)) {
          const items = (told.props?.items ?? []) as { item_id: string }[]
          expect(
            items.map(({ item_id }) => item_id),
            name,
          ).toEqual(products.map(({ product_id }) => product_id))
        }
        if (v1Alias && named.get(name) && name !== "Checkout Step Completed")
          expect(tell(v1Alias, properties)).toEqual(told)
      }
    }
  })
})

describe("the email spec", () => {
  const properties = {
    email_id: "18vzF7u3z",
    email_subject: "First shirt on us!",
    campaign_id: "123",
    campaign_name: "New Customer Discount",
  }
  const mail = (event: string) =>
    readOne({
      user_id: "019mr8mf4r",
      action: "track",
      event,
      timestamp: "2026-03-02T10:00:00Z",
      context: { traits: { email: "pgibbons@initech.com" } },
      properties,
    })

  test.each([
    ["Email Delivered", "message_delivered"],
    ["Email Opened", "message_opened"],
    ["Email Link Clicked", "message_clicked"],
    ["Email Bounced", "message_bounced"],
    ["Email Marked as Spam", "message_unsubscribed"],
    ["Unsubscribed", "message_unsubscribed"],
    ["Email Sent", "message_sent"],
  ])("%s is the evidence %s", (event, name) => {
    expect(mail(event)).toMatchObject({
      name,
      person: "019mr8mf4r",
      props: {
        channel: "email",
        provider_id: "18vzF7u3z",
        subject: "First shirt on us!",
        campaign: "New Customer Discount",
        to: "pgibbons@initech.com",
      },
    })
    expect(mail(event).props?.spam).toBe(event === "Email Marked as Spam" ? true : undefined)
  })

  test("pushes and texts are evidence of their channels", () => {
    expect(
      tell("Push Notification Received", { campaign: { name: "Referral Flow", medium: "Push" } }),
    ).toMatchObject({
      name: "message_delivered",
      props: { channel: "push", campaign: "Referral Flow" },
    })
    expect(tell("Push Notification Tapped").props).toEqual({ channel: "push" })
    expect(tell("SMS Sent", { scenario: "s", step: "t" })).toMatchObject({
      name: "message_sent",
      props: { channel: "sms", scenario: "s", step: "t" },
    })
  })

  test("what only sounds like a message is none", () => {
    for (const event of ["Email Verified", "Invite Sent", "Push Enabled"])
      expect(tell(event).name).toBe(event)
  })
})

test("pages and screens have their own place", () => {
  const page = message({
    type: "page",
    name: "Home",
    category: "Shop",
    properties: {
      url: "https://x.example/a?b",
      path: "/a",
      search: "?b",
      title: "T",
      referrer: "",
      name: "Home",
      color: "red",
    },
  })
  expect(readOne(page)).toMatchObject({
    name: "page_view",
    page: { url: "https://x.example/a?b", title: "T" },
    props: { name: "Home", category: "Shop", color: "red" },
  })
  expect(readOne(page).props).not.toHaveProperty("path")
  expect(readOne(message({ type: "screen", name: "Cart", properties: { step: 1 } }))).toMatchObject({
    name: "screen_view",
    props: { screen_name: "Cart", step: 1 },
  })
})

test("a batch shares its context and clock; a bad message in it costs itself alone", () => {
  const batch = {
    batch: [
      {
        type: "identify",
        userId: "u",
        traits: { age: 26 },
        originalTimestamp: "2026-03-02T09:59:00Z",
        context: { locale: "de" },
      },
      { type: "track", userId: "u" },
      7,
      { type: "track", userId: "u", event: "x", timestamp: "2015-2-02T00:30:12.984Z" },
    ],
    sentAt: "2026-03-02T10:00:00Z",
    context: { device: { type: "phone" } },
  }
  const entries = readValues([batch])
  expect(eventsOf(entries).map(({ id, at, device }) => [id, at, device])).toEqual([
    ["1", at - 60_000, { type: "phone", language: "de" }],
    ["1.4", Date.UTC(2015, 1, 2, 0, 30, 12, 984), { type: "phone" }],
  ])
  expect(reasonsOf(entries)).toEqual(["1: a track message has an event", "1: a message is an object"])
})

test.skipIf(!hasFacts)(`the documented messages are read${whereFacts}`, () => {
  const { commonExample, batchExample } = readFacts<Record<string, object>>("segment")
  expect(readOne(commonExample)).toEqual({
    id: "022bb90c-bbac-11e4-8dfc-aa07a5b093db",
    name: "Report Submitted",
    at: Date.UTC(2015, 11, 10, 4, 8, 31, 905),
    person: "507f191e810c19729de860ea",
    user: "97980cfea0067",
    page: { url: "https://segment.com/academy/", title: "Analytics Academy" },
    campaign: {
      name: "TPS Innovation Newsletter",
      source: "Newsletter",
      medium: "email",
      term: "tps reports",
      content: "image link",
    },
    device: expect.objectContaining({
      manufacturer: "Apple",
      type: "ios",
      os: "iPhone OS",
      language: "en-US",
    }),
    props: {},
    source: "segment",
  })
  expect(eventsOf(readValues([batchExample])).map(({ name, person }) => [name, person])).toEqual([
    ["identify", "019mr8mf4r"],
    ["Song Played", "019mr8mf4r"],
    ["identify", "971mj8mk7p"],
    ["Song Played", "971mj8mk7p"],
  ])
})
