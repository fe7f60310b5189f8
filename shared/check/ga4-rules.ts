import type { TouchpointEvent } from "../event"
import type { Words } from "../language"
import type { EventRemark } from "./event-remark"

type Fields = Record<string, unknown>
type Flaw = Omit<EventRemark, "code" | "severity">

/** One expectation of Google Analytics 4: a line of the table below, a test with an event that breaks it. */
export interface EventRule {
  code: string
  severity: EventRemark["severity"]
  find(props: Fields, event: TouchpointEvent): Flaw[]
}

/** Events whose `items` GA4 wants. Source: GA4's recommended events, as its own event builder validates them. */
const WITH_ITEMS = new Set([
  "add_payment_info",
  "add_shipping_info",
  "add_to_cart",
  "add_to_wishlist",
  "begin_checkout",
  "purchase",
  "remove_from_cart",
  "select_item",
  "view_cart",
  "view_item",
  "view_item_list",
])
/** Those that carry the money of their items. */
const WITH_VALUE = new Set([
  "add_payment_info",
  "add_shipping_info",
  "add_to_cart",
  "add_to_wishlist",
  "begin_checkout",
  "purchase",
  "refund",
  "remove_from_cart",
  "view_cart",
  "view_item",
])
const WITH_TRANSACTION = new Set(["purchase", "refund"])
const AMOUNTS = ["value", "tax", "shipping"]
const ITEM_AMOUNTS = ["price", "discount", "quantity", "index"]
const MOST_ITEMS = 200
/** A list of a hostile page is not read to its end. */
const MOST_READ = 1_000
/** Cents are rounded item by item. */
const ROUNDING = 0.02

const CURRENCY = /^[A-Z]{3}$/
const EVENT_NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/
const RESERVED = /^(ga_|google_|firebase_|_)/
/** Evidence and friction are told among ourselves, not to GA4. */
const OWN_NAMES =
  /^(message_|identify$|consent$|(rage|dead)_click$|js_error$|form_(error|abandon)$|slow_page$|nps$|csat$)/

/** Seen by the recorder alone, by an address or a press: what the site has not told lacks nothing. */
const SEEN_ONLY = /^((url|page|button|form)(\+|$))+$/

export const ga4Rules: readonly EventRule[] = [
  rule("missing-currency", "error", (props, { name, mended }) =>
    isAmount(props.value) &&
    !OWN_NAMES.test(name) &&
    isMissing(props.currency) &&
    !listItems(props).some(({ currency }) => !isMissing(currency))
      ? [
          at("currency", {
            en: "There is a value without a currency: GA4 drops the value.",
            ru: "Есть сумма, но нет валюты: GA4 отбросит сумму.",
          }),
        ]
      : mended?.includes("currency")
        ? [
            at("currency", {
              en: "The data layer names no currency: GA4 drops the value. This one is the page's.",
              ru: "В слое данных нет валюты: GA4 отбросит сумму. Эта взята со страницы.",
            }),
          ]
        : [],
  ),
  rule("bad-currency", "error", (props) =>
    !isMissing(props.currency) && !(typeof props.currency === "string" && CURRENCY.test(props.currency))
      ? [
          at("currency", {
            en: "A currency is three capital letters: EUR.",
            ru: "Валюта — три заглавные буквы: RUB.",
          }),
        ]
      : [],
  ),
  rule("missing-value", "warning", (props, { name, source }) =>
    WITH_VALUE.has(name) && !SEEN_ONLY.test(source) && isMissing(props.value)
      ? [
          at("value", {
            en: "The value is missing: the money of this event is not counted.",
            ru: "Нет суммы: деньги этого события не учитываются.",
          }),
        ]
      : [],
  ),
  rule("amount-as-text", "error", (props, { mended = [] }) => [
    ...mended
      .filter((path) => path !== "currency")
      .map((path) =>
        at(path, {
          en: "The data layer wrote this number as a text: it was read here, and may not be elsewhere.",
          ru: "В слое данных это число записано текстом: здесь его прочли, в другом месте могут не прочесть.",
        }),
      ),
    ...AMOUNTS.filter((key) => isNumberText(props[key])).map((key) => asText(key)),
    ...eachItem(props, (item, path) =>
      ITEM_AMOUNTS.filter((key) => isNumberText(item[key])).map((key) => asText(`${path}.${key}`)),
    ),
  ]),
  rule("wrong-type", "error", (props) => [
    ...AMOUNTS.filter(
      (key) => !isMissing(props[key]) && !isNumberText(props[key]) && !isAmount(props[key]),
    ).map((key) => at(key, { en: "This must be a number.", ru: "Здесь должно быть число." })),
    ...eachItem(props, (item, path) =>
      ITEM_AMOUNTS.filter(
        (key) => !isMissing(item[key]) && !isNumberText(item[key]) && !isAmount(item[key]),
      ).map((key) => at(`${path}.${key}`, { en: "This must be a number.", ru: "Здесь должно быть число." })),
    ),
    ...(!isMissing(props.items) && !Array.isArray(props.items)
      ? [at("items", { en: "Items must be a list.", ru: "Товары должны быть списком." })]
      : []),
  ]),
  rule("negative-amount", "warning", (props) => [
    ...AMOUNTS.filter((key) => isAmount(props[key]) && (props[key] as number) < 0).map((key) =>
      negative(key),
    ),
    ...eachItem(props, (item, path) =>
      ["price", "quantity"]
        .filter((key) => isAmount(item[key]) && (item[key] as number) < 0)
        .map((key) => negative(`${path}.${key}`)),
    ),
  ]),
  rule("missing-items", "error", (props, { name, source }) =>
    WITH_ITEMS.has(name) &&
    !SEEN_ONLY.test(source) &&
    (isMissing(props.items) || (Array.isArray(props.items) && props.items.length === 0)) &&
    isMissing(props.item_id) &&
    isMissing(props.item_name)
      ? [
          at("items", {
            en: "The items are missing: nobody knows which products this is about.",
            ru: "Нет товаров: непонятно, о каких товарах речь.",
          }),
        ]
      : [],
  ),
  rule("nameless-item", "error", (props) =>
    eachItem(props, (item, path) =>
      isMissing(item.item_id) && isMissing(item.item_name)
        ? [
            at(path, {
              en: "An item needs `item_id` or `item_name`.",
              ru: "Товару нужны `item_id` или `item_name`.",
            }),
          ]
        : [],
    ),
  ),
  rule("too-many-items", "warning", (props) =>
    Array.isArray(props.items) && props.items.length > MOST_ITEMS
      ? [
          at("items", {
            en: "GA4 reads 200 items of an event and drops the others.",
            ru: "GA4 читает 200 товаров события, остальные отбрасывает.",
          }),
        ]
      : [],
  ),
  rule("missing-transaction", "error", (props, { name }) =>
    WITH_TRANSACTION.has(name) && isMissing(props.transaction_id)
      ? [
          at("transaction_id", {
            en: "The order has no `transaction_id`: a repeated one cannot be told from a new one.",
            ru: "У заказа нет `transaction_id`: повтор не отличить от нового.",
          }),
        ]
      : [],
  ),
  rule("value-mismatch", "warning", (props) => mismatch(props)),
  rule("bad-name", "warning", (_, { name }) =>
    OWN_NAMES.test(name) || (EVENT_NAME.test(name) && !RESERVED.test(name))
      ? []
      : [
          at("", {
            en: "GA4 takes names of at most 40 letters, digits and _ that begin with a letter and not with ga_, google_ or firebase_.",
            ru: "GA4 принимает имена до 40 латинских букв, цифр и _; они начинаются с буквы и не с ga_, google_ или firebase_.",
          }),
        ],
  ),
]

