// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest"
import { readCurrency } from "../../snippet/currency"
import { openPage } from "./watch-detector"

afterEach(() => document.documentElement.removeAttribute("lang"))

test.each([
  ["39,00 €", "en", "", "EUR"],
  ["$39", "en", "", "USD"],
  ["$39", "en-AU", "", "AUD"],
  ["$39", "en", "kiln.com.au", "AUD"],
  ["US$39", "en-AU", "", "USD"],
  ["$ 39.990", "es-CL", "", "CLP"],
  ["$39", "es", "kiln.com.mx", "MXN"],
  ["499 kr", "sv", "", "SEK"],
  ["499 kr.", "da", "", "DKK"],
  ["499:-", "sv", "", "SEK"],
  ["499 kr", "nb", "", "NOK"],
  ["499 kr", "en", "", undefined],
  ["Rs. 1,299", "en", "kiln.pk", "PKR"],
  ["Rs. 1,299", "en-IN", "", "INR"],
  ["¥1,299", "ja", "", "JPY"],
  ["￥1,299", "zh-CN", "", "CNY"],
  ["2320 元", "zh-TW", "", "TWD"],
  ["1 990 р.", "ru", "", "RUB"],
  ["199 руб.", "ru", "kiln.by", "BYN"],
  ["12 000 ₸", "ru", "", "KZT"],
  ["R 1 299", "en-ZA", "", "ZAR"],
  ["₦12,000", "en-NG", "", "NGN"],
  ["RSD 4.990", "sr", "", "RSD"],
  ["4.990 RSD", "sr", "", "RSD"],
  ["1 990 AMD", "hy", "", "AMD"],
  ["TOP 10", "en", "", undefined],
  ["ALL 10", "en", "", undefined],
  ["NEW 10", "en", "", undefined],
  ["R$ 39,90", "pt-BR", "", "BRL"],
  ["C$39", "en", "", "CAD"],
  ["HK$39", "en", "", "HKD"],
  ["NT$39", "en", "", "TWD"],
  ["MX$39", "en", "", "MXN"],
  ["39 zł", "en", "", "PLN"],
  ["4 990 Ft", "hu", "", "HUF"],
  ["39 lei", "ro", "", "RON"],
  ["Rp 39.000", "id", "", "IDR"],
  ["Regular 39", "en-ZA", "", undefined],
  ["EUR110.00", "lv", "", "EUR"],
  ["110.00EUR", "lv", "", "EUR"],
  ["Audio CD $12.49", "en", "", "USD"],
  ["CA $12.49", "en", "", "CAD"],
])("%s in %s %s is %s", (text, lang, host, code) => {
  openPage(host ? `https://${host}/` : "https://shop.example/", "")
  document.documentElement.lang = lang
  expect(readCurrency(text)).toBe(code)
})
