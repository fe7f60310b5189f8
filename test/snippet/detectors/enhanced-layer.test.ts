// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { enhancedLayer } from "../../../snippet/detectors/enhanced-layer"
import { openPage, watchDetector } from "../watch-detector"

function tell(push: unknown) {
  openPage("/", "")
  const watched = watchDetector(enhancedLayer)
  watched.push(push)
  return watched.sightings.map(({ name, props, source }) => ({ name, props, source }))
}

test("is called enhanced-layer", () => expect(enhancedLayer.name).toBe("enhanced-layer"))

test("matches Yandex.Metrica's purchase", () => {
  const purchase = {
    actionField: { id: "T-1", revenue: "39,00" },
    products: [{ id: 7, name: "Vase", price: "39" }],
  }
  expect(tell({ ecommerce: { currencyCode: "RUB", purchase } })).toEqual([
    {
      name: "purchase",
      source: "data-layer",
      props: {
        transaction_id: "T-1",
        value: 39,
        currency: "RUB",
        items: [{ item_id: "7", item_name: "Vase", price: 39 }],
      },
    },
  ])
})

test("does not match what the other dialects say", () => {
  expect(tell({ event: "purchase", ecommerce: { transaction_id: "T-1" } })).toEqual([])
  expect(tell(["event", "purchase", { transaction_id: "T-1" }])).toEqual([])
  expect(tell({ event: "gtm.js" })).toEqual([])
})
