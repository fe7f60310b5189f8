// @vitest-environment happy-dom
import { describe, expect, test } from "vitest"
import type { Touchpoint } from "../../../shared/map/touchpoint"
import { siteRules } from "../../../snippet/detectors/site-rules"
import { openPage, press, watchDetector } from "../watch-detector"

const tile = `<article data-sku="KL-1"><h2>Blue vase</h2><span class="price">1.299,00 €</span><button data-buy>Go</button>
  <textarea class="note">typed</textarea></article><button class="other">Other</button>`

function follow(rule: Touchpoint, address = "/vase") {
  openPage(address, tile)
  return watchDetector(siteRules, [rule])
}

test("is called site-rules", () => expect(siteRules.name).toBe("site-rules"))

describe("click", () => {
  const rule: Touchpoint = {
    event: "add_to_cart",
    on: "click",
    selector: "[data-buy]",
    props: {
      item_id: "@data-sku",
      price: { text: ".price", as: "number" },
      currency: { value: "EUR" },
      note: { text: ".note" },
      missing: { attribute: "data-none" },
    },
  }

  test("matches, with the properties of the nearest elements; what a person typed is none", () => {
    const { sightings } = follow(rule)
    press("[data-buy]")
    expect(sightings).toMatchObject([
      { name: "add_to_cart", source: "site-rule", props: { item_id: "KL-1", price: 1299, currency: "EUR" } },
    ])
    expect(Object.keys(sightings[0]!.props!)).toEqual(["item_id", "price", "currency"])
  })

  test("does not match another element", () => {
    const { sightings } = follow(rule)
    press(".other")
    expect(sightings).toEqual([])
  })
})

test("submit matches its form", () => {
  openPage("/", `<form class="lead"><button>Send</button></form>`)
  const { sightings } = watchDetector(siteRules, [
    { event: "generate_lead", on: "submit", selector: ".lead" },
  ])
  document.querySelector("form")!.dispatchEvent(new SubmitEvent("submit", { bubbles: true }))
  expect(sightings.map(({ name }) => name)).toEqual(["generate_lead"])
})

describe("url", () => {
  const rule: Touchpoint = { event: "view_pricing", on: "url", url: "*/pricing*" }

  test("matches once an address, and again on another visit", () => {
    const { sightings, visit } = follow(rule, "/pricing")
    visit("restored")
    expect(sightings).toHaveLength(2)
  })

  test("matches when the address changes within a visit", () => {
    const { sightings, changeAddress } = follow(rule, "/home")
    changeAddress("/pricing?plan=2")
    expect(sightings).toHaveLength(1)
  })

  test("does not match another address", () => {
    expect(follow(rule, "/prices").sightings).toEqual([])
  })
})

describe("data-layer", () => {
  const rule: Touchpoint = {
    event: "sign_up",
    on: "data-layer",
    name: "account_made",
    props: { method: { path: "account.method" } },
  }

  test("matches the event of that name, also in gtag's shape, and reads a path", () => {
    const { sightings, push } = follow(rule)
    push({ event: "account_made", account: { method: "e-mail" } })
    push(["event", "account_made", { account: { method: "phone" } }])
    expect(sightings.map(({ props }) => props)).toEqual([{ method: "e-mail" }, { method: "phone" }])
  })

  test("does not match another event", () => {
    const { sightings, push } = follow(rule)
    push({ event: "account_seen" })
    push(null)
    expect(sightings).toEqual([])
  })
})

test("dom-event matches, with the event's detail", () => {
  const { sightings } = follow({
    event: "chat_opened",
    on: "dom-event",
    name: "chat:open",
    props: { team: { path: "team" } },
  })
  document.dispatchEvent(new CustomEvent("chat:open", { detail: { team: "sales" }, bubbles: true }))
  document.dispatchEvent(new CustomEvent("chat:close", { bubbles: true }))
  expect(sightings.map(({ props }) => props)).toEqual([{ team: "sales" }])
})

test("a rule that no browser can read is reported, and the others stand", () => {
  openPage("/", tile)
  const { sightings, problems } = watchDetector(siteRules, [
    { event: "broken", on: "click", selector: "[[" },
    { event: "works", on: "click", selector: "[data-buy]" },
  ])
  press("[data-buy]")
  expect(problems).toEqual([{ code: "rule-broken", detail: expect.stringContaining("broken on click") }])
  expect(sightings.map(({ name }) => name)).toEqual(["works"])
})

test("tells nothing after its end", () => {
  const { sightings, stop } = follow({ event: "x", on: "click", selector: "[data-buy]" })
  stop()
  press("[data-buy]")
  expect(sightings).toEqual([])
})

test("a rule that fits nothing on twenty pages in a row is reported once; one that fits now and then is not", () => {
  let counts: Record<string, unknown> = {}
  const ruleVisits = {
    read: () => counts,
    write(next: Record<string, number>) {
      counts = next
    },
  }
  openPage("/vase", tile)
  const watched = watchDetector(
    siteRules,
    [
      { event: "bought", on: "click", selector: "[data-buy]" },
      { event: "gone", on: "click", selector: ".gone" },
    ],
    { ruleVisits },
  )
  for (let page = 2; page <= 30; page++) {
    watched.visit()
    if (page === 10) press("[data-buy]")
  }
  expect(watched.problems).toEqual([
    { code: "rule-idle", detail: "gone on click .gone: nothing on 20 pages" },
    { code: "rule-idle", detail: "bought on click [data-buy]: nothing on 20 pages" },
  ])
})
