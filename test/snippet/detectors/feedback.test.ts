// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { feedback } from "../../../snippet/detectors/feedback"
import { openPage, press, watchDetector } from "../watch-detector"

const buttons = (first: number, last: number) =>
  Array.from(
    { length: last - first + 1 },
    (_, index) => `<button type="button" id="s${first + index}">${first + index}</button>`,
  ).join("")
const radios = (last: number) =>
  Array.from(
    { length: last },
    (_, index) =>
      `<label><input type="radio" name="rate" id="r${index + 1}" value="${index + 1}"> ${index + 1}</label>`,
  ).join("")
const start = (body: string) => {
  openPage("/thanks", body)
  return watchDetector(feedback).sightings
}
const send = () => document.querySelector("form")!.dispatchEvent(new SubmitEvent("submit", { bubbles: true }))

test.each([
  ["How likely are you to recommend us to a friend?"],
  ["Wie wahrscheinlich ist es, dass Sie uns empfehlen?"],
  ["Порекомендуете ли вы нас друзьям?"],
])("%s is nps", (question) => {
  const sightings = start(`<div><p>${question}</p><div>${buttons(0, 10)}</div></div>`)
  press("#s9")
  expect(sightings).toMatchObject([{ name: "nps", source: "button", props: { score: 9 } }])
})

test("a scale that is part of a form counts when the form is sent, with the last answer", () => {
  const sightings = start(
    `<form><h2>How satisfied are you with our service?</h2>${radios(5)}<textarea>typed</textarea><button>Send</button></form>`,
  )
  press("#r2")
  press("#r4")
  expect(sightings).toEqual([])
  send()
  send()
  expect(sightings).toMatchObject([{ name: "csat", source: "form", props: { score: 4 } }])
  expect(JSON.stringify(sightings.map(({ props }) => props))).not.toContain("typed")
})

test("a second press on the same scale changes one's mind and is no second answer", () => {
  const sightings = start(`<div class="csat-widget">${buttons(1, 5)}</div>`)
  press("#s1")
  press("#s5")
  expect(sightings).toHaveLength(1)
})

test.each([
  ["pages of a list", `<nav class="pages">${buttons(1, 8)}</nav>`],
  ["sizes", `<div><p>Choose your size, you will be satisfied</p>${buttons(32, 44)}</div>`],
  ["stars of a review", `<form><h3>Write a review: how satisfied are you?</h3>${buttons(1, 5)}</form>`],
  ["a calendar", `<div><p>When did you experience it?</p>${buttons(1, 31)}</div>`],
])("%s: no feedback", (_title, body) => {
  const sightings = start(body)
  document.querySelector<HTMLElement>("button")!.click()
  if (document.querySelector("form")) send()
  expect(sightings).toEqual([])
})
