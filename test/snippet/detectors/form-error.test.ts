// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { formError } from "../../../snippet/detectors/form-error"
import { openPage, watchDetector } from "../watch-detector"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const start = (body: string) => {
  openPage("/contact", body)
  return watchDetector(formError).sightings
}
const refuse = (selector: string) =>
  document.querySelector(selector)!.dispatchEvent(new Event("invalid", { cancelable: true }))
const send = () =>
  document
    .querySelector("form")!
    .dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }))

test("what the browser refuses is one event with the names of the fields", async () => {
  const sightings = start(
    `<form id="contact"><input name="email" value="typed"><input name="phone" value="typed"></form>`,
  )
  refuse("[name=email]")
  refuse("[name=phone]")
  await vi.runAllTimersAsync()
  expect(sightings).toMatchObject([
    { name: "form_error", source: "form", props: { form_id: "contact", fields: ["email", "phone"] } },
  ])
  expect(JSON.stringify(sightings)).not.toContain("typed")
})

test("a second attempt is a second event", async () => {
  const sightings = start("<form><input name=email></form>")
  refuse("input")
  await vi.runAllTimersAsync()
  refuse("input")
  await vi.runAllTimersAsync()
  expect(sightings).toHaveLength(2)
})

test("what the page itself complains of after sending", async () => {
  const sightings = start(`<form><p><input name="email"></p><p><input name="ok"></p></form>`)
  addEventListener("submit", (event) => event.preventDefault(), { once: true })
  send()
  document.querySelector("input")!.setAttribute("aria-invalid", "true")
  await vi.runAllTimersAsync()
  expect(sightings.map(({ props }) => props?.fields)).toEqual([["email"]])
})

test.each([
  ["a form that is sent", () => undefined],
  ["a form that goes away", () => document.querySelector("form")!.remove()],
  [
    "an empty place for errors",
    () => document.querySelector("form")!.insertAdjacentHTML("beforeend", `<p class="error"></p>`),
  ],
])("%s has no error", async (_title, run) => {
  const sightings = start("<form><input name=email></form>")
  send()
  run()
  await vi.runAllTimersAsync()
  expect(sightings).toEqual([])
})
