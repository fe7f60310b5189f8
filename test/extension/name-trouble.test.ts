import { expect, test } from "vitest"
import { isWebPage, nameMapTrouble, nameSilence } from "../../extension/worker/name-trouble"

const page = "https://shop.example/p/vase"

test.each([
  ["/map.yaml", 404, "map-unreachable", /^HTTP 404, /],
  ["/map.yaml", 0, "map-unreachable", /^https/],
  ["/map.yaml", 413, "map-too-large", /^https/],
  ["http://shop.example/map.yaml", 0, "map-mixed", /^http:/],
  ["https://cdn.example/map.yaml", 0, "map-not-shared", /^https/],
  ["https://cdn.example/map.yaml", 403, "map-unreachable", /^HTTP 403/],
])("a map at %s with the answer %i is %s", (address, status, code, detail) => {
  const url = new URL(address, page).href
  const trouble = nameMapTrouble({ type: "page-map-failed", url, status }, page)
  expect(trouble).toEqual([code, expect.stringMatching(detail)])
})

test.each([
  [{ blocked: true, refused: true }, "snippet-blocked"],
  [{ refused: true, status: 404 }, "snippet-missing"],
  [{ refused: true, status: 200 }, "snippet-refused"],
  [{ refused: true }, "snippet-silent"],
  [{ status: 200 }, "snippet-silent"],
  [{ src: "http://cdn.example/cuelight.js", refused: true }, "snippet-mixed"],
])("a snippet that does not run, with %j, is %s", (facts, code) => {
  const silent = {
    src: "https://cdn.example/cuelight.js",
    blocked: false,
    refused: false,
    status: 0,
    ...facts,
  }
  expect(nameSilence({ type: "snippet-silent", ...silent }, page)[0]).toBe(code)
})

test("a page without encryption may ask without encryption, and an address that is none is nobody's", () => {
  const plain = "http://shop.example/"
  expect(nameMapTrouble({ type: "page-map-failed", url: `${plain}map`, status: 0 }, plain)[0]).toBe(
    "map-unreachable",
  )
  expect(nameMapTrouble({ type: "page-map-failed", url: "::", status: 0 }, plain)[0]).toBe("map-not-shared")
})

test("a map is not taken for a web page because it speaks of one", () => {
  expect(isWebPage("# <html>\ncuelight: 1")).toBe(false)
  expect(isWebPage('{"cuelight": 1, "name": "<html>"}')).toBe(false)
  expect(isWebPage("<header>")).toBe(false)
  expect(isWebPage(" <HTML>")).toBe(true)
})
