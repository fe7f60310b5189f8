import { asFields, type Fields, firstId, firstText, pickTexts } from "../fields"
import { readLooseInstant } from "../instant"
import type { Dialect, Reading, ToldEvent } from "./dialect"

/** The events of Shopify's Web Pixels and ours. Of the steps of a checkout only these have a name of GA4's. */
export const shopifyNames: Readonly<Record<string, string>> = {
  page_viewed: "page_view",
  collection_viewed: "view_item_list",
  product_viewed: "view_item",
  search_submitted: "search",
  product_added_to_cart: "add_to_cart",
  product_removed_from_cart: "remove_from_cart",
  cart_viewed: "view_cart",
  checkout_started: "begin_checkout",
  checkout_contact_info_submitted: "checkout_contact_info_submitted",
  checkout_address_info_submitted: "checkout_address_info_submitted",
  checkout_shipping_info_submitted: "add_shipping_info",
  payment_info_submitted: "add_payment_info",
  checkout_completed: "purchase",
  form_submitted: "form_submit",
  input_focused: "form_start",
  clicked: "click",
}

/** Every key and every glance: they are many, and no step of a journey. */
const noise = /^(advanced_dom_|input_(blurred|changed)$|ui_extension_errored$|alert_displayed$)/

/**
 * Events of Shopify's Web Pixels, as a pixel hands them on: one a line, with `clientId`, `timestamp`, `data` and `context`.
 * Whoever gives an address at the checkout is known by it from then on, and a box that was ticked there is a consent; one
 * that was not is no refusal. What was typed into fields is not read. Source: Shopify's Web Pixels API, standard events.
 */
export const shopify: Dialect = {
  name: "shopify",

  recognise(value) {
    const event = asFields(value)
    if (!event || typeof event.name !== "string" || typeof event.clientId !== "string") return 0
    if (event.timestamp === undefined || event.at !== undefined) return 0
    return Object.hasOwn(shopifyNames, event.name) || noise.test(event.name) || asFields(event.context)
      ? 1
      : 0.6
  },

  read(value) {
    const event = asFields(value)
    if (!event) return [{ reason: "an event is an object" }]
    const written = firstText(event.name)
    if (written === undefined) return [{ reason: "an event has a name" }]
    if (noise.test(written)) return []
    const at = readLooseInstant(event.timestamp)
    if (at === undefined) return [{ reason: "an event has a timestamp in ISO 8601" }]
    const data = asFields(event.data) ?? {}
    const checkout = asFields(data.checkout)
    const user = firstId(asFields(asFields(checkout?.order)?.customer)?.id)
    const person = firstId(event.clientId) ?? user
    if (person === undefined) return [{ reason: "an event names nobody: clientId is missing" }]
    const told: ToldEvent = {
      name: Object.hasOwn(shopifyNames, written) ? shopifyNames[written]! : written,
      at,
      person,
      source: "shopify",
      props: Object.hasOwn(shopifyNames, written)
        ? readData(data, checkout)
        : { ...asFields(event.customData), ...(event.customData === undefined && data) },
    }
    const id = firstId(event.id)
    if (id !== undefined) told.id = id
    if (user !== undefined) told.user = user
    const seen = asFields(asFields(event.context)?.document)
    const page = {
      ...pickTexts(asFields(seen?.location), { href: "url" }),
      ...pickTexts(seen, { title: "title", referrer: "referrer" }),
    }
    if (Object.keys(page).length > 0) told.page = page
    const language = firstText(asFields(asFields(event.context)?.navigator)?.language)
    if (language !== undefined) told.device = { language }
    return [...readPerson(checkout, told), told]
  },
}

/** Who the person turned out to be while they bought, and what they agreed to. */
function readPerson(checkout: Fields | undefined, { id, at, person, user, source }: ToldEvent): Reading {
  if (!checkout) return []
  const by = { at, person, source, ...(user !== undefined && { user }) }
  const named = (what: string) => (id === undefined ? {} : { id: `${id}-${what}` })
  const traits = pickTexts(checkout, { email: "email", phone: "phone" })
  const agreed = {
    ...(checkout.buyerAcceptsEmailMarketing === true && { email: "granted" }),
    ...(checkout.buyerAcceptsSmsMarketing === true && { sms: "granted" }),
  }
  return [
    ...(traits ? [{ ...by, ...named("traits"), name: "identify", props: traits }] : []),
    ...(Object.keys(agreed).length > 0
      ? [{ ...by, ...named("consent"), name: "consent", props: agreed }]
      : []),
  ]
}

