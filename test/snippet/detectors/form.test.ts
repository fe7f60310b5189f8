// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { form } from "../../../snippet/detectors/form"
import { openPage, watchDetector } from "../watch-detector"

const lead = `<form id="lead" name="callback" action="/lead?email=anna@example.com" method="post">
  <input name="email" value="anna@example.com"><input type="password" name="secret" value="hunter2"><textarea name="note">my words</textarea>
  <input type="hidden" name="csrf" value="t0ken"><button>Send</button></form>`

function type(selector: string) {
  document.querySelector(selector)!.dispatchEvent(new Event("input", { bubbles: true }))
}

function send() {
  document
    .querySelector("form")!
    .dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }))
}

test("is called form", () => expect(form.name).toBe("form"))

test("tells the start once a visit, and the submit", () => {
  openPage("/contact", lead)
  const { sightings, visit } = watchDetector(form)
  type("[name=email]")
  type("[name=note]")
  send()
  visit()
  type("[name=email]")
  expect(sightings.map(({ name }) => name)).toEqual(["form_start", "form_submit", "form_start"])
})

test("names the form and its fields as GA4 does", () => {
  openPage("/contact", lead)
  const { sightings } = watchDetector(form)
  send()
  expect(sightings[0]?.props).toEqual({
    form_id: "lead",
    form_name: "callback",
    form_destination: "https://shop.example/lead?email=removed",
    fields: ["email", "secret", "note"],
  })
})

test("never carries a value", () => {
  openPage("/contact", lead)
  const { sightings } = watchDetector(form)
  type("[name=email]")
  send()
  expect(JSON.stringify(sightings.map(({ props }) => props))).not.toMatch(/anna|hunter2|my words|t0ken/)
})

test("does not tell of carts and searches, which are events of their own", () => {
  openPage("/", `<form action="/cart/add"><input name="id"><button>Add to cart</button></form>`)
  const first = watchDetector(form)
  send()
  openPage("/", `<form role="search"><input name="q"></form>`)
  type("[name=q]")
  send()
  expect(first.sightings).toEqual([])
})

test("does not tell of an input outside a form", () => {
  openPage("/", `<input name="alone">`)
  const { sightings } = watchDetector(form)
  type("[name=alone]")
  expect(sightings).toEqual([])
})
