// @vitest-environment happy-dom
import { expect, test } from "vitest"
import type { RecordedEvent, Sighting } from "../../snippet/detector"
import { readFacts } from "../../snippet/facts"
import { readMarkup } from "../../snippet/markup-facts"
import { readNote } from "../../snippet/read-notes"
import { scrub } from "../../snippet/scrub"
import { openPage } from "./watch-detector"

/** What is stored of a page, as the next one finds it. */
function note(name: string, props: unknown): RecordedEvent {
  const kept = JSON.parse(JSON.stringify(scrub(props)))
  return {
    id: "n1",
    name,
    at: 1_000_000,
    source: "",
    props: kept,
    page: { url: "https://shop.example/vase", title: "Vase | Kiln", referrer: "" },
  }
}

/** What the next page says of it. */
function read(noted: RecordedEvent): (Sighting & { id: string })[] {
  openPage("/next", "")
  const told: (Sighting & { id: string })[] = []
  readNote(noted, (sighting, { id }) => told.push({ ...sighting, id }))
  return told
}

test("a press on a cart's button is read with what the shop wrote, and nothing that was typed or is a secret is kept", () => {
  openPage(
    "/vase",
    `<div data-product-id="KL-1"><form action="/cart/add?token=planted">
      <input name="engraving" value="planted"><input type="hidden" name="csrf" value="planted">
      <input type="hidden" name="product_id" value="KL-7"><input name="quantity" value="2">
      <input name="cvv" value="123"><textarea name="note">planted</textarea>
      <select name="size"><option value="planted">planted</option></select>
      <button name="add">Add to cart</button></form></div>`,
  )
  const button = document.querySelector("button")!
  const noted = note("click", readFacts(button, button.closest("form")))
  expect(JSON.stringify(noted)).not.toMatch(/planted|123/)
  expect(read(noted)).toMatchObject([
    { id: "n1", name: "add_to_cart", source: "button", props: { items: [{ item_id: "KL-7", quantity: 2 }] } },
  ])
})

test("a form that is sent is read by its names; the one for a cart is a cart's", () => {
  const form = (body: string) => {
    openPage("/contact", `<form id="lead" action="/send?mail=planted@shop.example">${body}</form>`)
    const found = document.querySelector("form")!
    return note("submit", readFacts(document.querySelector("button") ?? found, found))
  }
  const sent = form(
    `<input name="your-name" value="planted"><input type="email" name="mail" value="planted">`,
  )
  expect(JSON.stringify(sent)).not.toContain("planted")
  expect(read(sent)).toMatchObject([
    { id: "n1", name: "form_submit", props: { form_id: "lead", fields: ["your-name", "mail"] } },
  ])
  expect(read(form(`<input name="n"><button>In den Warenkorb</button>`)).map(({ name }) => name)).toEqual([
    "add_to_cart",
  ])
  expect(read(form(`<input type="search" name="q">`))).toEqual([])
})

test("of markup the product is read, and what visitors have written is not kept", () => {
  const review = `"review":[{"author":"Planted Person","reviewBody":"planted"}]`
  openPage(
    "/vase",
    `<h1>Vase</h1><script type="application/ld+json">{"@type":"Product","name":"Vase","sku":"KL-1",${review},"offers":{"price":"39","priceCurrency":"EUR"}}</script>
    <div itemscope itemtype="https://schema.org/Product"><b itemprop="name">Vase</b><meta itemprop="price" content="39"><p itemprop="reviewBody">planted</p></div>`,
    `<meta property="og:title" content="Vase"><meta property="product:price:amount" content="39">`,
  )
  const noted = note("markup", readMarkup())
  expect(JSON.stringify(noted)).not.toMatch(/planted/i)
  const told = read(noted)
  expect(told.map(({ source }) => source)).toEqual(["json-ld", "microdata", "opengraph"])
  expect(told[0]).toMatchObject({
    name: "view_item",
    props: { value: 39, currency: "EUR", items: [{ item_id: "KL-1", item_name: "Vase" }] },
  })
  // However often it is read, it is one thing.
  expect(read(noted).map(({ id }) => id)).toEqual(told.map(({ id }) => id))
  expect(new Set(told.map(({ id }) => id)).size).toBe(3)
})

test("a page without a product leaves no markup, and one without end leaves little", () => {
  openPage("/", "<h1>How we glaze</h1>")
  expect(readMarkup()).toBeUndefined()
  const long = `{"@type":"Product","name":"${"x".repeat(60_000)}"}`
  const many = `<i itemscope itemtype="https://schema.org/Product"><b itemprop="name">${"long ".repeat(200)}</b></i>`
  openPage("/", `<script type="application/ld+json">${long}</script>${many.repeat(500)}`)
  expect(JSON.stringify(readMarkup()).length).toBeLessThan(100_000)
})

test("a push is read as it was pushed, and what is broken says nothing", () => {
  const push = { event: "purchase", ecommerce: { transaction_id: "T-1", value: 39, currency: "EUR" } }
  expect(read(note("purchase", { push }))).toMatchObject([
    { name: "purchase", source: "data-layer", at: 1_000_000, props: { transaction_id: "T-1" } },
  ])
  expect(read(note("purchase", { push: { event: "other" } }))).toEqual([])
})