function readData(data: Fields, checkout: Fields | undefined): Fields {
  if (checkout) return readCheckout(checkout)
  const cart = asFields(data.cart)
  if (cart) return readCart(cart)
  const line = asFields(data.cartLine)
  if (line)
    return withItems(
      [readVariant(asFields(line.merchandise), line.quantity)],
      amountOf(asFields(line.cost)?.totalAmount),
    )
  const variant = asFields(data.productVariant)
  if (variant) return withItems([readVariant(variant)], amountOf(variant.price))
  const collection = asFields(data.collection)
  if (collection) {
    return {
      ...withItems(readVariants(collection.productVariants)),
      ...pickTexts(collection, { id: "item_list_id", title: "item_list_name" }),
    }
  }
  const found = asFields(data.searchResult)
  if (found)
    return {
      ...pickTexts(found, { query: "search_term" }),
      ...withItems(readVariants(found.productVariants)),
    }
  const element = asFields(data.element)
  // The form and not its fields: what is in them was typed.
  return element ? { ...pickTexts(element, { id: "form_id", action: "form_destination" }) } : {}
}

function readCart(cart: Fields): Fields {
  const lines = Array.isArray(cart.lines) ? cart.lines : []
  const items = lines.map((line) =>
    readVariant(asFields(asFields(line)?.merchandise), asFields(line)?.quantity),
  )
  return {
    ...withItems(items, amountOf(asFields(cart.cost)?.totalAmount)),
    ...pickTexts(cart, { id: "cart_id" }),
  }
}

/** GA4's value is what the goods cost, without delivery and taxes: the subtotal. */
function readCheckout(checkout: Fields): Fields {
  const lines = Array.isArray(checkout.lineItems) ? checkout.lineItems : []
  const items = lines.map((line) => {
    const { variant, quantity, title } = asFields(line) ?? {}
    return {
      ...(typeof title === "string" && { item_name: title }),
      ...readVariant(asFields(variant), quantity),
    }
  })
  const worth = amountOf(checkout.subtotalPrice) ?? amountOf(checkout.totalPrice)
  const transaction = firstId(asFields(checkout.order)?.id)
  const tax = amountOf(checkout.totalTax)?.amount
  const shipping = amountOf(asFields(checkout.shippingLine)?.price)?.amount
  const applied = Array.isArray(checkout.discountApplications) ? checkout.discountApplications : []
  const coupon = firstText(...applied.map((one) => asFields(one)?.title))
  return {
    ...withItems(items, worth),
    ...pickTexts(checkout, { currencyCode: "currency", token: "checkout_id" }),
    ...(transaction !== undefined && { transaction_id: transaction }),
    ...(tax !== undefined && { tax }),
    ...(shipping !== undefined && { shipping }),
    ...(coupon !== undefined && { coupon }),
  }
}

interface Amount {
  amount: number
  currency?: string
}

function amountOf(money: unknown): Amount | undefined {
  const { amount, currencyCode } = asFields(money) ?? {}
  const number = typeof amount === "string" && /^-?\d+(\.\d+)?$/.test(amount) ? Number(amount) : amount
  if (typeof number !== "number" || !Number.isFinite(number)) return undefined
  return { amount: number, ...(typeof currencyCode === "string" && { currency: currencyCode }) }
}

function withItems(items: readonly Fields[], worth?: Amount): Fields {
  return {
    ...(worth?.currency !== undefined && { currency: worth.currency }),
    ...(worth && { value: worth.amount }),
    ...(items.length > 0 && { items }),
  }
}

function readVariants(variants: unknown): Fields[] {
  return Array.isArray(variants) ? variants.map((variant) => readVariant(asFields(variant))) : []
}

/** The product is the item, as in the alias tables; which of its variants is `item_variant`. */
function readVariant(variant: Fields | undefined, quantity?: unknown): Fields {
  const product = asFields(variant?.product)
  const id = firstId(product?.id, variant?.id, variant?.sku)
  const price = amountOf(variant?.price)?.amount
  return {
    ...(id !== undefined && { item_id: id }),
    ...pickTexts(product, { title: "item_name", vendor: "item_brand", type: "item_category" }),
    ...pickTexts(variant, { title: "item_variant", sku: "sku" }),
    ...(price !== undefined && { price }),
    ...(typeof quantity === "number" && Number.isFinite(quantity) && { quantity }),
  }
}
