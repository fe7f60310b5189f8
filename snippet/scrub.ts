import { cleanUrl } from "./clean-url"

const mailAddress = /[^\s@<>()"',;:/?&=]+(@|%40)[^\s@]+\.[a-z]{2,}/gi
const token = /\beyJ[\w-]{8,}[\w.-]*|\b(sk|pk|ghp|xox[a-z])[-_][\w-]{16,}|\bBearer \S+/g
const digits = /\b[2-6](?:[ -]?\d){12,18}\b/g
/** Numbers of orders and articles may look like those of cards, and must stay what they are. */
const numbering = /(id|sku|gtin\d*|ean)$/i

/**
 * A copy without what must not leave the page, whoever put it there: e-mail addresses, numbers of payment cards, access
 * tokens. Addresses of pages are cleaned as those of the page itself are.
 */
export function scrub<Value>(value: Value, name?: string): Value
export function scrub(value: unknown, name = ""): unknown {
  if (typeof value === "string") {
    const text = /^https?:/.test(value) ? cleanUrl(value) : value
    const clean = text.replace(mailAddress, "removed").replace(token, "removed")
    return numbering.test(name)
      ? clean
      : clean.replace(digits, (found) => (isCard(found) ? "removed" : found))
  }
  if (typeof value === "number" && !numbering.test(name) && isCard(String(value))) return "removed"
  if (Array.isArray(value)) return value.map((inner) => scrub(inner, name))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, scrub(inner, key)]))
}

/** By the check digit of Luhn. */
function isCard(text: string): boolean {
  const found = [...text.replace(/\D/g, "")].reverse()
  let sum = 0
  for (const [place, digit] of found.entries()) sum += Number(place % 2 ? "0246813579"[+digit] : digit)
  return found.length > 12 && sum % 10 === 0
}
