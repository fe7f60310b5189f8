// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { search } from "../../../snippet/detectors/search"
import { openPage, watchDetector } from "../watch-detector"

function termAt(address: string): unknown {
  openPage(address, "")
  return watchDetector(search).sightings.map(({ props }) => props?.search_term)
}

test("is called search", () => expect(search.name).toBe("search"))

test("matches the parameters that searches use", () => {
  expect(termAt("/search?q=blue+vase")).toEqual(["blue vase"])
  expect(termAt("/?s=lamp")).toEqual(["lamp"])
  expect(termAt("/search?text=%D0%B2%D0%B0%D0%B7%D0%B0")).toEqual(["ваза"])
})

test("does not match other parameters, nor an empty term", () => {
  expect(termAt("/article?text=small")).toEqual([])
  expect(termAt("/search?q=")).toEqual([])
  expect(termAt("/vase?color=blue")).toEqual([])
})

test("does not keep an address or a card number that was typed into the search", () => {
  expect(termAt("/search?q=anna@example.com")).toEqual(["removed"])
  expect(termAt("/search?q=4111111111111111")).toEqual(["removed"])
})

test("a new term within one visit is a new search, the same one is not", () => {
  openPage("/search?q=vase", "")
  const { sightings, changeAddress, visit } = watchDetector(search)
  changeAddress("/search?q=vase&page=2")
  changeAddress("/search?q=bowl")
  visit("restored")
  expect(sightings.map(({ props }) => props?.search_term)).toEqual(["vase", "bowl", "bowl"])
})
