/** What search engines read. */
export const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const head = `<header><a href="/">Kiln</a><form action="/search" role="search"><input name="q" type="search"><button>Search</button></form><a href="/cart" aria-label="Cart">Cart (0)</a><button id="menu">Menu</button></header>`
const foot = `<footer><form action="/contact#news" method="post" id="news"><input type="hidden" name="form_type" value="customer"><h2>Subscribe to our emails</h2><input type="email" name="contact[email]" required><button type="submit" aria-label="Subscribe">→</button></form><a href="tel:+4930123" id="tel">030 123</a><a href="https://wa.me/4930123" id="wa">WhatsApp</a></footer><div class="cookie-banner" style="position:fixed;bottom:0;right:0"><button id="accept">Accept all</button></div>`
/** What stands around every page: a search, a cart, a newsletter, contacts, a banner about cookies. */
export const shell = (body: string) => `${head}<main>${body}</main>${foot}`
/** A product in a list. */
export const card = (name: string, price: string, inner: string, at = "/products/") =>
  `<li class="grid__item"><div class="card"><a href="${at}${name.toLowerCase().replace(/ /g, "-")}"><img src="/i.png" alt="" width="80" height="80"></a><h3 class="card__heading"><a href="${at}${name.toLowerCase().replace(/ /g, "-")}">${name}</a></h3><div class="price"><span class="price-item--regular">${price}</span></div>${inner}</div></li>`
