// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { formAbandon } from "../../../snippet/detectors/form-abandon"
import { openPage, watchDetector } from "../watch-detector"

const start = (form: string) => {
  openPage("/contact", form)
  const watched = watchDetector(formAbandon)
  const type = (selector: string) =>
    document.querySelector(selector)!.dispatchEvent(new Event("input", { bubbles: true, composed: true }))
  return { ...watched, type }
}
const contact = `<form id="contact"><input name="email" value="typed"><input name="text"></form>`

test("a form that was begun and left, with where it ended", () => {
  const { type, leave, sightings } = start(contact)
  type("[name=email]")
  type("[name=text]")
  leave(false)
  expect(sightings).toEqual([])
  leave()
  leave()
  expect(sightings).toMatchObject([
    { name: "form_abandon", source: "form", props: { form_id: "contact", last_field: "text" } },
  ])
  expect(JSON.stringify(sightings)).not.toContain("typed")
})

test("a form that was sent, and one that was not touched, are not abandoned", () => {
  const { type, leave, sightings } = start(contact)
  leave()
  type("[name=email]")
  document.querySelector("form")!.dispatchEvent(new SubmitEvent("submit", { bubbles: true }))
  leave()
  expect(sightings).toEqual([])
})

test.each([
  ["a search", `<form role="search"><input name="q"></form>`],
  ["a cart", `<form action="/cart/add"><input name="quantity"></form>`],
  ["a field without a form", `<input name="x">`],
])("%s is no form that one abandons", (_title, form) => {
  const { type, leave, sightings } = start(form)
  type("input")
  leave()
  expect(sightings).toEqual([])
})
