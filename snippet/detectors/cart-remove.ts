import { controls } from "../cart-fields"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { readMarks } from "../marks"
import { isCartPage } from "../shop-pages"
import { dropMissing, readText } from "../text"
import { ids } from "../tile"

const removing =
  /(^|[^\p{L}])(remov|delet|del\b|удал|убрать|entfern|lösch|supprim|retirer|enlever|elimin|quitar|borrar|rimuov|usuń|trash)/iu
/** What else can be taken back in a cart. */
const other = /coupon|voucher|promo|gutschein|rabatt|купон|промокод|скидк|gift|wish|note|address/i

const MOST_STEPS = 8
const MOST_MARKS = 600
/** Where the name of a line stands, the likeliest first. */
const names = [
  "a[href]",
  '[class*="name" i],[class*="title" i],[data-testid*="title"],[data-testid*="name"],h2,h3,h4',
]

/** What the line is called that a control stands in; nothing, once what is around it holds a second such control. */
function findName(control: Element): string | undefined {
  let line: Element | null = control
  for (let step = 0; step < MOST_STEPS; step++) {
    line = line.parentElement
    if (!line || (control.className && line.getElementsByClassName(control.className).length > 2)) return
    for (const selector of names)
      for (const named of line.querySelectorAll(selector)) {
        const text = readText(named.textContent)
        const link = named.closest("a,button")
        // What else can be pressed in a line leads nowhere.
        if (text && link !== control && (!link || /^(?!#)/.test(link.getAttribute("href") ?? "#")))
          return text
      }
    if (line.querySelector("img")) return
  }
}

/** `remove_from_cart`: a press on what takes a line out of the cart. */
export const cartRemove = defineDetector({
  name: "cart-remove",
  start(report, _signal, { listen }) {
    listen("click", (cause) => {
      const control = findTarget(cause)?.closest(`${controls},[class*="remove"],[class*="delete"]`)
      if (
        !control ||
        !(isCartPage() || /cart|basket|warenkorb|panier|carrito|korzin/i.test(readMarks(control, 8)))
      )
        return
      // What its makers call it, what it calls itself, and what is drawn in it.
      const marks = control.outerHTML.slice(0, MOST_MARKS)
      // A cross says nothing, but what it is called does.
      const text = `${/\p{L}.*/u.exec(control.textContent ?? "") ?? control.getAttribute("value") ?? marks}`
      if (text.length > 60 + marks.length || !removing.test(text) || other.test(text + marks)) return
      const item = dropMissing({
        item_id: readText(
          ids.map((name) => control.closest(`[${name}]`)?.getAttribute(name)).find((id) => id),
        ),
        item_name: findName(control),
      })
      report({
        name: "remove_from_cart",
        source: "button",
        props: Object.keys(item)[0] ? { items: [item] } : {},
        cause,
      })
    })
  },
})
