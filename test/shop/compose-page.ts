import { categories, findCategory, findProduct, type Language, type Product, products } from "./catalogue"
import { describeForSharing, describeProduct, describeShop, type ProductMarkup } from "./linked-data"
import type { Card, FormState, Item, Line, Page, ProductDetails, Signal, Sums, View } from "./page"
import type { Order, Session } from "./store"
import { countReviews, countThings, currencyOf, deliveryTerms, formatPrice, wordsOf } from "./words"

export interface ComposeOptions {
  language: Language
  origin: string
  markup: ProductMarkup
  /** Whether the pop-up is shown at the third product. */
  popup: boolean
}

export const emptyForm: FormState = { values: {}, errors: {}, notice: null }

function makeItem(product: Product, language: Language, quantity = 1): Item {
  return {
    item_id: product.sku,
    item_name: product.name[language],
    item_brand: product.maker,
    item_category: findCategory(product.category)?.name[language] ?? product.category,
    price: product.price[currencyOf[language]],
    quantity,
  }
}

function makeCard(product: Product, language: Language): Card {
  const currency = currencyOf[language]
  return {
    slug: product.slug,
    sku: product.sku,
    name: product.name[language],
    maker: product.maker,
    price: product.price[currency],
    currency,
    priceText: formatPrice(product.price[currency], language),
    priceBeforeText: product.priceBefore ? formatPrice(product.priceBefore[currency], language) : null,
    inStock: product.inStock,
    item: makeItem(product, language),
  }
}

function makeDetails(product: Product, language: Language): ProductDetails {
  return {
    ...makeCard(product, language),
    category: {
      slug: product.category,
      name: findCategory(product.category)?.name[language] ?? product.category,
    },
    short: product.short[language],
    description: product.description[language],
    size: product.size.replace("cm", language === "ru" ? "см" : "cm"),
    material: product.material[language],
    rating: { ...product.rating, text: countReviews(product.rating.count, language) },
  }
}

function makeLines(entries: Iterable<readonly [string, number]>, language: Language): Line[] {
  return [...entries].flatMap(([sku, quantity]) => {
    const product = findProduct(sku)
    if (!product) return []
    const card = makeCard(product, language)
    return [
      {
        card: { ...card, item: makeItem(product, language, quantity) },
        quantity,
        totalText: formatPrice(card.price * quantity, language),
      },
    ]
  })
}

function addUp(lines: Line[], language: Language): Sums & { subtotal: number } {
  const subtotal = lines.reduce((sum, line) => sum + line.card.price * line.quantity, 0)
  const terms = deliveryTerms[currencyOf[language]]
  const delivery = subtotal >= terms.freeFrom || subtotal === 0 ? 0 : terms.price
  const total = Math.round((subtotal + delivery) * 100) / 100
  return {
    subtotal,
    delivery,
    total,
    subtotalText: formatPrice(subtotal, language),
    deliveryText: delivery === 0 ? null : formatPrice(delivery, language),
    totalText: formatPrice(total, language),
  }
}

const orderEntries = (order: Order) => order.lines.map((line) => [line.sku, line.quantity] as const)

/** Builds pages for one shop. What depends on the visitor comes from the session, and some of it is told only once. */
export class PageComposer {
  constructor(private readonly options: ComposeOptions) {}

  /** The page at this address. `form` brings back what was posted and is not right. */
  compose(url: URL, session: Session, form?: FormState): Page {
    const { language, origin, popup } = this.options
    const words = wordsOf[language]
    const markup = (url.searchParams.get("markup") as ProductMarkup | null) ?? this.options.markup
    const { view, status, title, signals } = this.#look(url, session, form)
    const product = view.kind === "product" ? view.product : null
    if (product) session.viewed.add(product.slug)
    const showPopup = popup && !session.popupShown && session.viewed.size >= 3 && product !== null
    if (showPopup) session.popupShown = true
    const identity = session.identity
    session.identity = null
    return {
      status,
      path: url.pathname,
      title: title ? `${title} — ${words.shop}` : `${words.shop} — ${words.tagline}`,
      description: product?.short ?? words.heroText,
      language,
      view,
      cartCount: [...session.cart.values()].reduce((sum, quantity) => sum + quantity, 0),
      popup: showPopup,
      signals,
      identity,
      linkedData: product
        ? markup === "json-ld"
          ? describeProduct(product, origin, language)
          : []
        : view.kind === "home"
          ? describeShop(origin, language)
          : [],
      openGraph: product && markup === "opengraph" ? describeForSharing(product, origin, language) : {},
      microdata: markup === "microdata",
    }
  }

