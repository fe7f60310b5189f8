// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { order } from "../../../snippet/detectors/order"
import { learnEverything } from "../../../snippet/learn"
import { openPage, watchDetector } from "../watch-detector"

learnEverything()
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = async (address: string, body: string, head = "") => {
  openPage(address, body, head)
  const watched = watchDetector(order)
  await vi.runAllTimersAsync()
  return watched.sightings
}

test("WooCommerce's page of thanks", async () => {
  const body = `<ul><li class="woocommerce-order-overview__total total">Total: <strong><span class="woocommerce-Price-amount amount">€1.249,50</span></strong></li></ul>`
  expect(await open("/checkout/order-received/1077/?key=wc_order_x", body)).toEqual([
    { name: "purchase", source: "page", props: { transaction_id: "1077", value: 1249.5, currency: "EUR" } },
  ])
})

test("schema.org's Order", async () => {
  const data = { "@graph": [{ "@type": "Order", orderNumber: "A-77", price: "39.00", priceCurrency: "EUR" }] }
  expect(
    await open("/thank-you", "", `<script type="application/ld+json">${JSON.stringify(data)}</script>`),
  ).toMatchObject([{ props: { transaction_id: "A-77", value: 39, currency: "EUR" } }])
})

test.each([
  ["/checkout/onepage/success/", "<main>Your order number is: 000012345.</main>", "000012345"],
  ["/thank_you", "<main>Order #1042 confirmed</main>", "1042"],
  ["/shop/confirmation", "<main><h1>Order S00042</h1></main>", "S00042"],
  ["/ar/thank-you", "<main>رقم الطلب #218834122</main>", "218834122"],
  ["/bestellbestaetigung", "<main>Auftragsnummer: 1042</main>", "1042"],
  ["/personal/order/make/?ORDER_ID=512", "<main>Заказ оформлен</main>", "512"],
  ["/order/success", "<main>Спасибо! Ваш заказ № 7712 принят</main>", "7712"],
  ["/checkout/success", "<main>Thank you! Your order number is <b>FM-104</b></main>", "FM-104"],
  [
    "/checkout/finish?orderId=0190abc",
    `<main><h1>Vielen Dank</h1><p class="finish-ordernumber" data-order-number="10001">Ihre Bestellnummer: #10001</p></main>`,
    "10001",
  ],
  ["/index.php?dispatch=checkout.complete&order_id=97", "<main>Your order #97 is placed</main>", "97"],
  ["/index.php?cl=thankyou", "<main>Ihre Bestellnummer lautet 4711</main>", "4711"],
  ["/bestellabschluss.php?i=abc", "<main>Ihre Bestellnummer: 2026-1042</main>", "2026-1042"],
  ["/danke", "<main>Ihre Bestellung Nr. DE-5512 ist eingegangen</main>", "DE-5512"],
  ["/merci", "<main>Votre commande n° 88412 est confirmée</main>", "88412"],
])("%s names its order", async (address, body, id) => {
  expect(await open(address, body)).toMatchObject([{ name: "purchase", props: { transaction_id: id } }])
})

test.each([
  ["thanks for a message", "/thank-you", "<main>Thank you, we will write to you soon</main>"],
  ["the list of orders", "/account/orders", "<main>Order number: 1042</main>"],
  ["thanks without a number", "/checkout/success", "<main>Your order is on its way</main>"],
  ["a telephone number", "/thank-you", "<main>To order a call ring us</main>"],
])("%s: no purchase", async (_title, address, body) => expect(await open(address, body)).toEqual([]))

test("a page that says its number late is asked again, and says it once", async () => {
  openPage("/order/complete", "<main></main>")
  const { sightings } = watchDetector(order)
  await vi.advanceTimersByTimeAsync(500)
  document.querySelector("main")!.textContent = "Order number 1042"
  await vi.runAllTimersAsync()
  expect(sightings).toHaveLength(1)
})

test("a sign that several countries share is what the page calls its currency", async () => {
  const body = `<main>Order #1042 <p class="order-total">Total: $45.00</p></main>`
  expect(await open("/thank-you", body, `<script>var shop = {"currency":"CAD"}</script>`)).toMatchObject([
    { props: { value: 45, currency: "CAD" } },
  ])
  const [told] = await open("/thank-you", body)
  expect(told?.props).toEqual({ transaction_id: "1042", value: 45, currency: "USD" })
})

test.each([
  [
    "Shopware's summary",
    `<dl><dt>Gesamtsumme</dt><dd class="col-5 checkout-aside-summary-total">1.249,50 €</dd></dl>`,
    1249.5,
  ],
  [
    "a line of WooCommerce's blocks",
    "<ul><li><span>Date:</span> <span>May 3, 2026</span></li><li><span>Total:</span> <span>€39.00</span></li></ul>",
    39,
  ],
  [
    "the last line of a plain table",
    "<table><tr><td>Total items</td><td>3</td></tr><tr><td>Subtotal</td><td>€35.00</td></tr><tr><td>Grand total</td><td>EUR 39.90</td></tr></table>",
    39.9,
  ],
  [
    "a list of dates and counts",
    "<ul><li>Total items: 3</li><li>Total quantity 3 pieces</li></ul>",
    undefined,
  ],
])("what it came to: %s", async (_title, body, value) => {
  const [told] = await open("/thank-you", `<main>Order #1042 ${body}</main>`)
  expect(told?.props?.value).toBe(value)
})
