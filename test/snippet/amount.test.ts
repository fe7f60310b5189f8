import { expect, test } from "vitest"
import { parseAmount } from "../../shared/log/amount"

test.each([
  ["1.299,00 €", 1299],
  ["1,299.00", 1299],
  ["$1,299", 1299],
  ["12 990 ₽", 12990],
  ["12\u00a0990,50", 12990.5],
  ["1'299.–", 1299],
  ["24.990", 24990],
  ["1.234.567", 1234567],
  ["1,29,900", 129900],
  ["0.500", 0.5],
  ["12,5", 12.5],
  ["12.5000", 12.5],
  ["39", 39],
  ["€ 20,-", 20],
  ["Rs. 1,299", 1299],
  ["٤٩٫٥٠", 49.5],
  ["30,000원~", 30000],
  ["from 10 to 20", 10],
  [54.5, 54.5],
])("%s is %s", (text, amount) => {
  expect(parseAmount(text)).toBe(amount)
})

test.each([["free"], [""], [null], [undefined], [Number.NaN], [{}], [true]])("%s is no amount", (value) => {
  expect(parseAmount(value)).toBeUndefined()
})

test("a sign that stands for the point", () => {
  expect(parseAmount("39€90")).toBe(39.9)
  expect(parseAmount("39 €")).toBe(39)
  expect(parseAmount("12 €100")).toBe(12)
})
