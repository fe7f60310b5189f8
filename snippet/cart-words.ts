/**
 * "Add to cart" as shops write it on a button: a verb and where to, or only where to ("in den Warenkorb", «В корзину»).
 * It stands at the beginning: "go to cart" and "in your cart" are other things. Latin words are compared without their
 * accents.
 */
const verbs =
  "(quick )?add|put|ajouter|mettre|anadir|anade|agregar?|sumar|aggiungi|metti|adicionar|colocar|por|adauga|dodaj|pridat|vlozit|toevoegen|lagg( till)?|laeg|læg|legg|tilfoj|lisaa?|pievienot|ielikt|ideti|добав\\S+|полож\\S+|дода\\S+|покласти|προσθηκη"
const into = "(in|on)?to|au|dans|al?|nel(la)?|ao?|no?|na|do|v|u|aan|till?|i|in|in de[nr]?|в|во|до|у|στο"
const own = "the|my|your|shopping|le|mon|la|mi|mijn|die"
const nouns =
  "cart|basket|bag\\b|trolley|(waren|einkaufs)?(korb|wagen)|panier|carr[oei]|cest|bolsa|borsa|sac|cos\\b|koszyk|kosik|kosar|winkel(wagen|mand)|(handle|vare|varu|indkobs)?k[ou]r[vg]|(ostos|ostu)?kor[iv]|groz|krepsel|корзину|кошик|количка|καλαθι"
const addToCart = new RegExp(
  `^\\P{L}*(((${verbs}) (\\S+ ){0,2}(${into})|in de[nr]?|do|v|u|i|[ву]|до) ((${own}) )?(${nouns})|in (mijn )?winkel|lisaa? (${nouns})|zum waren\\S+ hinzu|kosarba|sepete (ekle|at)|הוס[ףפ]ה? ל(סל|עגלה)|[اأ]ضف [اإ]لى|(加入|放入|放進|添加到)(購物|购物)|カート(に|へ)|장바구니(에)? ?담|them vao gio)`,
  "u",
)

/** "Buy": in some shops it fills the cart, in others it begins the checkout; only its markup can tell. */
const buy =
  /^\P{L}*(buy( now)?|купить|купи|kaufen|acheter|comprar?|acquista|kup|koupit|kupit|koop|kop|kob)\P{L}*$/u
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
    addToCart.test(text) ||
    (buy.test(text) &&
      cartMark.test(
        ["id", "class", "name", "data-action"].map((name) => control.getAttribute(name)).join(" "),
      ))
  )
}
