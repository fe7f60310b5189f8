/**
 * "Add to cart" as shops write it on a button, at the beginning of its text: "go to cart" and "in your cart" are other
 * things. Latin words are compared without their accents.
 */
const addToCart = new RegExp(
  `^\\P{L}*(?:${[
    // English
    "(quick )?add (\\S+ )?(\\S+ )?(in)?to (the |my |your |shopping )?(cart|basket|bag|trolley)",
    "put in(to)? (cart|basket)",
    // German, Dutch, Scandinavian, Finnish, Estonian
    "(jetzt )?in (den|die) (waren|einkaufs)?(korb|wagen|tasche)",
    "zum (warenkorb|einkaufswagen) hinzu",
    "in (de |mijn )?winkel(wagen|mand)",
    "(voeg )?toe(voegen)? aan winkel",
    "(lagg|laeg|legg|l.g) (till )?i (handle|vare|varu|indkobs)?k[ou]r[vg]",
    "(tilfoj|tilf.j) til (indkobs)?kurv",
    "lisaa (ostos)?kori",
    "lisa (ostu)?korvi",
    // French, Spanish, Portuguese, Italian, Romanian
    "(ajouter|mettre) (au|dans (le|mon)) panier",
    "(anadir|agregar|anade|agrega|sumar|meter) (al? )?(la )?(mi )?(carr|cesta|bolsa)",
    "(adicionar|colocar|por) (ao?|no|na) (carrinho|cesto|saco)",
    "(aggiungi|metti) (al?|nel)(la)? (carrello|borsa|cestino|shopping)",
    "adauga in cos",
    // Polish, Czech, Slovak, Slovenian, Croatian, Hungarian, Lithuanian, Latvian, Turkish
    "(dodaj |vlozit |vlozte |pridat |pridaj )?(do|v|u) kos(z|ar|ik)",
    "kosarba",
    "(i|ideti i) krepsel",
    "(pievienot|ielikt|likt) groz",
    "sepete (ekle|at)",
    // Russian, Ukrainian, Bulgarian
    "((добавить|положить|додати|добави|покласти) )?[вуд]о? (корзину|кошика?|количка)",
    // Greek, Hebrew, Arabic
    "προσθηκη στο καλαθι",
    "הוס[ףפ]ה? ל(סל|עגלה)",
    "[اأ]ضف [اإ]لى (السلة|عربة|حقيبة|سلة)",
    // Chinese, Japanese, Korean, Vietnamese
    "(加入|放入|放進|添加到)(購物車|购物车|購物籃)",
    "カート(に入れる|に追加|へ)",
    "장바구니(에)? ?담기",
    "them vao gio",
  ].join("|")})`,
  "u",
)

/** "Buy": in some shops it fills the cart, in others it begins the checkout; only its markup can tell. */
const buy =
  /^\P{L}*(buy( now)?|купить|купи|kaufen|acheter|comprar|compra|acquista|kup|koupit|kupit|koop|kop|kob)\P{L}*$/u
const cartMark =
  /(add|put|to|in)[-_ ]?(to|in|2)?[-_ ]?(cart|basket|bag|korzin|warenkorb|panier|carrello|carrinho)|^cart$|buy[-_]?(btn|button)|(btn|button)[-_]?(buy|comprar)/i

const MOST_CHARACTERS = 60

/** The text of a control, lower case, Latin letters without accents. */
export function readControl(control: Element): string {
  const own = (control as HTMLInputElement).value
  const text =
    (control.localName === "input" && own) ||
    control.textContent?.trim() ||
    control.getAttribute("aria-label") ||
    control.getAttribute("title") ||
    control.querySelector("img")?.alt ||
    control.getAttribute("alt") ||
    ""
  return simplifyLetters(text).slice(0, 200)
}

export function simplifyLetters(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/(\p{Script=Latin}|\p{Script=Greek})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
}

/** Whether a press on it plainly puts something in the cart. */
export function isCartControl(control: Element): boolean {
  if (control.getAttribute("aria-disabled") === "true") return false
  const text = readControl(control)
  if (text.length > MOST_CHARACTERS) return false
  if (addToCart.test(text)) return true
  const marks = `${control.id} ${control.className} ${control.getAttribute("name")} ${control.getAttribute("data-action")}`
  return buy.test(text) && cartMark.test(marks)
}
