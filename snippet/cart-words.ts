import { compileCartWords } from "./compile-cart-words"

const inFiveLanguages = compileCartWords(
  "(quick )?add|put|ajouter|mettre|anadir|anade|agregar?|sumar|добав\\S+|полож\\S+",
  "(in|on)?to|au|dans|al?|in|в",
  "in de[nr]?|в",
  "the|my|your|shopping|le|mon|la|mi",
  "cart|basket|bag\\b|trolley|(waren|einkaufs)?(korb|wagen)|panier|carr[oi]|cest|bolsa|корзину",
)

/** English, Russian, German, French and Spanish, until further languages are added. */
export const cartWords = [
  (text: string, _control: Element) => inFiveLanguages.test(text) || /^zum waren\S+ hinzu/.test(text),
]

const MOST_CHARACTERS = 60

/** The text of a control in lower case, Latin and Greek letters without accents. */
function readControl(control: Element): string {
  const read = (name: string) => control.getAttribute(name)
  return (
    (control.localName === "input" && read("value")) ||
    control.textContent?.trim() ||
    read("aria-label") ||
    read("title") ||
    read("alt") ||
    ""
  )
    .slice(0, 300)
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
}

/** Whether a press on it plainly puts something in the cart. */
export function isCartControl(control: Element): boolean {
  const text = readControl(control)
  return (
    text.length <= MOST_CHARACTERS &&
    !control.matches("[aria-disabled=true],.disabled") &&
    cartWords.some((says) => says(text, control))
  )
}
