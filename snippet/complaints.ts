import { readMarks } from "./marks"

const wrong =
  '[aria-invalid=true],[role=alert],[class*="error" i],[class*="invalid" i],[class*=not-valid],[class*=danger]'
/** What an alert says as well when all is well. */
const well =
  /success|thank|sent\b|welcome|danke|erfolg|merci|envoy|gracias|enviad|éxito|спасибо|успешн|отправлен/i

/** What a page can be seen to complain of: fields that are not as they should be, and texts that say so. */
export function findComplaints(inside: ParentNode): Element[] {
  return [...inside.querySelectorAll(wrong)].filter(
    (one) =>
      (one.matches("[aria-invalid]") || one.textContent?.trim()) &&
      !well.test(readMarks(one) + one.textContent) &&
      one.checkVisibility?.() !== false,
  )
}
