import type { Language } from "./catalogue"

/** What a page shows, as plain JSON: the server renders it, and in the single-page variant the browser does. */
export interface Page {
  status: number
  path: string
  title: string
  description: string
  language: Language
  view: View
  cartCount: number
  /** The pop-up for those who looked at three products, shown once. */
  popup: boolean
  /** Pushes for the data layer, in order. */
  signals: Signal[]
  /** Somebody has just made himself known; told once. */
  identity: Identity | null
  /** schema.org, as JSON-LD. */
  linkedData: unknown[]
  /** OpenGraph tags, where a page describes itself that way. */
  openGraph: Record<string, string>
  /** The product is described by attributes of its elements. */
  microdata: boolean
}

export interface Signal {
  event: string
  ecommerce?: Ecommerce
  [parameter: string]: unknown
}

export interface Ecommerce {
  currency: string
  value: number
  transaction_id?: string
  shipping?: number
  items: Item[]
}

/** An item in GA4's parameter names. */
export interface Item {
  item_id: string
  item_name: string
  item_brand: string
  item_category: string
  price: number
  quantity: number
}

export type Decision = "granted" | "denied"

export interface Identity {
  event: "sign_up" | "login" | "newsletter" | "wishes" | "order"
  user: string
  traits: Record<string, string>
  consent: Record<string, Decision>
}

export interface Card {
  slug: string
  sku: string
  name: string
  maker: string
  price: number
  currency: string
  priceText: string
  priceBeforeText: string | null
  inStock: boolean
  item: Item
}

export interface ProductDetails extends Card {
  category: { slug: string; name: string }
  short: string
  description: string
  size: string
  material: string
  rating: { value: number; count: number; text: string }
}

export interface Line {
  card: Card
  quantity: number
  totalText: string
}

export interface Sums {
  subtotalText: string
  deliveryText: string | null
  totalText: string
  total: number
  delivery: number
}

export interface FormState {
  values: Record<string, string>
  errors: Record<string, string>
  notice: string | null
}

export interface Wishes {
  letters: boolean
  texts: boolean
  notices: boolean
}

export type View =
  | { kind: "home"; favourites: Card[]; categories: { slug: string; name: string; picture: string }[] }
  | { kind: "list"; heading: string; lede: string; cards: Card[]; empty: string }
  | { kind: "product"; product: ProductDetails; related: Card[] }
  | { kind: "cart"; lines: Line[]; sums: Sums; countText: string; related: Card[] }
  | { kind: "checkout"; lines: Line[]; sums: Sums; form: FormState }
  | {
      kind: "thanks"
      order: string
      total: number
      currency: string
      lines: Line[]
      sums: Sums
      email: string
    }
  | { kind: "visitor"; signUp: FormState; logIn: FormState }
  | {
      kind: "account"
      name: string
      email: string
      wishes: Wishes
      orders: { number: string; totalText: string; countText: string }[]
      notice: string | null
    }
  | { kind: "text"; heading: string; text: string }
