import { html, type Markup } from "./markup"
import type { FormState, Page, Wishes } from "./page"
import { renderField } from "./view-purchase"
import type { Words } from "./words"

function renderWishes(wishes: Wishes, words: Words): Markup {
  const box = (name: keyof Wishes, label: string) =>
    html`<label class="check"><input type="checkbox" name="${name}" value="yes"${wishes[name] ? html` checked` : ""}><span>${label}</span></label>`
  return html`${box("letters", words.wishLetters)}${box("texts", words.wishTexts)}${box("notices", words.wishNotices)}`
}

const renderNotice = (form: FormState) => form.notice && html`<p class="error">${form.notice}</p>`

export function renderVisitor(view: Extract<Page["view"], { kind: "visitor" }>, words: Words): Markup {
  const { signUp, logIn } = view
  return html`
<header class="list-head"><h1>${words.account}</h1></header>
<div class="halves">
  <form class="sheet" method="post" action="/account/sign-up" id="sign-up">
    <h2>${words.signUpTitle}</h2><p class="small">${words.signUpText}</p>${renderNotice(signUp)}
    ${renderField({ name: "name", label: words.name, autocomplete: "name" }, signUp)}
    ${renderField({ name: "email", label: words.email, type: "email", autocomplete: "email" }, signUp)}
    ${renderField({ name: "phone", label: words.phone, type: "tel", autocomplete: "tel", required: false }, signUp)}
    ${renderField({ name: "password", label: words.password, type: "password", autocomplete: "new-password" }, signUp)}
    ${renderWishes({ letters: signUp.values.letters === "yes", texts: signUp.values.texts === "yes", notices: signUp.values.notices === "yes" }, words)}
    <p><button class="button wide" type="submit">${words.signUp}</button></p>
  </form>
  <form class="sheet" method="post" action="/account/log-in" id="log-in">
    <h2>${words.logInTitle}</h2>${renderNotice(logIn)}
    ${renderField({ name: "email", label: words.email, type: "email", autocomplete: "username" }, logIn)}
    ${renderField({ name: "password", label: words.password, type: "password", autocomplete: "current-password" }, logIn)}
    <p><button class="button quiet wide" type="submit">${words.logIn}</button></p>
  </form>
</div>`
}

export function renderAccount(view: Extract<Page["view"], { kind: "account" }>, words: Words): Markup {
  return html`
<header class="list-head"><h1>${words.hello}, ${view.name}</h1><p class="lede">${view.email}</p></header>
<div class="halves">
  <form class="sheet" method="post" action="/account/wishes" id="wishes"><h2>${words.yourWishes}</h2>${view.notice && html`<p class="notice" role="status">${view.notice}</p>`}${renderWishes(view.wishes, words)}<p><button class="button quiet" type="submit">${words.save}</button></p></form>
  <section class="sheet"><h2>${words.yourOrders}</h2>${
    view.orders.length === 0
      ? html`<p class="small">${words.noOrders}</p>`
      : html`<ul class="orders">${view.orders.map((order) => html`<li><strong>${order.number}</strong> <span>${order.countText}</span> <span>${order.totalText}</span></li>`)}</ul>`
  }<form method="post" action="/account/log-out"><button class="link" type="submit">${words.logOut}</button></form></section>
</div>`
}
