import { defineDetector } from "../detector"
import { findMain } from "../main-product"
import { readJsonLd } from "../markup/json-ld"
import { readMicrodata } from "../markup/microdata"
import { readOpenGraph } from "../markup/opengraph"
import { watchProducts } from "../watch-products"

/** The product that the page is about, from schema.org (JSON-LD, microdata) and OpenGraph, as shops really write them. */
export const product = defineDetector({
  name: "product",
  start: watchProducts((complain) => {
    const found = [findMain(readJsonLd(complain)), findMain(readMicrodata()), readOpenGraph()].filter(
      (one) => one !== undefined,
    )
    // Services and categories call themselves products as well, for the stars in search results: nobody sells them by number.
    return found.some(({ price, availability, id }) => (price ?? availability ?? id) !== undefined)
      ? found
      : []
  }),
})
