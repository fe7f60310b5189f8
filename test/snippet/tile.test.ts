// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { findTile, readTileName, readTilePrice } from "../../snippet/tile"
import { openPage } from "./watch-detector"

const card = (name: string) =>
  `<a href="/p"><img src="/i.png"></a><h3>${name}</h3><span class="price">٣٩ ر.س</span><button>Add</button>`

test("a card is found in a list of thousands, without asking all of it", () => {
  const cards = Array.from({ length: 3_000 }, (_, index) => `<li>${card(`Vase ${index}`)}</li>`)
  openPage("/all", `<ul>${cards.join("")}</ul>`)
  let asked = 0
  for (const one of document.querySelectorAll("li")) {
    const { querySelector } = one
    one.querySelector = (selector: string) => {
      asked++
      return querySelector.call(one, selector)
    }
  }
  const tile = findTile(document.querySelectorAll("button")[2_000]!)!
  expect(readTileName(tile)).toBe("Vase 2000")
  expect(asked).toBeLessThan(20)
})

test("a card may be an element of the shop's own, with everything in its root", () => {
  openPage("/all", "<product-grid></product-grid>")
  const grid = document.querySelector("product-grid")!.attachShadow({ mode: "open" })
  grid.innerHTML = "<product-card></product-card>".repeat(3)
  for (const [index, one] of [...grid.children].entries())
    one.attachShadow({ mode: "open" }).innerHTML = `<div>${card(`Vase ${index}`)}</div>`
  const tile = findTile(grid.children[1]!.shadowRoot!.querySelector("button")!)!
  expect(tile).toBe(grid.children[1])
  expect([readTileName(tile), readTilePrice(tile)]).toEqual(["Vase 1", "٣٩ ر.س"])
})

test("alone in its root it is no card of a list", () => {
  openPage("/one", "<product-card></product-card>")
  const root = document.querySelector("product-card")!.attachShadow({ mode: "open" })
  root.innerHTML = `<div>${card("Vase")}</div>`
  expect(findTile(root.querySelector("button")!)).toBeUndefined()
})
