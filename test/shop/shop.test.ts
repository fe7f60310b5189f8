import { readFileSync } from "node:fs"
import { afterEach, describe, expect, it } from "vitest"
import { parseMap } from "../../shared/map/parse-map"
import { categories, products } from "./catalogue"
import { drawProduct } from "./pictures"
import { type Shop, type ShopOptions, startShop } from "./shop"

const open: Shop[] = []

async function openShop(options: ShopOptions = {}): Promise<Shop> {
  const shop = await startShop({ snippet: false, ...options })
  open.push(shop)
  return shop
}

afterEach(async () => {
  for (const shop of open.splice(0)) await shop.close()
})

/** A visitor with cookies who does not follow redirects by himself. */
function visit(shop: Shop) {
  let cookie = ""
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { ...(init.headers as Record<string, string>), cookie }
    const response = await fetch(shop.url + path, { ...init, headers, redirect: "manual" })
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string>, headers = {}) =>
      ask(path, { method: "POST", body: new URLSearchParams(fields), headers }),
  }
}

const block = (type: string) => new RegExp(`<script type="${type}"[^>]*>([\\s\\S]*?)</script>`, "g")

const readLinkedData = (page: string) =>
  [...page.matchAll(block("application/ld\\+json"))].map((match) => JSON.parse(match[1] ?? ""))

function readNotes(page: string) {
  const text = /id="shop-notes">([\s\S]*?)<\/script>/.exec(page)?.[1]
  return JSON.parse(text ?? "null")
}

const address = {
  name: "Anna Berg",
  email: "Anna@shop.example",
  phone: "+31612345678",
  street: "Keizersgracht 1",
  postcode: "1015 CC",
  city: "Amsterdam",
}

describe("the shop's pages", () => {
  it("answers at every address a visitor can come to", async () => {
    const visitor = visit(await openShop())
    const paths = [
      "/",
      "/search?q=vase",
      "/cart",
      "/checkout",
      "/account",
      "/about",
      "/delivery",
      "/ugly",
      "/broken",
    ]
    for (const category of categories) paths.push(`/c/${category.slug}`)
    for (const product of products) paths.push(`/p/${product.slug}`, `/picture/${product.slug}.svg`)
    for (const path of [
      ...paths,
      "/shop.css",
      "/shop.js",
      "/icon.svg",
      "/cuelight.map.yaml",
      "/picture/hero.svg",
    ]) {
      const { status, text } = await visitor.get(path)
      expect([path, status]).toEqual([path, 200])
      expect(text).not.toContain("undefined")
    }
  })

  it("says that a page is missing", async () => {
    const visitor = visit(await openShop())
    for (const path of ["/p/nothing", "/c/nothing", "/thank-you", "/picture/nothing.svg"])
      expect((await visitor.get(path)).status).toBe(404)
    expect((await visitor.post("/nowhere", {})).status).toBe(404)
  })

  it("links to nothing that is missing", async () => {
    const visitor = visit(await openShop())
    const seen = new Set<string>(["/"])
    for (const path of seen) {
      const { status, text, headers } = await visitor.get(path)
      expect([path, status]).toEqual([path, 200])
      if (!headers.get("content-type")?.startsWith("text/html")) continue
      for (const [, found] of text.matchAll(/(?:href|src)="(\/[^"]*)"/g))
        if (found) seen.add(found.split("#")[0] ?? "/")
    }
    expect(seen.size).toBeGreaterThan(products.length * 2)
  })

  it("describes every product as schema.org wants it", async () => {
    for (const [language, currency] of [
      ["en", "EUR"],
      ["ru", "RUB"],
    ] as const) {
      const shop = await openShop({ language })
      for (const product of products) {
        const [data] = readLinkedData((await visit(shop).get(`/p/${product.slug}`)).text)
        expect(data).toMatchObject({
          "@context": "https://schema.org",
          "@type": "Product",
          name: product.name[language],
          sku: product.sku,
          brand: { "@type": "Brand", name: product.maker },
          offers: {
            "@type": "Offer",
            price: product.price[currency].toFixed(2),
            priceCurrency: currency,
            availability: `https://schema.org/${product.inStock ? "InStock" : "OutOfStock"}`,
          },
          aggregateRating: { ratingValue: String(product.rating.value) },
        })
        expect(data.image[0]).toBe(`${shop.url}/picture/${product.slug}.svg`)
        expect(drawProduct(product.slug)).toContain("<svg")
      }
    }
  })

  it("describes products by microdata or OpenGraph where asked to, and then not by JSON-LD", async () => {
    const shop = await openShop({ markup: "microdata" })
    const microdata = (await visit(shop).get("/p/blue-vase")).text
    expect(microdata).toMatch(/itemtype="https:\/\/schema.org\/Product"/)
    expect(microdata).toMatch(/itemprop="price" content="39.00"/)
    expect(readLinkedData(microdata)).toEqual([])
    const sharing = (await visit(shop).get("/p/blue-vase?markup=opengraph")).text
    expect(sharing).toContain('<meta property="product:price:amount" content="39.00">')
    expect(sharing).not.toContain("itemprop")
    expect(readLinkedData(sharing)).toEqual([])
  })

  it("breaks its data where a test asks for it, and the rest of that page is whole", async () => {
    const page = (await visit(await openShop()).get("/broken")).text
    const blocks = [...page.matchAll(block("application/ld\\+json"))].map((match) => match[1] ?? "")
    expect(() => JSON.parse(blocks[0] ?? "")).toThrow()
    expect(JSON.parse(blocks.at(-1) ?? "")).toMatchObject({ name: "Blue vase" })
  })
})

