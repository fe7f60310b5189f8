/** Pages that shops have in common, by their address or by what their system writes on the body. */
const cartPath =
  /(^|[/=.])((shopping|my)[-_]?)?(cart|basket|bag|trolley|warenkorb|panier|carr\w+|cesta|koszyk|korzina|cart_items)(\.\w+)?\/?$/i
const checkoutPath =
  /[/=](checkouts?|\w*checkout|kass[ea]|commander?|caisse|finalizar-compra|pago|oformlenie(-\w+)?|order\/(make|shipping|payment|delivery)|new_order|bestellen|bestellvorgang)([/.?#&]|$)|[?&]cl=(user|payment|order)$/i
const donePath =
  /order-?received|thank[-_]?you|thanks|success|complete|confirm|danke|merci|gracias|spasibo|ORDER_ID=|bestaetigung|abschluss|checkout\/finish/i

/** The part of an address that names the page; OpenCart and others name it in a parameter. */
function read(address: string): string {
  const { pathname, search } = new URL(address, location.href)
  return pathname + (/[?&]((_?route|page|controller|dispatch|cl)=[^&]*|ORDER_ID=)/.exec(search)?.[0] ?? "")
}

export function isDonePage(): boolean {
  return (
    donePath.test(read(location.href)) ||
    /order-?(received|confirm)|onepage-success/.test(document.body.className)
  )
}

export function isCartPage(address = location.href): boolean {
  return cartPath.test(read(address))
}

export function isCheckoutPage(address = location.href): boolean {
  const page = read(address)
  return checkoutPath.test(page) && !donePath.test(page) && !cartPath.test(page)
}
