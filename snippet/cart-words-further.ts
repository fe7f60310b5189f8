import { compileCartWords } from "./compile-cart-words"

/** "Buy": in some shops it fills the cart, in others it begins the checkout; only its markup can tell. */
const buy = /^\P{L}*(buy( now)?|купить|купи|kaufen|acheter|comprar?|acquista|kup|ko?upit|koop|k[oø]b)\P{L}*$/u
const cartMark =
  /(add|put|to|in)[-_ ]?(to|in|2)?[-_ ]?(cart|basket|bag|korzin|warenkorb|panier|carr)|buy[-_]?(btn|button)|(btn|button)[-_]?(buy|comprar)|#order/i

/** "Add to cart" in the languages of shops beyond the first five. */
const further = [
  compileCartWords(
    "aggiungi|metti|adicionar|colocar|por|adauga|dodaj|pridat|vlozit|toevoegen|lagg( till)?|laeg|læg|legg|tilf[oø]j|lisaa?|ideti|дода\\S+|покласти|добав\\S+|προσθηκη",
    "al?|nel(la)?|ao?|no?|na|do|v|u|aan|till?|i|in|до|у|στο|в",
    "in|do|v|u|i|у|до|in mijn",
    "la|mijn|die",
    "carr[oei]|cest|borsa|sac|cos\\b|koszyk|kosik|kosar|winkel(wagen|mand)|(handle|vare|varu|indk[oø]bs)?k[ouø]r[vg]|(ostos|ostu)?kor[iv]|krepsel|кошик|количка|καλαθι",
  ),
  /^\P{L}*(in winkel|(ielikt|pievienot) groz|lisaa? (ostos|ostu)?kor[iv]|kosarba|sepete (ekle|at)|הוס[ףפ]ה? ל(סל|עגלה)|(اضف|اضافة) (الى |ل)|(افزودن|اضافه) به سبد|(เพม|หยบ).{0,9}ตะกรา|(加入|放入|放進|添加到)(購物|购物)|カート(に|へ)|장바구니(에)? ?담|them vao gio)/u,
]

/** Further languages, and "buy" where the control's markup says cart. */
export function isFurtherCartControl(text: string, control: Element): boolean {
  return (
    further.some((words) => words.test(text)) ||
    // As a link it leads to the cart.
    (text === "장바구니" && control.localName === "button") ||
    (buy.test(text) &&
      cartMark.test(
        ["id", "class", "name", "href", "data-action"].map((name) => control.getAttribute(name)).join(" "),
      ))
  )
}
