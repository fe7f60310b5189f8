/** Digits of other scripts that shops print: Arabic, Persian, full width. */
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g

/** A text with its digits as ASCII has them. */
export function readDigits(text: string): string {
  return text.replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 15))
}

const amountInText = /\d+(?:[\s'’\u066c]\d{3}(?!\d)|[.,\u066b\u066c\uff0c\uff0e]\d+)*/

/**
 * The first amount in a text, whatever the writer's habits: `1.299,00 €`, `$1,299`, `12 990 ₽`, `1'299.–`, `٤٩٫٥٠`.
 * One separator with three digits behind it groups thousands (`24.990`), except after a lone zero (`0.500`).
 * `undefined` where there is none.
 */
export function parseAmount(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined
  if (typeof value !== "string") return
  const text = readDigits(value.slice(0, 200))
    // The sign may stand for the point: `39€90`.
    .replace(/(\d)\s?[€£](\d\d)(?!\d)/, "$1.$2")
    .replace(/[\u066b\uff0c]/g, ",")
    .replace(/\uff0e/g, ".")
  const digits = amountInText.exec(text)?.[0].replace(/[\s'’\u066c]/g, "")
  if (!digits) return
  const point = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","))
  const whole = digits.slice(0, point).replace(/[.,]/g, "")
  const rest = digits.slice(point + 1)
  if (point < 0) return Number(digits)
  const mark = digits[point]!
  // With both marks the last is the decimal one; a mark that repeats groups.
  const groups =
    digits.indexOf(mark) !== point || (rest.length === 3 && whole !== "0" && !/[.,].*[.,]/.test(digits))
  return Number(groups ? whole + rest : `${whole}.${rest}`)
}
