import { html, type Markup } from "./markup"
import type { FormState, Line, Page, Sums } from "./page"
import { renderCards } from "./view-catalogue"
import type { Words } from "./words"

interface Field {
  name: string
  label: string
  type?: string
  autocomplete: string
  required?: boolean
}

export function renderField(field: Field, form: FormState): Markup {
  const error = form.errors[field.name]
  return html`<label class="field${error ? " wrong" : ""}"><span>${field.label}</span><input name="${field.name}" type="${field.type ?? "text"}" autocomplete="${field.autocomplete}" value="${field.type === "password" ? "" : (form.values[field.name] ?? "")}"${field.required === false ? "" : html` required`}${error ? html` aria-invalid="true"` : ""}>${error && html`<em class="error">${error}</em>`}</label>`
}

function renderSums(sums: Sums, words: Words): Markup {
  return html`<dl class="sums"><dt>${words.subtotal}</dt><dd>${sums.subtotalText}</dd><dt>${words.delivery}</dt><dd>${sums.deliveryText ?? words.free}</dd><dt class="sum-total">${words.total}</dt><dd class="sum-total">${sums.totalText}</dd></dl><p class="small">${words.taxIncluded}</p>`
}

const renderThumbnail = (line: Line) =>
  html`<a class="line-picture" href="/p/${line.card.slug}"><img src="/picture/${line.card.slug}.svg" alt="" width="600" height="720"></a>`

export function renderCart(view: Extract<Page["view"], { kind: "cart" }>, words: Words): Markup {
  if (view.lines.length === 0)
    return html`<header class="list-head"><h1>${words.cartTitle}</h1><p class="lede">${words.cartEmpty}</p><p><a class="button" href="/c/vases">${words.cartEmptyAction}</a></p></header>${renderCards(view.related, words)}`
  return html`
<header class="list-head"><h1>${words.cartTitle}</h1><p class="lede">${view.countText}</p></header>
<div class="split">
  <ul class="lines">${view.lines.map(
    (line) => html`<li class="line">
    ${renderThumbnail(line)}
    <div class="line-text"><p class="card-maker">${line.card.maker}</p><p class="line-name"><a href="/p/${line.card.slug}">${line.card.name}</a></p><p class="small">${line.card.priceText}</p>
      <form class="line-form" method="post" action="/cart/change" data-item="${JSON.stringify(line.card.item)}" data-currency="${line.card.currency}"><input type="hidden" name="sku" value="${line.card.sku}"><label><span class="hidden">${words.quantity}</span><input type="number" name="quantity" value="${line.quantity}" min="0" max="20"></label><button class="link" type="submit">${words.update}</button><button class="link" type="submit" name="remove" value="1">${words.remove}</button></form>
    </div>
    <p class="line-total">${line.totalText}</p>
  </li>`,
  )}</ul>
  <aside class="panel"><h2>${words.yourOrder}</h2>${renderSums(view.sums, words)}<p><a class="button wide" href="/checkout">${words.toCheckout}</a></p><p class="small">${words.deliveryNote}. ${words.returnNote}.</p></aside>
</div>
<section class="band"><header class="band-head"><h2>${words.alsoLike}</h2></header>${renderCards(view.related, words)}</section>`
}

function renderShortLines(lines: Line[]): Markup {
  return html`<ul class="short-lines">${lines.map(
    (line) =>
      html`<li>${renderThumbnail(line)}<span>${line.card.name} <small>× ${line.quantity}</small></span><span>${line.totalText}</span></li>`,
  )}</ul>`
}

export function renderCheckout(view: Extract<Page["view"], { kind: "checkout" }>, words: Words): Markup {
  const field = (name: string, label: string, autocomplete: string, type = "text") =>
    renderField({ name, label, autocomplete, type }, view.form)
  return html`
<header class="list-head"><h1>${words.checkoutTitle}</h1></header>
<div class="split">
  <form class="sheet" method="post" action="/checkout" id="checkout">
    <fieldset><legend>${words.contact}</legend>${field("name", words.name, "name")}${field("email", words.email, "email", "email")}${field("phone", words.phone, "tel", "tel")}</fieldset>
    <fieldset><legend>${words.address}</legend>${field("street", words.street, "street-address")}<div class="pair">${field("postcode", words.postcode, "postal-code")}${field("city", words.city, "address-level2")}</div></fieldset>
    <fieldset><legend>${words.payment}</legend><p class="small">${words.paymentText}</p></fieldset>
    <p><button class="button wide" type="submit">${words.placeOrder} · ${view.sums.totalText}</button></p>
  </form>
  <aside class="panel"><h2>${words.yourOrder}</h2>${renderShortLines(view.lines)}${renderSums(view.sums, words)}</aside>
</div>`
}

export function renderThanks(view: Extract<Page["view"], { kind: "thanks" }>, words: Words): Markup {
  return html`
<header class="list-head"><p class="eyebrow">${words.orderNumber} <span data-order-number="${view.order}" data-order-total="${view.total}" data-order-currency="${view.currency}">${view.order}</span></p><h1>${words.thanksTitle}</h1><p class="lede">${words.thanksText}</p><p class="small">${view.email}</p></header>
<div class="narrow panel">${renderShortLines(view.lines)}${renderSums(view.sums, words)}</div>
<p class="centred"><a class="button" href="/">${words.continueShopping}</a></p>`
}
