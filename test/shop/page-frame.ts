import { categories } from "./catalogue"
import { dataBlock, html, type Markup } from "./markup"
import type { Page } from "./page"
import { renderAccount, renderVisitor } from "./view-account"
import { renderHome, renderList, renderProduct } from "./view-catalogue"
import { renderCart, renderCheckout, renderThanks } from "./view-purchase"
import { type Words, wordsOf } from "./words"

function renderView(page: Page, words: Words): Markup {
  const { view } = page
  switch (view.kind) {
    case "home":
      return renderHome(view, words)
    case "list":
      return renderList(view, words)
    case "product":
      return renderProduct(page, words)
    case "cart":
      return renderCart(view, words)
    case "checkout":
      return renderCheckout(view, words)
    case "thanks":
      return renderThanks(view, words)
    case "visitor":
      return renderVisitor(view, words)
    case "account":
      return renderAccount(view, words)
    case "text":
      return html`<header class="list-head"><h1>${view.heading}</h1><p class="lede">${view.text}</p></header>`
  }
}

function renderHeader(page: Page, words: Words): Markup {
  const here = (path: string) => (page.path === path ? html` aria-current="page"` : "")
  return html`
<p class="announcement">${words.announcement}</p>
<header class="top">
  <a class="logo" href="/">${words.shop}</a>
  <nav class="menu" aria-label="${words.menu}">${categories.map(
    (category) =>
      html`<a href="/c/${category.slug}"${here(`/c/${category.slug}`)}>${category.name[page.language]}</a>`,
  )}</nav>
  <form class="search" role="search" action="/search"><input type="search" name="q" placeholder="${words.searchPlaceholder}" aria-label="${words.search}"></form>
  <nav class="tools"><a href="/account"${here("/account")}>${words.account}</a><a class="cart-link" href="/cart"${here("/cart")}>${words.cart}<span class="count" data-cart-count>${page.cartCount}</span></a></nav>
</header>`
}

function renderFooter(page: Page, words: Words): Markup {
  return html`
<footer class="bottom">
  <form class="newsletter" method="post" action="/newsletter" id="newsletter"><h2>${words.newsletterTitle}</h2><p>${words.newsletterText}</p><div class="newsletter-row"><input type="email" name="email" required autocomplete="email" placeholder="${words.email}" aria-label="${words.email}"><button class="button" type="submit">${words.newsletterAction}</button></div></form>
  <div class="bottom-links">
    <div><p class="eyebrow">${words.footerShop}</p>${categories.map((category) => html`<a href="/c/${category.slug}">${category.name[page.language]}</a>`)}</div>
    <div><p class="eyebrow">${words.footerHelp}</p><a href="/delivery">${words.deliveryPage}</a><a href="/about">${words.about}</a><a href="/account">${words.account}</a></div>
  </div>
  <p class="small">© ${words.shop}. ${words.footerNote}</p>
</footer>`
}

function renderPopup(words: Words): Markup {
  return html`<aside class="popup" id="welcome-popup" role="dialog" aria-label="${words.popupTitle}"><img src="/picture/bud-vase.svg?view=detail" alt="" width="600" height="720"><div><h2>${words.popupTitle}</h2><p>${words.popupText} <strong>KILN10</strong></p><button class="link" type="button" data-close-popup>${words.popupClose}</button></div></aside>`
}

/** All that stands in the body of a page, with what the page's own script needs to know as data blocks. */
export function renderBody(page: Page): Markup {
  const words = wordsOf[page.language]
  return html`<div class="page page-${page.view.kind}">${renderHeader(page, words)}<main id="main" tabindex="-1">${renderView(page, words)}</main>${renderFooter(page, words)}${page.popup && renderPopup(words)}</div>${page.linkedData.map((data) => dataBlock("application/ld+json", data))}`
}

export interface DocumentOptions {
  spa: false | "history" | "navigation"
  dataLayer: boolean
  snippet: boolean
  /** Attributes of the script tag beyond the usual ones, by name. */
  attributes?: Record<string, string> | undefined
}

/** The whole document. In the single-page variant it is empty, and the page's script fills it. */
export function renderDocument(page: Page, options: DocumentOptions): string {
  const words = wordsOf[page.language]
  const title = options.spa ? words.shop : page.title
  const further = Object.entries(options.attributes ?? {}).map(([name, value]) => html` ${name}="${value}"`)
  const snippet = options.snippet
    ? html`<script async src="/cuelight.js" data-site="kiln-and-linen" data-map="/cuelight.map.yaml"${further}></script>`
    : ""
  const settings = { spa: options.spa, dataLayer: options.dataLayer, snippet: options.snippet }
  const social = options.spa
    ? ""
    : Object.entries(page.openGraph).map(
        ([property, content]) => html`<meta property="${property}" content="${content}">`,
      )
  return html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${page.description}">
${social}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/shop.css">
${dataBlock("application/json", settings, "shop-settings")}
<script src="/shop.js" defer></script>
${snippet}
</head>
<body>
<div id="app">${options.spa ? "" : renderBody(page)}</div>
${options.spa ? "" : dataBlock("application/json", { signals: page.signals, identity: page.identity }, "shop-notes")}
</body>
</html>`.text
}
