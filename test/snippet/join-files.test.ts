// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Inside } from "../../snippet/inside"
import { joinFiles, needs } from "../../snippet/join-files"
import { joinForms } from "../../snippet/join-forms"
import { looks } from "../../snippet/page-changes"
import { isCartPage, isCheckoutPage, isDonePage } from "../../snippet/shop-pages"
import { openPage, watchDetector } from "./watch-detector"

const page = globalThis as Record<string, unknown>
beforeEach(() => looks.clear())
afterEach(() => {
  delete page.rudderanalytics
})

/** With what reads notes, which the others build on. */
function withReaders(inside: Inside): Inside {
  inside.readers = [{ start: () => joinForms(inside) }]
  inside.extend = (readers) => {
    for (const { start } of readers) start(() => {}, undefined as never, undefined as never)
  }
  return inside
}

/** The files that are loaded for a page, in order, besides the one that reads notes. */
function open(body: string, inside: Partial<Inside> = {}, head = "", address = "/") {
  openPage(address, body, head)
  const loaded: string[] = []
  const load = vi.fn(async (name: string) => {
    if (name !== "notes") loaded.push(name)
    if (name === "rules") throw new Error("gone")
  })
  const problem = vi.fn()
  const host = { report: () => {}, problem }
  const consents = { analytics: "granted" }
  const given = withReaders({ options: {}, methods: {}, consents, problem, host, ...inside } as Inside)
  const done = joinFiles(given, load)
  const isReady = (name: string) => given.host.isReady?.({ name } as never)
  /** The page has changed. */
  const look = () => Promise.all([...looks].map((one) => one()))
  const { consents: decided } = given
  return { inside: given, loaded, done, problem, isReady, look, consents: decided as Record<string, string> }
}

test.each([
  ["a price", `<b class="ProductPrice">€39</b>`],
  ["markup", `<meta itemprop="price" content="39">`],
  ["a price of a storefront without classes", `<span data-testid="product-price">39</span>`],
  ["a cart's button, in any of five languages", `<button>В корзину</button>`],
  ["a quantity", `<input name="quantity" value="1">`],
  ["a type", "", `<meta property="og:type" content="og:product">`],
])("the file for shops comes where there is %s", async (_title, body, head = "") => {
  const { loaded, done, look } = open(body, {}, head)
  await done
  await look()
  expect(loaded).toEqual(["shop"])
})

test("and where a library is told what happens", async () => {
  page.rudderanalytics = []
  const { loaded, done } = open("<p>Welcome</p>")
  await done
  expect(loaded).toEqual(["shop"])
})

test.each([
  ["nothing of a shop", "<h1>How we glaze</h1><p>It cost us €12.</p><button>Subscribe</button>", {}],
  ["a tag that wants none", `<b class="price">€39</b>`, { options: { shop: "off" } }],
  ["a refusal", `<b class="price">€39</b>`, { consents: { analytics: "denied" } }],
])("not where there is %s", async (_title, body, inside) => {
  const { loaded, done, look } = open(body, inside as Partial<Inside>)
  await done
  await look()
  expect(loaded).toEqual([])
})

test("later, where the page has changed, once; or the visitor has agreed", async () => {
  const { loaded, done, look, consents } = open("<p>Welcome</p>", { consents: { analytics: "denied" } })
  await done
  document.body.innerHTML = `<b class="price">€39</b>`
  await look()
  expect(loaded).toEqual([])
  consents.analytics = "granted"
  await look()
  await look()
  expect(loaded).toEqual(["shop"])
})

test("a product is told when the file has come, or cannot; others are told before", async () => {
  for (const answer of [undefined, new Error("gone")]) {
    let come!: () => void
    openPage("/", `<b class="price">€39</b>`)
    const problem = vi.fn()
    const given = withReaders({
      options: {},
      methods: {},
      consents: {},
      problem,
      host: {},
    } as unknown as Inside)
    const done = joinFiles(
      given,
      () => new Promise<void>((resolve, reject) => (come = () => (answer ? reject(answer) : resolve()))),
    )
    const ready = (name: string) => given.host.isReady!({ name } as never)
    expect([ready("view_item"), ready("add_to_cart")]).toEqual([false, true])
    come()
    await done
    expect(ready("view_item")).toBe(true)
    expect(problem.mock.calls).toEqual(answer ? [["more-missing", "gone"]] : [])
  }
})

test("what the tag asks for comes after it, one by one", async () => {
  const { loaded, done, problem } = open(`<b class="price">€39</b>`, {
    options: { experience: "", map: "/map.yaml" },
  })
  await done
  expect(loaded).toEqual(["shop", "experience", "rules"])
  expect(problem.mock.calls).toEqual([["more-missing", "gone"]])
})

test.each<[string, string, Partial<Inside>, string[]]>([
  ["an address of a checkout", "/checkout", {}, ["shop"]],
  ["an address that thanks for an order", "/order/thank-you", {}, ["shop"]],
  ["events that are to be forwarded", "/", { options: { forward: "dataLayer" } }, ["setup"]],
  ["replay", "/", { options: { replay: "" } }, ["setup"]],
])("%s asks for what reads it, once", async (_title, address, inside, files) => {
  const { loaded, done, look } = open("", inside, "", address)
  await done
  await look()
  expect(loaded).toEqual(files)
})

