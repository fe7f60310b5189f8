import { randomBytes, randomUUID, scryptSync, timingSafeEqual } from "node:crypto"
import type { Identity, Wishes } from "./page"

export interface Order {
  number: string
  lines: { sku: string; quantity: number }[]
  email: string
}

/** Known by the e-mail address; a password makes an account of it. */
export interface Customer {
  id: string
  email: string
  name: string
  phone: string
  wishes: Wishes
  /** What the browser gave for notifications, here made up by the shop. */
  pushToken: string | null
  password: { salt: Buffer; hash: Buffer } | null
  orders: Order[]
}

export interface Session {
  /** SKU to quantity, in the order of adding. */
  cart: Map<string, number>
  account: Customer | null
  viewed: Set<string>
  popupShown: boolean
  /** To be told to the next page shown. */
  identity: Identity | null
  notice: string | null
  lastOrder: Order | null
}

const most = 10_000

export const startSession = (): Session => ({
  cart: new Map(),
  account: null,
  viewed: new Set(),
  popupShown: false,
  identity: null,
  notice: null,
  lastOrder: null,
})

function dropOldest(map: Map<string, unknown>): void {
  const oldest = map.keys().next()
  if (map.size > most && !oldest.done) map.delete(oldest.value)
}

/** Everything the shop remembers, in memory: it forgets when it is closed. */
export class Store {
  readonly #sessions = new Map<string, Session>()
  readonly #customers = new Map<string, Customer>()
  #orders = 10_428

  openSession(id: string | undefined): { id: string; session: Session } {
    const known = id ? this.#sessions.get(id) : undefined
    if (id && known) return { id, session: known }
    const fresh = startSession()
    const freshId = randomUUID()
    this.#sessions.set(freshId, fresh)
    dropOldest(this.#sessions)
    return { id: freshId, session: fresh }
  }

  findCustomer(email: string): Customer | undefined {
    return this.#customers.get(email.toLowerCase())
  }

  /** The customer of this address, known already or from now on. */
  meetCustomer(email: string, details: { name?: string; phone?: string } = {}): Customer {
    const key = email.toLowerCase()
    const customer = this.#customers.get(key) ?? {
      id: `u-${100 + this.#customers.size + 1}`,
      email: key,
      name: "",
      phone: "",
      wishes: { letters: false, texts: false, notices: false },
      pushToken: null,
      password: null,
      orders: [],
    }
    if (details.name) customer.name = details.name
    if (details.phone) customer.phone = details.phone
    this.#customers.set(key, customer)
    dropOldest(this.#customers)
    return customer
  }

  setWishes(customer: Customer, wishes: Wishes): void {
    customer.wishes = wishes
    customer.pushToken = wishes.notices ? (customer.pushToken ?? randomUUID()) : null
  }

  setPassword(customer: Customer, password: string): void {
    const salt = randomBytes(16)
    customer.password = { salt, hash: scryptSync(password, salt, 32) }
  }

  isPassword(customer: Customer, password: string): boolean {
    const known = customer.password
    return known !== null && timingSafeEqual(known.hash, scryptSync(password, known.salt, 32))
  }

  placeOrder(session: Session, customer: Customer): Order {
    const lines = [...session.cart].map(([sku, quantity]) => ({ sku, quantity }))
    const order: Order = { number: `KL-${this.#orders}`, lines, email: customer.email }
    this.#orders += 1
    customer.orders.unshift(order)
    session.lastOrder = order
    session.cart.clear()
    return order
  }
}

/** What a page may tell about a customer, and which channels were allowed. */
export function introduce(customer: Customer, event: Identity["event"]): Identity {
  const decide = (wish: boolean) => (wish ? "granted" : "denied")
  const traits: Record<string, string> = { email: customer.email }
  if (customer.name) traits.first_name = customer.name.split(" ")[0] ?? customer.name
  if (customer.phone) traits.phone = customer.phone
  if (customer.pushToken) traits.push_token = customer.pushToken
  const { letters, texts, notices } = customer.wishes
  return {
    event,
    user: customer.id,
    traits,
    // An order decides nothing about letters.
    consent: event === "order" ? {} : { email: decide(letters), sms: decide(texts), push: decide(notices) },
  }
}
