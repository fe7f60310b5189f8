// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { readOwnCurrency } from "../../snippet/own-currency"
import { openPage } from "./watch-detector"

test.each([
  ["a script's object", `<script>var shop = {"currency":"USD"}</script>`, "$45.00", "USD"],
  ["a script's variable", `<script>Shop.currency = 'SEK';</script>`, "450 kr", "SEK"],
  [
    "a script's code",
    `<script type="application/json">{"currencyCode": "CAD"}</script>`,
    "Total $45.00",
    "CAD",
  ],
  ["a template's setting", `<script>var s = {"currency_code":"DKK","x":1}</script>`, "450 kr.", "DKK"],
  ["microdata", `<meta itemprop="priceCurrency" content="AUD">`, "$45.00", "AUD"],
  ["a meta tag", `<meta property="product:price:currency" content="MXN">`, "$900", "MXN"],
  [
    "the same one twice",
    `<b data-x='{"currency":"NOK"}'></b><script>c={"currency":"NOK"}</script>`,
    "9 kr",
    "NOK",
  ],
  ["no sign at all", `<script>c={"currency":"CHF"}</script>`, "45.00", "CHF"],
])("%s names it", (_title, body, amount, code) => {
  openPage("/thank-you", body)
  expect(readOwnCurrency(amount)).toBe(code)
})

test.each([
  [
    "two that the visitor may choose from",
    `<script>[{"currency":"USD"},{"currency":"CAD"}]</script>`,
    "$45.00",
  ],
  ["one that is not of dollars", `<script>c={"currency":"EUR"}</script>`, "$45.00"],
  ["a word", `<script>c={"currency":"NEWEST"}</script><p>Currency: USD</p>`, "$45.00"],
  ["nothing", "<p>Thank you</p>", "$45.00"],
  ["no amount", "<p>Thank you</p>", undefined],
])("%s: none is told", (_title, body, amount) => {
  openPage("/thank-you", body)
  expect(readOwnCurrency(amount)).toBeUndefined()
})
