import { html, type Markup } from "./markup"
import type { Card, Page, ProductDetails } from "./page"
import type { Words } from "./words"

const pictureOf = (slug: string, view = "") => `/picture/${slug}.svg${view ? `?view=${view}` : ""}`

export function renderCard(card: Card, words: Words): Markup {
  return html`<li class="card">
  <a href="/p/${card.slug}">
    <span class="card-picture"><img src="${pictureOf(card.slug)}" alt="" width="600" height="720" loading="lazy">${
      card.inStock ? "" : html`<span class="badge">${words.soldOut}</span>`
    }</span>
    <span class="card-maker">${card.maker}</span>
    <span class="card-name">${card.name}</span>
    <span class="card-price">${card.priceText}${card.priceBeforeText && html` <s>${card.priceBeforeText}</s>`}</span>
  </a>
</li>`
}

export const renderCards = (cards: Card[], words: Words) =>
  html`<ul class="cards">${cards.map((card) => renderCard(card, words))}</ul>`

export function renderHome(view: Extract<Page["view"], { kind: "home" }>, words: Words): Markup {
  return html`
<section class="hero">
  <div class="hero-text">
    <p class="eyebrow">${words.tagline}</p>
    <h1>${words.heroTitle}</h1>
    <p class="lede">${words.heroText}</p>
    <p class="actions"><a class="button" href="/c/vases">${words.heroAction}</a> <a class="link" href="/c/tableware">${words.heroSecond}</a></p>
  </div>
  <img class="hero-picture" src="/picture/hero.svg" alt="" width="1200" height="900">
</section>
<section class="band">
  <header class="band-head"><h2>${words.favourites}</h2><p>${words.favouritesText}</p></header>
  ${renderCards(view.favourites, words)}
</section>
<section class="band">
  <header class="band-head"><h2>${words.browse}</h2></header>
  <ul class="tiles">${view.categories.map(
    (category) =>
      html`<li><a class="tile" href="/c/${category.slug}"><img src="${pictureOf(category.picture, "left")}" alt="" width="600" height="720" loading="lazy"><span>${category.name}</span></a></li>`,
  )}</ul>
</section>
<section class="story">
  <img src="/picture/story.svg" alt="" width="1200" height="800" loading="lazy">
  <div><p class="eyebrow">${words.storyEyebrow}</p><h2>${words.storyTitle}</h2><p>${words.storyText}</p><p><a class="link" href="/about">${words.storyAction}</a></p></div>
</section>`
}

export function renderList(view: Extract<Page["view"], { kind: "list" }>, words: Words): Markup {
  return html`
<header class="list-head"><h1>${view.heading}</h1><p class="lede">${view.cards.length > 0 ? view.lede : view.empty}</p></header>
${renderCards(view.cards, words)}`
}

function renderStars(product: ProductDetails): Markup {
  return html`<p class="rating"><meter class="stars" min="0" max="5" value="${product.rating.value}">${product.rating.value} / 5</meter><span aria-hidden="true" class="star-row"><span class="star-fill star-${Math.round(product.rating.value * 2)}">★★★★★</span>★★★★★</span> ${product.rating.value} · ${product.rating.text}</p>`
}

/** The add-to-cart form of ordinary shops: product and quantity, posted. */
function renderBuyForm(product: ProductDetails, words: Words): Markup {
  if (!product.inStock)
    return html`<p><button class="button wide" type="button" disabled>${words.soldOut}</button></p>`
  return html`<form class="buy" method="post" action="/cart/add" data-item="${JSON.stringify(product.item)}" data-currency="${product.currency}">
  <input type="hidden" name="sku" value="${product.sku}">
  <label class="quantity"><span class="hidden">${words.quantity}</span><input type="number" name="quantity" value="1" min="1" max="20" inputmode="numeric"></label>
  <button class="button wide" type="submit" name="add-to-cart" value="${product.sku}">${words.addToCart}</button>
</form>`
}

export function renderProduct(page: Page, words: Words): Markup {
  if (page.view.kind !== "product") return html``
  const { product, related } = page.view
  const property = (name: string) => (page.microdata ? html` itemprop="${name}"` : "")
  const scope = (name: string, type: string) =>
    page.microdata ? html`${property(name)} itemscope itemtype="https://schema.org/${type}"` : ""
  const itself = page.microdata ? html` itemscope itemtype="https://schema.org/Product"` : ""
  const availability = product.inStock ? "InStock" : "OutOfStock"
  const hidden = page.microdata
    ? html`<link itemprop="availability" href="https://schema.org/${availability}"><meta itemprop="priceCurrency" content="${product.currency}"><meta itemprop="price" content="${product.price.toFixed(2)}">`
    : ""
  const identifiers = page.microdata
    ? html`<meta itemprop="sku" content="${product.sku}"><span itemprop="aggregateRating" itemscope itemtype="https://schema.org/AggregateRating"><meta itemprop="ratingValue" content="${product.rating.value}"><meta itemprop="reviewCount" content="${product.rating.count}"></span>`
    : ""
  return html`
<nav class="crumbs"><a href="/">${words.home}</a> <span>/</span> <a href="/c/${product.category.slug}">${product.category.name}</a> <span>/</span> <span aria-current="page">${product.name}</span></nav>
<article class="product"${itself}>${identifiers}
  <div class="gallery">
    <img class="gallery-main"${property("image")} src="${pictureOf(product.slug)}" alt="${product.name}" width="600" height="720">
    <ul class="gallery-row">
      <li><img src="${pictureOf(product.slug, "detail")}" alt="" width="600" height="720"></li>
      <li><img src="${pictureOf(product.slug, "left")}" alt="" width="600" height="720"></li>
      <li><img src="${pictureOf(product.slug)}" alt="" width="600" height="720"></li>
    </ul>
  </div>
  <div class="facts">
    <p class="eyebrow"${scope("brand", "Brand")}><span${property("name")}>${product.maker}</span></p>
    <h1${property("name")}>${product.name}</h1>
    ${renderStars(product)}
    <p class="price"${scope("offers", "Offer")}>${hidden}<strong>${product.priceText}</strong>${product.priceBeforeText && html` <s>${product.priceBeforeText}</s>`} <small>${words.taxIncluded}</small></p>
    <p class="lede"${property("description")}>${product.short}</p>
    ${renderBuyForm(product, words)}
    <ul class="promises">
      <li>${product.inStock ? words.inStock : words.soldOut}</li>
      <li>${words.deliveryNote}</li>
      <li>${words.returnNote}</li>
    </ul>
    <details open><summary>${words.description}</summary><p>${product.description}</p></details>
    <details><summary>${words.details}</summary>
      <dl><dt>${words.size}</dt><dd>${product.size}</dd><dt>${words.material}</dt><dd>${product.material}</dd><dt>${words.maker}</dt><dd>${product.maker}</dd><dt>${words.care}</dt><dd>${words.careText}</dd></dl>
    </details>
  </div>
</article>
<section class="band"><header class="band-head"><h2>${words.alsoLike}</h2></header>${renderCards(related, words)}</section>`
}
