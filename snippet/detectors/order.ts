import { amounts } from "../amounts"
import { currencies } from "../currencies"
import { defineDetector } from "../detector"
import { readOwnCurrency } from "../own-currency"
import { watchPage } from "../page-changes"
import { dropMissing, readText } from "../product"
import { isDonePage } from "../shop-pages"

const MOST_CHARACTERS = 20_000

const orderNumber =
  /(?:order|bestell|commande|pedido|ordine|заказ|замовлен)[\s\p{L}.]{0,32}?(?:number|no\.?|nr\.?|num\p{L}+|n[°º]|№|#|номер|:)(?:\s(?:is|lautet|est|es)\s)?[\s:#№]*([A-Z]{0,6}[-_]?\d[\w-]{2,24})/iu
const total =
  '[class*="order-total" i],[class*="order_total" i],[class*=w__total],[class*="grand-total" i],[class*="summary-total" i],.totals'
/** A line that begins with the word for it, and goes on with the amount. */
const totalLine =
  /^\P{L}*((grand|order) )?(total|totale|gesamt(summe|betrag|preis)|итого|всего)\P{L}*([A-Z]{3}\P{L}*)?\d\D{0,3}[\d.,\s]*\D{0,20}$/iu

/** `purchase` on the page that thanks for an order and names its number; without a number nothing is told. */
export const order = defineDetector({
  name: "order",
  start(report, signal, around) {
    const told = new Set<unknown>()
    watchPage(
      () => {
        if (!isDonePage()) return
        const read = (selector: string) =>
          [...document.querySelectorAll(selector)].map((one) => one.textContent ?? "")
        let order: Record<string, unknown> | undefined
        // schema.org's Order, wherever it stands.
        for (const text of read("script[type*=ld\\+json]"))
          try {
            JSON.parse(text, (_key, node) => {
              if (node?.orderNumber) order = node
              return node
            })
          } catch {}
        const amount = (
          read(total).findLast((one) => /^[\s\S]{0,80}\d\D{0,20}$/.test(one)) ??
          read("tr,li,p,dl>div").findLast((one) => totalLine.test(one.trim().replace(/\s+/g, " ")))
        )
          ?.split(":")
          .pop()
        const id =
          order?.orderNumber ??
          document.querySelector("[data-order-number]")?.getAttribute("data-order-number") ??
          // From the address of the shop system, else from what the page says.
          /order-received\/(\d+)|[?&]order_id=(\w+)/i.exec(location.href)?.slice(1).find(Boolean) ??
          /[A-Z]{0,6}-?\d[\w-]{2,24}/.exec(
            read(
              '[class*="order-number" i],[class*="order_number" i],#order-reference-value,[class*=w__order] strong',
            )[0] ?? "",
          )?.[0] ??
          orderNumber.exec(
            (read("main,[role=main],#content")[0] ?? read("body")[0]!).slice(0, MOST_CHARACTERS),
          )?.[1]
        // Asked again whenever the page changes.
        if (!id || told.size === told.add(id).size) return
        const props = dropMissing({
          transaction_id: readText(id)?.slice(0, 60),
          value: amounts.read(order?.price ?? amount),
          currency: readText(order?.priceCurrency) ?? currencies.read(amount) ?? readOwnCurrency(amount),
        })
        report({ name: "purchase", source: "page", props })
      },
      around,
      signal,
    )
  },
})