  #look(url: URL, session: Session, form: FormState = emptyForm) {
    const { language } = this.options
    const words = wordsOf[language]
    const [, area = "", name = ""] = url.pathname.split("/")
    const found = (view: View, title: string, signals: Signal[] = []) => ({
      view,
      status: 200,
      title,
      signals,
    })
    const list = (of: Product[]) => of.map((product) => makeCard(product, language))
    const category = area === "c" ? findCategory(name) : undefined
    const product = area === "p" ? findProduct(name) : undefined
    if (area === "") return found(this.#home(), "")
    if (category) {
      const cards = list(products.filter((each) => each.category === category.slug))
      const heading = category.name[language]
      const view: View = { kind: "list", heading, lede: category.lede[language], cards, empty: "" }
      return found(view, heading, [
        this.#signal(
          "view_item_list",
          cards.map((card) => card.item),
        ),
      ])
    }
    if (product) {
      const details = makeDetails(product, language)
      const related = this.#relatives(product)
      const view: View = { kind: "product", product: details, related: list(related) }
      return found(view, details.name, [this.#signal("view_item", [details.item])])
    }
    if (area === "search") return this.#search(url.searchParams.get("q") ?? "")
    if (area === "cart" || (area === "checkout" && session.cart.size === 0)) {
      const lines = makeLines(session.cart, language)
      const others = products.filter((each) => each.inStock && !session.cart.has(each.sku)).slice(1, 5)
      const countText = countThings(
        lines.reduce((sum, line) => sum + line.quantity, 0),
        language,
      )
      const sums = addUp(lines, language)
      const signals =
        lines.length > 0
          ? [
              this.#signal(
                "view_cart",
                lines.map((line) => line.card.item),
              ),
            ]
          : []
      return found({ kind: "cart", lines, sums, countText, related: list(others) }, words.cartTitle, signals)
    }
    if (area === "checkout") {
      const lines = makeLines(session.cart, language)
      const known = session.account
      const values = known
        ? { name: known.name, email: known.email, phone: known.phone, ...form.values }
        : form.values
      const view: View = { kind: "checkout", lines, sums: addUp(lines, language), form: { ...form, values } }
      const begin = this.#signal(
        "begin_checkout",
        lines.map((line) => line.card.item),
      )
      return found(view, words.checkoutTitle, Object.keys(form.errors).length > 0 ? [] : [begin])
    }
    if (area === "thank-you" && session.lastOrder) return this.#thanks(session.lastOrder)
    if (area === "account") return found(this.#account(session, form), words.account)
    if (area === "newsletter")
      return found(
        { kind: "text", heading: words.newsletterTitle, text: words.newsletterDone },
        words.newsletterTitle,
      )
    if (area === "about" || area === "delivery") {
      const heading = area === "about" ? words.about : words.deliveryPage
      const text = area === "about" ? words.aboutText : words.deliveryText
      return found({ kind: "text", heading, text }, heading)
    }
    const missing: View = { kind: "text", heading: words.notFoundTitle, text: words.notFoundText }
    return { view: missing, status: 404, title: words.notFoundTitle, signals: [] }
  }

  #signal(event: string, items: Item[]): Signal {
    const value = items.reduce((sum, item) => sum + item.price * item.quantity, 0)
    return { event, ecommerce: { currency: currencyOf[this.options.language], value, items } }
  }

  /** Of the same kind first, then what else there is. */
  #relatives(product: Product): Product[] {
    const others = products.filter((each) => each !== product && each.inStock)
    const same = others.filter((each) => each.category === product.category)
    return [...same, ...others.filter((each) => each.category !== product.category)].slice(0, 4)
  }

  #home(): View {
    const { language } = this.options
    const favourites = [
      "blue-vase",
      "moon-jar",
      "speckled-mug",
      "linen-throw",
      "breakfast-bowl",
      "clay-lamp",
      "milk-pitcher",
      "fig-candle",
    ]
    const pictures: Record<string, string> = {
      vases: "bottle-vase",
      tableware: "teapot",
      linen: "linen-napkins",
      light: "clay-lamp",
    }
    return {
      kind: "home",
      favourites: favourites.flatMap((slug) => {
        const product = findProduct(slug)
        return product ? [makeCard(product, language)] : []
      }),
      categories: categories.map((category) => ({
        slug: category.slug,
        name: category.name[language],
        picture: pictures[category.slug] ?? "blue-vase",
      })),
    }
  }

  #search(query: string) {
    const { language } = this.options
    const words = wordsOf[language]
    const wanted = query.trim().toLowerCase().slice(0, 100)
    const matches = products.filter((product) =>
      [
        product.name[language],
        product.short[language],
        product.maker,
        product.material[language],
        product.category,
      ]
        .join(" ")
        .toLowerCase()
        .includes(wanted),
    )
    const cards = wanted === "" ? [] : matches.map((product) => makeCard(product, language))
    const heading = `${words.results} “${query.trim().slice(0, 100)}”`
    const view: View = {
      kind: "list",
      heading,
      lede: countThings(cards.length, language),
      cards,
      empty: words.noResults,
    }
    return { view, status: 200, title: words.search, signals: [{ event: "search", search_term: wanted }] }
  }

  #thanks(order: Order) {
    const { language } = this.options
    const lines = makeLines(orderEntries(order), language)
    const sums = addUp(lines, language)
    const currency = currencyOf[language]
    const view: View = {
      kind: "thanks",
      order: order.number,
      total: sums.total,
      currency,
      lines,
      sums,
      email: order.email,
    }
    const items = lines.map((line) => line.card.item)
    const purchase: Signal = {
      event: "purchase",
      ecommerce: {
        transaction_id: order.number,
        currency,
        value: sums.subtotal,
        shipping: sums.delivery,
        items,
      },
    }
    return { view, status: 200, title: wordsOf[language].thanksTitle, signals: [purchase] }
  }

  #account(session: Session, form: FormState): View {
    const { language } = this.options
    const { account, notice } = session
    session.notice = null
    if (!account) {
      const isLogIn = form.values.form === "log-in"
      return { kind: "visitor", signUp: isLogIn ? emptyForm : form, logIn: isLogIn ? form : emptyForm }
    }
    const orders = account.orders.map((order) => {
      const lines = makeLines(orderEntries(order), language)
      const countText = countThings(
        lines.reduce((sum, line) => sum + line.quantity, 0),
        language,
      )
      return { number: order.number, totalText: addUp(lines, language).totalText, countText }
    })
    return {
      kind: "account",
      name: account.name || account.email,
      email: account.email,
      wishes: account.wishes,
      orders,
      notice,
    }
  }
}