test("so does a consent dialogue; a word about replay; contacts, which are told as hashes when the file has come", async () => {
  const { inside, loaded, done } = open("<p>Welcome</p>", { methods: { consent: () => {} } })
  await done
  inside.methods.consent!([{ analytics: true }])
  expect(loaded).toEqual([])
  const hashed = inside.hash!({ email: "a@b.example" })
  inside.hash = async () => ({ email: "hash" })
  expect(await hashed).toEqual({ email: "hash" })
  inside.consents.replay = "denied"
  inside.methods.consent!([{ replay: false }])
  expect(loaded).toEqual(["setup"])
  page.__tcfapi = () => {}
  const other = open("<p>Welcome</p>")
  await other.done
  delete page.__tcfapi
  expect(other.loaded).toEqual(["setup"])
  // Where it does not come, nothing hashes, and nobody waits for ever.
  await expect(other.inside.hash!({ email: "a@b.example" })).rejects.toThrow("nothing hashes")
})

const mailForm = `<form action="/join"><input name="email" value="planted"><button>Join</button></form>`

test.each([
  ["a form", mailForm, ["forms"]],
  ["a search", `<form role="search"><input name="q"></form>`, []],
  ["a cart's form", `<form action="/cart/add"><input name="id" value="7"></form>`, []],
])("what looks at forms comes where there is %s", async (_what, body, files) => {
  const { loaded, done, look } = open(body)
  await done
  await look()
  expect(loaded).toEqual(files)
})

const searchForm = `<form role="search"><input></form>`

test("and for a form that is used, or was sent by an earlier page; not after a refusal", async () => {
  const { loaded, done, consents } = open(searchForm)
  await done
  consents.analytics = "denied"
  document.body.innerHTML = mailForm
  const use = () => document.querySelector("input")!.dispatchEvent(new Event("input", { bubbles: true }))
  use()
  expect(loaded).toEqual([])
  consents.analytics = "granted"
  use()
  use()
  await expect.poll(() => loaded).toEqual(["forms"])
  sessionStorage.setItem("cuelight.sent", "{}")
  const next = open("<p>Thank you</p>")
  await next.done
  sessionStorage.clear()
  expect(next.loaded).toEqual(["forms"])
})

test("what is sent before it has come is kept for the next page, without what was typed; later nothing", async () => {
  const { done } = open(searchForm)
  await done
  document.body.innerHTML = mailForm
  const send = () => {
    document.forms[0]!.dispatchEvent(new Event("submit", { bubbles: true }))
    const kept = sessionStorage.getItem("cuelight.sent")
    sessionStorage.clear()
    return kept
  }
  const kept = send()
  expect(JSON.parse(kept ?? "")).toMatchObject({
    at: expect.any(Number),
    form: { form_destination: "https://shop.example/join" },
  })
  expect(kept).not.toContain("planted")
  await expect.poll(send).toBeNull()
})

test.each([
  ...[
    "/cart",
    "/shopping-bag",
    "/my-basket.html",
    "/trolley",
    "/warenkorb",
    "/panier",
    "/carrito",
    "/carrello",
    "/cesta",
  ],
  ...["/koszyk", "/korzina/", "/cart_items", "/?route=checkout/cart", "/?page=cart"],
  ...[
    "/checkouts/7",
    "/onestepcheckout",
    "/kasse",
    "/kassa/",
    "/commande",
    "/commander",
    "/caisse",
    "/finalizar-compra",
  ],
  ...[
    "/pago",
    "/oformlenie-zakaza/",
    "/order/make",
    "/order/shipping",
    "/new_order",
    "/bestellen",
    "/bestellvorgang/1",
  ],
  ...[
    "/?cl=user",
    "/?cl=payment",
    "/?cl=order",
    "/order-received/7",
    "/orderreceived",
    "/thank-you",
    "/thankyou",
    "/thanks",
  ],
  ...[
    "/success",
    "/checkout/complete",
    "/confirmation",
    "/checkout/confirm",
    "/order/",
    "/danke",
    "/merci",
    "/gracias",
    "/spasibo",
    "/?ORDER_ID=7",
  ],
  ...["/bestaetigung", "/abschluss", "/checkout/finish"],
])("what is a cart, a checkout or its end by its address (%s) asks for what reads them", async (address) => {
  const { loaded, done } = open("<p>Welcome</p>", {}, "", address)
  expect([isCartPage(), isCheckoutPage(), isDonePage()]).toContain(true)
  await done
  expect(loaded).toEqual(["shop"])
})

// Last, for what was pushed is known from then on.
test("what a page pushes shows that it is of a shop, also later", async () => {
  const { loaded, done } = open("<p>Welcome</p>")
  await done
  const { push } = watchDetector(needs)
  push({ event: "gtm.js" })
  push(["event", "login", { method: "mail" }])
  expect(loaded).toEqual([])
  push({ ecommerce: { detail: { products: [{ id: "KL-1" }] } } })
  push({ ecommerce: { add: { products: [{ id: "KL-1" }] } } })
  await expect.poll(() => loaded).toEqual(["shop"])
})

test("a file that never answers is not waited for: what the page shows is told, and what else is asked for comes", async () => {
  vi.useFakeTimers()
  openPage("/vase", `<b class="price">€39</b>`)
  const loaded: string[] = []
  const load = (name: string) => {
    loaded.push(name)
    return name === "shop" ? new Promise(() => {}) : Promise.resolve()
  }
  const host = { problem: () => {} } as unknown as Inside["host"]
  const given = withReaders({
    options: { experience: "" },
    methods: {},
    consents: {},
    problem: () => {},
    host,
  } as unknown as Inside)
  const done = joinFiles(given, load)
  expect(host.isReady?.({ name: "view_item" } as never)).toBe(false)
  await vi.runAllTimersAsync()
  await done
  expect(host.isReady?.({ name: "view_item" } as never)).toBe(true)
  expect(loaded).toEqual(["notes", "shop", "experience"])
  vi.useRealTimers()
})