function rule(code: string, severity: EventRule["severity"], find: EventRule["find"]): EventRule {
  return { code, severity, find }
}

function at(path: string, message: Words): Flaw {
  return { path, message }
}

function asText(path: string): Flaw {
  return at(path, {
    en: "This number is a text: it is not added up.",
    ru: "Это число записано текстом: оно не складывается.",
  })
}

function negative(path: string): Flaw {
  return at(path, { en: "An amount below zero.", ru: "Сумма меньше нуля." })
}

/** GA4: `value` is the sum of price × quantity, without shipping and tax. */
function mismatch(props: Fields): Flaw[] {
  const items = listItems(props)
  const { value } = props
  if (!isAmount(value) || items.length === 0 || items.some(({ price }) => !isAmount(price))) return []
  const sum = (off: boolean) =>
    items.reduce((total, { price, quantity, discount }) => {
      const each = (price as number) - (off && isAmount(discount) ? discount : 0)
      return total + each * (isAmount(quantity) ? quantity : 1)
    }, 0)
  const extras = [props.tax, props.shipping].reduce<number>(
    (total, extra) => total + (isAmount(extra) ? extra : 0),
    0,
  )
  const near = (total: number) => Math.abs(value - total) <= ROUNDING * items.length
  if (near(sum(false)) || near(sum(true))) return []
  const round = (total: number) => String(Math.round(total * 100) / 100)
  const withExtras = extras !== 0 && (near(sum(false) + extras) || near(sum(true) + extras))
  return [
    at("value", {
      en: withExtras
        ? "The value includes tax or shipping: GA4 counts the items alone."
        : `The value is ${round(value)}, the items together cost ${round(sum(false))}.`,
      ru: withExtras
        ? "В сумму входит налог или доставка: GA4 считает только товары."
        : `Сумма ${round(value)}, а товары вместе стоят ${round(sum(false))}.`,
    }),
  ]
}

function listItems({ items }: Fields): Fields[] {
  if (!Array.isArray(items)) return []
  return items
    .slice(0, MOST_READ)
    .map((item) => (typeof item === "object" && item !== null ? (item as Fields) : {}))
}

function eachItem(props: Fields, find: (item: Fields, path: string) => Flaw[]): Flaw[] {
  return listItems(props).flatMap((item, index) => find(item, `items[${index}]`))
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ""
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value)
}

function isNumberText(value: unknown): boolean {
  return typeof value === "string" && /^\s*-?\d[\d\s\u00A0.,]*$/.test(value) && value.length < 40
}