describe("the shop's map", () => {
  it("is one that Cuelight reads, in both languages", async () => {
    const file = new URL("./cuelight.map.yaml", import.meta.url)
    const { map, problems } = parseMap(readFileSync(file, "utf8"))
    expect(problems).toEqual([])
    for (const named of [...(map?.stages ?? []), ...(map?.scenarios ?? []), ...(map?.segments ?? [])])
      expect(named.name).toMatchObject({ en: expect.any(String), ru: expect.any(String) })
    expect(map?.scenarios?.map((scenario) => scenario.id)).toContain("abandoned-cart")
  })
})

describe("a visitor", () => {
  it("fills a cart, orders as a guest and is thanked", async () => {
    const visitor = visit(await openShop())
    const added = await visitor.post("/cart/add", { sku: "KL-VAS-014", quantity: "2" })
    expect([added.status, added.headers.get("location")]).toEqual([303, "/cart"])
    expect((await visitor.get("/cart")).text).toContain("€78")
    const wrong = await visitor.post("/checkout", { ...address, email: "nobody", city: "" })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain("does not look like an e-mail")
    const ordered = await visitor.post("/checkout", address)
    const location = ordered.headers.get("location") ?? ""
    expect(location).toMatch(/^\/thank-you\?order=KL-\d+$/)
    const thanks = (await visitor.get(location)).text
    expect(thanks).toMatch(/data-order-number="KL-\d+" data-order-total="78"/)
    expect(readNotes(thanks)).toMatchObject({
      signals: [{ event: "purchase", ecommerce: { value: 78, currency: "EUR", shipping: 0 } }],
      identity: { event: "order", traits: { email: "anna@shop.example" }, consent: {} },
    })
    expect((await visitor.get("/cart")).text).toContain("Your cart is empty")
  })

  it("changes and empties the cart, and cannot buy what is sold out", async () => {
    const visitor = visit(await openShop())
    await visitor.post("/cart/add", { sku: "KL-TAB-011", quantity: "1" })
    await visitor.post("/cart/change", { sku: "KL-TAB-011", quantity: "3" })
    expect((await visitor.get("/cart")).text).toContain("€54")
    await visitor.post("/cart/change", { sku: "KL-TAB-011", quantity: "3", remove: "1" })
    for (const [sku, quantity] of [
      ["KL-LGT-011", "1"],
      ["KL-TAB-011", "many"],
      ["nothing", "1"],
    ] as const)
      await visitor.post("/cart/add", { sku, quantity })
    expect((await visitor.get("/cart")).text).toContain("Your cart is empty")
  })

  it("signs up with consent, logs out and in again, and is introduced once each time", async () => {
    const visitor = visit(await openShop())
    const account = {
      name: "Anna Berg",
      email: "anna@shop.example",
      phone: "+3161",
      password: "clay",
      letters: "yes",
    }
    await visitor.post("/account/sign-up", account)
    const first = (await visitor.get("/account")).text
    expect(readNotes(first).identity).toMatchObject({
      event: "sign_up",
      traits: { email: "anna@shop.example", first_name: "Anna", phone: "+3161" },
      consent: { email: "granted", sms: "denied", push: "denied" },
    })
    expect(readNotes((await visitor.get("/account")).text).identity).toBeNull()
    await visitor.post("/account/log-out", {})
    const wrong = await visitor.post("/account/log-in", { email: account.email, password: "sand" })
    expect(wrong.status).toBe(422)
    expect(wrong.text).not.toContain("sand")
    await visitor.post("/account/log-in", { email: account.email, password: "clay" })
    const { identity } = readNotes((await visitor.get("/account")).text)
    expect(identity).toMatchObject({ event: "login", user: readNotes(first).identity.user })
    expect((await visitor.post("/account/sign-up", account)).status).toBe(422)
  })

  it("gets the monthly letter only after asking for it", async () => {
    const visitor = visit(await openShop())
    await visitor.post("/newsletter", { email: "reader@shop.example" })
    expect(readNotes((await visitor.get("/newsletter")).text).identity.consent.email).toBe("granted")
  })

  it("sees the pop-up at the third product and never again", async () => {
    const visitor = visit(await openShop())
    const shows = async (path: string) => (await visitor.get(path)).text.includes('id="welcome-popup"')
    expect(await shows("/p/blue-vase")).toBe(false)
    expect(await shows("/p/blue-vase")).toBe(false)
    expect(await shows("/p/moon-jar")).toBe(false)
    expect(await shows("/p/teapot")).toBe(true)
    expect(await shows("/p/cushion")).toBe(false)
  })

  it("cannot bring markup into the page", async () => {
    const visitor = visit(await openShop())
    const attack = '"><script>alert(1)</script>'
    expect((await visitor.get(`/search?q=${encodeURIComponent(attack)}`)).text).not.toContain("<script>alert")
    const wrong = await visitor.post("/checkout", { ...address, name: attack, email: "x" })
    expect(wrong.text).not.toContain("<script>alert")
  })
})

