import { compileCartWords } from "./cart-words"

/** "Add to cart" in the languages of shops beyond the first five. */
export const furtherCartWords = [
  compileCartWords(
    "aggiungi|metti|adicionar|colocar|por|adauga|dodaj|pridat|vlozit|toevoegen|lagg( till)?|laeg|læg|legg|tilfoj|lisaa?|pievienot|ielikt|ideti|дода\\S+|покласти|добав\\S+|προσθηκη",
    "al?|nel(la)?|ao?|no?|na|do|v|u|aan|till?|i|in|до|у|στο|в",
    "in|do|v|u|i|у|до|in mijn",
    "la|mijn|die",
    "carr[oei]|cest|borsa|sac|cos\\b|koszyk|kosik|kosar|winkel(wagen|mand)|(handle|vare|varu|indkobs)?k[ou]r[vg]|(ostos|ostu)?kor[iv]|groz|krepsel|кошик|количка|καλαθι",
  ),
  /^\P{L}*(in winkel|lisaa? (ostos|ostu)?kor[iv]|kosarba|sepete (ekle|at)|הוס[ףפ]ה? ל(סל|עגלה)|[اأ]ضف [اإ]لى|(加入|放入|放進|添加到)(購物|购物)|カート(に|へ)|장바구니(에)? ?담|them vao gio)/u,
]
