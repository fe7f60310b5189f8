/** Pages that shops have in common, by their address or by what their system writes on the body. */
const cartPath =
  /(^|[/=.])((shopping|my)[-_]?)?(cart|basket|bag|trolley|warenkorb|panier|carr\w+|cesta|koszyk|korzina|cart_items)([-_]?page)?(\.\w+)?\/?$/i
const checkoutPath =
  /[/=](checkouts?|\w*checkout|kass[ea]|commander?|caisse|finalizar-compra|pago|oformlenie(-\w+)?|order\/(make|shipping|payment|delivery)|(?<!(account|profile|customer|personal|user|my|cabinet)\/)order\/?$|new_order|bestellen|bestellvorgang)([/.?#&]|$)|[?&]cl=(user|payment|order)$/i
const donePath =
  /order-?received|thank[-_]?you|thanks|success|complete|confirm(?=at|ed|ad)|order[-_/]?(confirm|placed)|danke|merci|gracias|spasibo|ORDER_ID=|checkout.*[?&]order=|bestaetigung|abschluss|checkout\/finish/i

/** Thanks for an order, or that it has come. */
const doneText =
  /(thanks?|dank|merci|gracias|obrigad.|grazie|спасибо|شكرا?)\P{L}.{0,20}(order|purchase|bestell|commande|achat|pedido|compra|ordine|заказ|покупк|طلب)|(order|bestellung|commande|pedido|заказ)\P{L}.{0,30}(confirmed|placed|received|processed|eingegangen|erhalten|reçue|recibido|оформлен|принят)/iu

/** The part of an address that names the page; OpenCart and others name it in a parameter. */
function read(address: string): string {
  const { pathname, search } = new URL(address, location.href)
  return (
    pathname +
    (/[?&]((_?route|page|view|controller|dispatch|cl|order)=[^&]*|ORDER_ID=)/.exec(search)?.[0] ?? "")
  )
}

/** What a page says large, or of something that is done. */
export function readNotices(): string[] {
  return [
    ...document.querySelectorAll(
      'h1,h2,[class*="complete"],[class*="confirm"],[class*="success"],[data-testid*="onf"]',
    ),
  ].map(({ textContent }) => textContent ?? "")
}

/** Whether the page is one of thanks for an order: by its address, or `"text"`, only by what it says. */
export function isDonePage(): boolean | "text" {
  if (
    donePath.test(read(location.href)) ||
    /order-?(received|confirm)|onepage-success/.test(document.body.className)
  )
    return true
  // What an account keeps was told when it happened.
  const isKept = /account|profile|customer|history|personal/i.test(location.pathname)
  return !isKept && readNotices().some((text) => doneText.test(text.slice(0, 200))) && "text"
}

export function isCartPage(address = location.href): boolean {
  return cartPath.test(read(address))
}

export function isCheckoutPage(address = location.href): boolean {
  const page = read(address)
  return checkoutPath.test(page) && !donePath.test(page) && !cartPath.test(page)
}
