import { findProduct, type Language } from "./catalogue"
import type { FormState } from "./page"
import { introduce, type Session, type Store } from "./store"
import { wordsOf } from "./words"

/** Where a posted form leads, or the form again with what is wrong. */
export type PostResult = { location: string } | { again: string; form: FormState }

const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 254

function check(fields: URLSearchParams, required: string[], language: Language): FormState {
  const words = wordsOf[language]
  const values = Object.fromEntries([...fields].map(([name, value]) => [name, value.trim().slice(0, 300)]))
  const errors: Record<string, string> = {}
  for (const name of required) if (!values[name]) errors[name] = words.required
  if (values.email && !looksLikeEmail(values.email)) errors.email = words.wrongEmail
  return { values, errors, notice: null }
}

const isFine = (form: FormState) => Object.keys(form.errors).length === 0

const readWishes = (values: Record<string, string>) => ({
  letters: values.letters === "yes",
  texts: values.texts === "yes",
  notices: values.notices === "yes",
})

function changeCart(session: Session, fields: URLSearchParams, add: boolean): void {
  const product = findProduct(fields.get("sku") ?? "")
  const wanted = Math.trunc(Number(fields.get("quantity") ?? 1))
  if (!product?.inStock || !Number.isFinite(wanted)) return
  const before = add ? (session.cart.get(product.sku) ?? 0) : 0
  const quantity = fields.has("remove") ? 0 : Math.min(20, Math.max(add ? 1 : 0, before + wanted))
  if (quantity === 0) session.cart.delete(product.sku)
  else session.cart.set(product.sku, quantity)
}

/** Carries out a posted form; null when there is no such form. */
export function handlePost(
  path: string,
  fields: URLSearchParams,
  session: Session,
  store: Store,
  language: Language,
): PostResult | null {
  const words = wordsOf[language]
  switch (path) {
    case "/cart/add":
    case "/cart/change":
      changeCart(session, fields, path === "/cart/add")
      return { location: "/cart" }
    case "/checkout": {
      const form = check(fields, ["name", "email", "phone", "street", "postcode", "city"], language)
      if (!isFine(form)) return { again: "/checkout", form }
      if (session.cart.size === 0) return { location: "/cart" }
      const { email = "", name = "", phone = "" } = form.values
      const customer = store.meetCustomer(email, { name, phone })
      const order = store.placeOrder(session, customer)
      session.identity = introduce(customer, "order")
      return { location: `/thank-you?order=${order.number}` }
    }
    case "/account/sign-up": {
      const form = check(fields, ["name", "email", "password"], language)
      const { email = "", name = "", phone = "", password = "" } = form.values
      if (isFine(form) && store.findCustomer(email)?.password) form.errors.email = words.alreadyThere
      if (!isFine(form))
        return { again: "/account", form: { ...form, values: { ...form.values, form: "sign-up" } } }
      const customer = store.meetCustomer(email, { name, phone })
      store.setPassword(customer, password)
      store.setWishes(customer, readWishes(form.values))
      session.account = customer
      session.identity = introduce(customer, "sign_up")
      return { location: "/account" }
    }
    case "/account/log-in": {
      const form = check(fields, ["email", "password"], language)
      const customer = store.findCustomer(form.values.email ?? "")
      if (!customer || !store.isPassword(customer, form.values.password ?? ""))
        return {
          again: "/account",
          form: { ...form, values: { ...form.values, form: "log-in" }, notice: words.wrongLogIn },
        }
      session.account = customer
      session.identity = introduce(customer, "login")
      return { location: "/account" }
    }
    case "/account/log-out":
      session.account = null
      return { location: "/" }
    case "/account/wishes": {
      if (!session.account) return { location: "/account" }
      store.setWishes(session.account, readWishes(Object.fromEntries(fields)))
      session.identity = introduce(session.account, "wishes")
      session.notice = words.saved
      return { location: "/account" }
    }
    case "/newsletter": {
      const form = check(fields, ["email"], language)
      if (!isFine(form)) return { location: "/" }
      const customer = store.meetCustomer(form.values.email ?? "")
      store.setWishes(customer, { ...customer.wishes, letters: true })
      session.identity = introduce(customer, "newsletter")
      return { location: "/newsletter" }
    }
    default:
      return null
  }
}
