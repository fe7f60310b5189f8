import { parseAmount } from "../../shared/log/amount"
import { readCurrency } from "../currency"
import { defineDetector } from "../detector"
import { parseLoosely } from "../markup/json-ld"
import { dropMissing, readText } from "../product"
import { isDonePage } from "../shop-pages"

type Fields = Record<string, unknown>
/** Pages that render late are asked again. */
const LOOK_AFTER_MS = [0, 1_000, 3_000]
const MOST_CHARACTERS = 20_000

const orderNumber =
  /(?:order|bestell(?:ung|nummer)|commande|pedido|ordine|zam[oó]wieni\p{L}*|objedn[aá]vk\p{L}*|заказ\p{L}*|замовленн\p{L}*)[\s\p{L}.]{0,24}?(?:number|no\.?|nummer|nr\.?|numer|número|n[°º]|№|#|номер|:)[\s:#№]*([A-Z]{0,6}[-_]?\d[\w-]{2,24})/iu
const total =
  '.woocommerce-order-overview__total,.order-total,.grand.totals,[class*="order-total" i],[class*="order_total" i],[class*="grand-total" i],.payment-due__price,[class*="total" i][class*="price" i]'

/** schema.org's Order, wherever it stands. */
function readOrder(): Fields | undefined {
  for (const block of document.querySelectorAll('script[type^="application/ld+json" i]')) {
    const text = block.textContent ?? ""
    if (!text.includes("orderNumber")) continue
    const data = parseLoosely(text) as { "@graph"?: unknown } | undefined
    for (const one of [data, data?.["@graph"]].flat() as (Fields | undefined)[])
      if (one?.orderNumber) {
        const { orderNumber: id, price, priceCurrency } = one
        return { transaction_id: readText(id), value: parseAmount(price), currency: readText(priceCurrency) }
      }
  }
}

/** The number of the order, from the address of the shop system, else from what the page says. */
function readShownOrder(): Fields {
  const { pathname, searchParams } = new URL(location.href)
  const shown = document.querySelector(
    '.order-number,[class*="order-number" i],[class*="order_number" i],#order-reference-value,.os-order-number,.woocommerce-order-overview__order strong',
  )
  const text = (document.querySelector("main,[role=main],#content") ?? document.body).textContent ?? ""
  const id =
    /order-received\/(\d+)/.exec(pathname)?.[1] ??
    searchParams.get("ORDER_ID") ??
    /[A-Z]{0,6}-?\d[\w-]{2,24}/.exec(shown?.textContent ?? "")?.[0] ??
    orderNumber.exec(text.slice(0, MOST_CHARACTERS).replace(/\s+/g, " "))?.[1]
  const amounts = [...document.querySelectorAll(total)]
    .map((one) => one.textContent?.trim() ?? "")
    .filter((one) => /\d/.test(one) && one.length < 60)
  const amount = amounts.at(-1)?.replace(/^[^\d]*:/, "")
  return {
    transaction_id: id?.slice(0, 60),
    value: parseAmount(amount),
    currency: amount && readCurrency(amount),
  }
}

/** `purchase` on the page that thanks for an order and names its number; without a number nothing is told. */
export const order = defineDetector({
  name: "order",
  start(report, signal, { onVisit, guard }) {
    let timers: ReturnType<typeof setTimeout>[] = []
    const stopLooking = () => {
      for (const timer of timers) clearTimeout(timer)
    }
    const told = new Set<unknown>()
    const look = guard(() => {
      if (!isDonePage(location.href)) return
      const found = dropMissing(readOrder() ?? readShownOrder())
      if (!found.transaction_id || told.has(found.transaction_id)) return
      told.add(found.transaction_id)
      stopLooking()
      report({ name: "purchase", source: "page", props: found })
    })
    onVisit(({ how }) => {
      stopLooking()
      if (how !== "restored") timers = LOOK_AFTER_MS.map((after) => setTimeout(look, after))
    })
    signal.addEventListener("abort", stopLooking)
  },
})
