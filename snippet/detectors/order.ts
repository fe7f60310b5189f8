import { readDigits } from "../../shared/log/amount"
import { amounts } from "../amounts"
import { readCurrency } from "../currency"
import { defineDetector } from "../detector"
import { readOwnCurrency } from "../own-currency"
import { watchPage } from "../page-changes"
import { isDonePage, readNotices } from "../shop-pages"
import { dropMissing, readText } from "../text"

const MOST_CHARACTERS = 20_000
const LONGEST_LINE = 200

const orderNumbers =
  /(?:order|bestell|auftrag|commande|pedido|ordine|заказ|замовлен|طلب|confirmation)(?:(?!dat[eu]|total|status|дата|сумм|fecha)[ \p{L}\xa0.]){0,32}?(?:number|no\.?|nr\.?|num\p{L}+|n[°º]|№|#|номер|\bid|:)(?::?\s(?:is|lautet|est|es)\b)?[\s:#№]*([\w-]{1,30})/giu
/** On a page whose address says that it thanks for one: `Order S00042`. */
const plainNumbers = /(?:order|bestellung|commande|pedido|заказ)\s([A-Z]{0,6}-?\d{3,20})\b/giu
/** What of that is a number: it has digits, or is a code in capitals. */
const numberLike = /^([A-Z]{0,6}[-_]?\d[\w-]*|[A-Z\d]{8,})$/
const total =
  '[class*="order-total" i],[class*="order_total" i],[class*=w__total],[class*="grand-total" i],[class*="summary-total" i],.totals'
/** A line that begins with the word for it, and goes on with the amount. */
const totalLine =
  /^\P{L}*((grand|order) )?(totale?|gesamt(summe|betrag|preis)|итого|всего|сумма|ال[اإ]جمالي|المجموع)( (price|paid|amount|pagado|pay[eé]|заказа|к оплате|по сч.ту))*(\P{L}*(incl|inkl|brutto|iva)\P{N}*)?\P{L}*([A-Z]{1,3}\P{L}*)?\d\D{0,3}[\d.,\s]*\D{0,20}$/iu

/** `purchase` on the page that thanks for an order and names its number; without a number nothing is told. */
export const order = defineDetector({
  name: "order",
  start(report, signal, around) {
    const told = new Set<unknown>()
    watchPage(
      () => {
        const isDone = isDonePage()
        if (!isDone) return
        const read = (selector: string) =>
          [...document.querySelectorAll(selector)].map((one) => readDigits(one.textContent ?? ""))
        // Other than `textContent`, it keeps apart what stands apart.
        const shown = document.querySelector<HTMLElement>("main,[role=main],#content") ?? document.body
        // biome-ignore lint/performance/useDomNodeTextContent: a page that thanks for an order, and nothing else.
        const lines = readDigits(shown.innerText.slice(0, MOST_CHARACTERS)).split(/\s*\n\s*/)
        const text = [...lines, ...readNotices()].join("\n")
        let order: Record<string, unknown> | undefined
        // schema.org's Order, wherever it stands.
        for (const text of read("script[type*=ld\\+json]"))
          try {
            JSON.parse(text, (_key, node) => {
              if (node?.orderNumber) order = node
              return node
            })
          } catch {}
        const amount =
          (
            read(total).findLast((one) => /^[\s\S]{0,80}\d\D{0,20}$/.test(one)) ??
            read("tr,li,p,div").findLast(
              (one) => !one[LONGEST_LINE] && totalLine.test(one.trim().replace(/\s+/g, " ")),
            ) ??
            // Below its word, where it stands alone.
            lines.findLast(
              (line, place) =>
                /^\D{0,5}\d[\d.,\s]*\D{0,5}$/.test(line) && totalLine.test(`${lines[place - 1]} ${line}`),
            )
          )
            ?.split(":")
            .pop() ?? ""
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
          [...text.matchAll(orderNumbers), ...(isDone === true ? text.matchAll(plainNumbers) : [])]
            .map(([, number]) => number!)
            .find((one) => numberLike.test(one)) ??
          // Named in the address, and shown.
          location.href.match(/[A-Z\d]{4,}/g)?.find((one) => /\d/.test(one) && text.includes(one))
        // Asked again whenever the page changes.
        // What says only by its words that it is such a page must name a sum as well.
        if (!id || (isDone === "text" && !amount) || told.size === told.add(id).size) return
        const props = dropMissing({
          transaction_id: readText(id)?.slice(0, 60),
          value: amounts.read(order?.price ?? amount),
          currency:
            readText(order?.priceCurrency) ??
            // Whose dollars they are the page knows best.
            (/[$¥]/.test(amount) ? readOwnCurrency(amount) : undefined) ??
            readCurrency(amount) ??
            readOwnCurrency(amount),
        })
        report({ name: "purchase", source: "page", props })
      },
      around,
      signal,
    )
  },
})
