// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { cart } from "../../../snippet/detectors/cart"
import { cartFurther } from "../../../snippet/detectors/cart-further"
import { openPage, press, watchDetector } from "../watch-detector"

const button = `<h1>Wazon</h1><button type="button">Dodaj do koszyka</button>`

test("is called cart-further", () => expect(cartFurther.name).toBe("cart-further"))

test("does not match by itself; what cart does not know it knows afterwards", () => {
  openPage("/wazon", button)
  const { sightings } = watchDetector(cart)
  press("button")
  expect(sightings).toEqual([])
  const further = watchDetector(cartFurther)
  press("button")
  expect(sightings).toHaveLength(1)
  expect(further.sightings).toEqual([])
})