describe("the shop's variants", () => {
  it("sends the strict policy with every page, and keeps to it", async () => {
    const visitor = visit(await openShop({ csp: true }))
    for (const path of ["/", "/p/blue-vase", "/cart", "/account", "/ugly"]) {
      const { headers, text } = await visitor.get(path)
      expect(headers.get("content-security-policy")).toBe(
        "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; object-src 'none'; base-uri 'none'; frame-src 'none'",
      )
      expect(text).not.toMatch(/<[^>]+\sstyle=|<style|<[^>]+\son\w+=|<script>/)
    }
    expect((await visit(await openShop()).get("/")).headers.get("content-security-policy")).toBeNull()
  })

  it("speaks Russian and counts in roubles", async () => {
    const page = (await visit(await openShop({ language: "ru" })).get("/p/blue-vase")).text
    expect(page).toContain('<html lang="ru">')
    expect(page).toMatch(/3\s490\s₽/)
    expect(page).toContain("126 отзывов")
    expect(page).not.toContain("Add to cart")
  })

  it("gives the single-page variant an empty document and the page as data", async () => {
    const visitor = visit(await openShop({ spa: true }))
    expect((await visitor.get("/p/blue-vase")).text).toContain('<div id="app"></div>')
    const page = JSON.parse((await visitor.get("/api/page?path=/p/blue-vase")).text)
    expect(page).toMatchObject({
      path: "/p/blue-vase",
      view: { kind: "product" },
      signals: [{ event: "view_item" }],
    })
    const added = await visitor.post("/cart/add", { sku: "KL-VAS-014" }, { Accept: "application/json" })
    expect(JSON.parse(added.text)).toMatchObject({ location: "/cart", page: { cartCount: 1 } })
  })

  it("carries the recorder's script tag only where asked to", async () => {
    expect((await visit(await openShop()).get("/")).text).not.toContain("cuelight.js")
  })

  it("says that a port is taken", async () => {
    const first = await openShop()
    await expect(openShop({ port: Number(new URL(first.url).port) })).rejects.toThrow(/EADDRINUSE/)
  })
})
