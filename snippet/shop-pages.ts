/** Pages that shops have in common, by their address or by what their system writes on the body. */
const cartPath =
  /(^|[/=])((shopping|my)[-_]?)?(cart|basket|bag|trolley|warenkorb|panier|carrito|cesta|carrello|carrinho|koszyk|kosik|korzina|winkelwagen|winkelmandje|cart_items)(\.\w+)?\/?$/i
const checkoutPath =
  /[/=](checkouts?|one-?page-?checkout|simplecheckout|kasse|kassa|commander?|caisse|finalizar-compra|pago|zamowienie|objednavka|oformlenie(-zakaza)?|order\/make|new_order|order\/(shipping|payment|delivery)|bestellen)([/.?#&]|$)/i
const donePath =
  /order-received|thank[-_]?you|thanks|success|complete|confirm|danke|merci|gracias|spasibo|ORDER_ID=|bestaetigung|potwierdzenie/i

function read(address: string): string {
  const { pathname, search } = new URL(address, location.href)
  // OpenCart and others name the page in a parameter.
  return pathname + (/[?&]((_?route|page|controller)=[^&]*|ORDER_ID=)/.exec(search)?.[0] ?? "")
}

const bodySays = (pattern: RegExp) => pattern.test(`${document.body?.id} ${document.body?.className}`)

export function isDonePage(address: string): boolean {
  return donePath.test(read(address)) || bodySays(/order-received|order-?confirmation|onepage-success/)
}

export function isCartPage(address: string): boolean {
  return cartPath.test(read(address))
}

export function isCheckoutPage(address: string): boolean {
  const page = read(address)
  return checkoutPath.test(page) && !donePath.test(page) && !cartPath.test(page)
}
