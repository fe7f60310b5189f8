import fc from "fast-check"
import type { TouchpointEvent } from "../../shared/event"
import { evidenceNames } from "../../shared/log/aliases"

export const text = fc
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
/** Events of every kind, with what a site and a mail service tell of them. */
export const events = fc
  .tuple(
    fc.oneof(shopping, order, proof, other),
    optional,
    text,
    text,
    text,
    fc.integer({ min: 5e9, max: 4e12 }),
  )
  .map(
    ([[name, props], rest, id, person, source, at]) =>
      JSON.parse(JSON.stringify({ id, name, at, person, source, props, ...rest })) as TouchpointEvent,
  )
