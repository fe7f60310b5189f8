/**
 * "Add to cart" as shops write it on a button: a verb and where to, or only where to ("in den Warenkorb", «В корзину»).
 * It stands at the beginning: "go to cart" and "in your cart" are other things. Latin words are compared without their
 * accents.
 */
export function compileCartWords(
  verbs: string,
  into: string,
  alone: string,
  own: string,
  nouns: string,
): RegExp {
  return new RegExp(`^\\P{L}*((${verbs}) (\\S+ ){0,2}(${into})|${alone}) ((${own}) )?(${nouns})`, "u")
}

/** English, Russian, German, French and Spanish; the second file adds its own. */
export const cartWords = [
  compileCartWords(
    "(quick )?add|put|ajouter|mettre|anadir|anade|agregar?|sumar|добав\\S+|полож\\S+",
    "(in|on)?to|au|dans|al?|in|в",
    "in de[nr]?|в",
    "the|my|your|shopping|le|mon|la|mi",
    "cart|basket|bag\\b|trolley|(waren|einkaufs)?(korb|wagen)|panier|carr[oi]|cest|bolsa|корзину",
  ),
  /^\P{L}*zum waren\S+ hinzu/u,
]

/** "Buy": in some shops it fills the cart, in others it begins the checkout; only its markup can tell. */
const buy = /^\P{L}*(buy( now)?|купить|купи|kaufen|acheter|comprar?|acquista|kup|ko?upit|koop|k[oø]b)\P{L}*$/u
const cartMark =
  /(add|put|to|in)[-_ ]?(to|in|2)?[-_ ]?(cart|basket|bag|korzin|warenkorb|panier|carr)|buy[-_]?(btn|button)|(btn|button)[-_]?(buy|comprar)/i

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
    .replace(/(\p{Script=Latin}|\p{Script=Greek})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/ø/g, "o")
}

/** Whether a press on it plainly puts something in the cart. */
export function isCartControl(control: Element): boolean {
  const text = readControl(control)
  if (text.length > MOST_CHARACTERS || control.getAttribute("aria-disabled") === "true") return false
  return (
    cartWords.some((words) => words.test(text)) ||
    (buy.test(text) &&
      cartMark.test(
        ["id", "class", "name", "data-action"].map((name) => control.getAttribute(name)).join(" "),
      ))
  )
}
