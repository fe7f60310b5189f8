/**
 * Names of Segment's Spec and ours (GA4's), in both directions. Source: Segment's ecommerce spec v2, B2B SaaS spec and
 * email spec; GA4's recommended events.
 */
export type NamePairs = readonly (readonly [segment: string, cuelight: string])[]

/** Events. Each of our names is there once, so that the pairs can be read both ways. */
export const eventNames: NamePairs = [
  ["Product List Viewed", "view_item_list"],
  ["Product Clicked", "select_item"],
  ["Product Viewed", "view_item"],
  ["Products Searched", "search"],
  ["Product Added", "add_to_cart"],
  ["Product Removed", "remove_from_cart"],
  ["Cart Viewed", "view_cart"],
  ["Product Added to Wishlist", "add_to_wishlist"],
  ["Checkout Started", "begin_checkout"],
  ["Payment Info Entered", "add_payment_info"],
  ["Order Completed", "purchase"],
  ["Order Refunded", "refund"],
  ["Promotion Viewed", "view_promotion"],
  ["Promotion Clicked", "select_promotion"],
  ["Product Shared", "share"],
  ["Signed Up", "sign_up"],
  ["Signed In", "login"],
]

/** Further names that are read as ours and never written: those of the ecommerce spec v1, and one way into the cart. */
export const olderEventNames: NamePairs = [
  ["Viewed Product Category", "view_item_list"],
  ["Clicked Product", "select_item"],
  ["Viewed Product", "view_item"],
  ["Added Product", "add_to_cart"],
  ["Wishlist Product Added to Cart", "add_to_cart"],
  ["Removed Product", "remove_from_cart"],
  ["Started Order", "begin_checkout"],
  ["Completed Order", "purchase"],
  ["Viewed Promotion", "view_promotion"],
  ["Clicked Promotion", "select_promotion"],
]

/** Fields of one product. What has the same name on both sides (`price`, `quantity`, `coupon`…) is not listed. */
export const itemFields: NamePairs = [
  ["product_id", "item_id"],
  ["name", "item_name"],
  ["brand", "item_brand"],
  ["category", "item_category"],
  ["variant", "item_variant"],
  ["position", "index"],
]

/** Fields of a product that stand beside the event's own where the event has one product: Segment's names. */
export const flatItemFields: readonly string[] = [
  ...itemFields.map(([segment]) => segment),
  "sku",
  "price",
  "quantity",
  "coupon",
  "discount",
  "url",
  "image_url",
]

const orderFields: NamePairs = [
  ["order_id", "transaction_id"],
  ["payment_method", "payment_type"],
  ["shipping_method", "shipping_tier"],
]
const promotionFields: NamePairs = [
  ["creative", "creative_name"],
  ["name", "promotion_name"],
  ["position", "creative_slot"],
]
const listFields: NamePairs = [["list_id", "item_list_id"]]

/** Fields of events, by our name of the event. */
export const eventFields: Readonly<Record<string, NamePairs>> = {
  view_item_list: [...listFields, ["category", "item_list_name"]],
  select_item: listFields,
  view_item: [],
  search: [["query", "search_term"]],
  add_to_cart: [],
  remove_from_cart: [],
  view_cart: [],
  add_to_wishlist: [],
  begin_checkout: orderFields,
  add_payment_info: orderFields,
  add_shipping_info: orderFields,
  purchase: [...orderFields, ["revenue", "value"]],
  refund: [...orderFields, ["total", "value"]],
  view_promotion: promotionFields,
  select_promotion: promotionFields,
  share: [["share_via", "method"]],
}

/** Events about one product: Segment writes its fields beside the event's. */
export const oneProductEvents: ReadonlySet<string> = new Set([
  "select_item",
  "view_item",
  "add_to_cart",
  "remove_from_cart",
  "add_to_wishlist",
  "share",
])

/** Fields of a message's evidence, as the email spec names them. */
export const evidenceFields: NamePairs = [
  ["email_id", "provider_id"],
  ["email_subject", "subject"],
  ["campaign_name", "campaign"],
]

/** Events of a message, and what they prove, for each channel that Segment and its partners have names for. */
export const evidenceNames: Readonly<Record<string, NamePairs>> = {
  email: [
    ["Email Sent", "message_sent"],
    ["Email Delivered", "message_delivered"],
    ["Email Opened", "message_opened"],
    ["Email Link Clicked", "message_clicked"],
    ["Email Bounced", "message_bounced"],
    ["Email Failed", "message_failed"],
    ["Unsubscribed", "message_unsubscribed"],
  ],
  push: [
    ["Push Notification Sent", "message_sent"],
    ["Push Notification Received", "message_delivered"],
    ["Push Notification Opened", "message_opened"],
    ["Push Notification Tapped", "message_clicked"],
    ["Push Notification Bounced", "message_bounced"],
    ["Push Notification Failed", "message_failed"],
  ],
  sms: [
    ["SMS Sent", "message_sent"],
    ["SMS Delivered", "message_delivered"],
    ["SMS Link Clicked", "message_clicked"],
    ["SMS Bounced", "message_bounced"],
    ["SMS Failed", "message_failed"],
    ["SMS Unsubscribed", "message_unsubscribed"],
  ],
}

/** Further names of mail services that are read and never written. */
export const olderEvidenceNames: Readonly<Record<string, NamePairs>> = {
  email: [
    ["Email Clicked", "message_clicked"],
    ["Email Dropped", "message_failed"],
    ["Email Unsubscribed", "message_unsubscribed"],
  ],
  push: [
    ["Push Notification Delivered", "message_delivered"],
    ["Push Notification Clicked", "message_clicked"],
  ],
  sms: [["SMS Clicked", "message_clicked"]],
}

/** Who marks a mail as spam wants no more of them. Written again where the event says `spam: true`. */
export const SPAM_EVENT = "Email Marked as Spam"

/** The new name of each key. A map, because keys are anybody's. */
export type Renaming = ReadonlyMap<string, string>

/** Segment's names become ours. */
export function toOwnNames(pairs: NamePairs): Renaming {
  return new Map(pairs)
}

/** Our names become Segment's. */
export function toSegmentNames(pairs: NamePairs): Renaming {
  return new Map(pairs.map(([segment, own]) => [own, segment]))
}

/** New names for the keys of an object; a key whose new name is taken already stays as it is. */
export function renameFields(
  fields: Readonly<Record<string, unknown>>,
  names: Renaming,
): Record<string, unknown> {
  const renamed: Record<string, unknown> = {}
  for (const key of Object.keys(fields)) {
    const name = names.get(key)
    renamed[name === undefined || Object.hasOwn(fields, name) ? key : name] = fields[key]
  }
  return renamed
}
