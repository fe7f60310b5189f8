import { parseAmount } from "./amount"

/** As `parseAmount`, which reads prices from pages: there a minus is a dash, in a push or a log it is one. */
export function readSignedAmount(text: string): number | undefined {
  const amount = parseAmount(text)
  return amount && /^\s*[-\u2212]\s?\D{0,3}\d/.test(text) ? -amount : amount
}
