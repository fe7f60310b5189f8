// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { productList } from "../../../snippet/detectors/product-list"
import { learnEverything } from "../../../snippet/learn"
import { openPage, press, watchDetector } from "../watch-detector"

// As both come: the extension's recorder, and the tag's file for shops.
learnEverything()

let observed: Element[] = []
let see: (element: Element) => void
beforeEach(() => {
  vi.useFakeTimers()
  observed = []
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(listener: (entries: unknown[]) => void) {
        see = (target) => listener([{ target, isIntersecting: true }])
      }
      observe(element: Element) {
        observed.push(element)
      }
      unobserve() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const tile = (name: string, price: string) =>
  `<li class="product" data-product-id="${name}-1"><a href="/${name}"><img alt=""><h3>${name}</h3></a><span class="price">${price}</span><button id="add-${name}">Add to cart</button></li>`
const list = `<ul>${tile("Blue", "€39.00")}${tile("Red", "€41.50")}${tile("Green", "€12")}</ul>`

const start = async (body: string, address = "/vases") => {
  openPage(address, body)
  const watched = watchDetector(productList)
  await vi.runAllTimersAsync()
  return watched
}

test("a list that comes into sight, once, with what its tiles say", async () => {
  const { sightings } = await start(`<h1>Vases</h1>${list}`)
  expect(sightings).toEqual([])
  expect(observed).toHaveLength(1)
  see(observed[0]!)
  expect(sightings).toMatchObject([
    {
      name: "view_item_list",
      source: "page",
      props: {
        item_list_name: "Vases",
        currency: "EUR",
        items: [
          { item_id: "Blue-1", item_name: "Blue", price: 39, index: 0 },
          { item_id: "Red-1", item_name: "Red", price: 41.5, index: 1 },
          { item_id: "Green-1", item_name: "Green", price: 12, index: 2 },
        ],
      },
    },
  ])
})

test("the one that is followed", async () => {
  const { sightings } = await start(`<h1>Vases</h1>${list}`)
  see(observed[0]!)
  press('a[href="/Red"] h3')
  expect(sightings[1]).toMatchObject({
    name: "select_item",
    props: { item_list_name: "Vases", items: [{ item_name: "Red", price: 41.5, index: 1 }] },
  })
  press("#add-Red")
  expect(sightings).toHaveLength(2)
})

test("the price of a tile is the one that counts", async () => {
  await start(
    `<h1>Sale</h1><ul>${["A", "B", "C"].map((name) => tile(name, `<del>€50</del> <ins>€40</ins>`)).join("")}</ul>`,
  )
  const { sightings } = await start(
    `<h1>Sale</h1><ul>${["A", "B", "C"].map((name) => tile(name, `<del>€50</del> <ins>€40</ins>`)).join("")}</ul>`,
  )
  see(observed.at(-1)!)
  expect(sightings[0]?.props).toMatchObject({ items: [{ price: 40 }, { price: 40 }, { price: 40 }] })
})

test.each([
  [
    "articles without prices",
    `<ul>${["a", "b", "c"].map((name) => `<li class="post"><a href="/${name}"><img alt=""><h3>${name}</h3></a></li>`).join("")}</ul>`,
    "/blog",
  ],
  ["two products", `<ul>${tile("Blue", "€39")}${tile("Red", "€41")}</ul>`, "/vases"],
  ["the lines of a cart", list, "/cart"],
  ["the lines of a small cart", `<div class="minicart">${list}</div>`, "/"],
  [
    "tariffs without pictures",
    `<div>${["a", "b", "c"].map((name) => `<div class="plan"><a href="/${name}">${name}</a><b class="price">€9</b></div>`).join("")}</div>`,
    "/pricing",
  ],
])("%s are no list of products", async (_title, body, address) => {
  await start(body, address)
  expect(observed).toEqual([])
})
