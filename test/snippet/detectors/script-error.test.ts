// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { scriptError } from "../../../snippet/detectors/script-error"
import { ERROR_PUSH } from "../../../snippet/script-errors"
import { openPage, watchDetector } from "../watch-detector"

const start = () => {
  openPage("/vase", "")
  return watchDetector(scriptError)
}
const fail = (error: unknown, init: ErrorEventInit = {}) =>
  dispatchEvent(
    new ErrorEvent("error", {
      error,
      message: `Uncaught ${error}`,
      filename: "https://shop.example/app.js?token=x",
      lineno: 7,
      ...init,
    }),
  )

test("an error with where it was and what the browser says of it", () => {
  const { sightings } = start()
  fail(new TypeError("Cannot read properties of undefined (reading 'price')"))
  expect(sightings).toMatchObject([
    {
      name: "js_error",
      props: {
        message: "TypeError: Cannot read properties of undefined (reading 'price')",
        file: "https://shop.example/app.js?token=removed",
        line: 7,
      },
    },
  ])
})

test("each once a visit", () => {
  const { sightings, visit } = start()
  fail(new TypeError("x is not a function"))
  fail(new TypeError("x is not a function"))
  expect(sightings).toHaveLength(1)
  visit()
  fail(new TypeError("x is not a function"))
  expect(sightings).toHaveLength(2)
})

test("a page that throws without end is told ten times", () => {
  const { sightings } = start()
  for (let index = 0; index < 50; index++) fail(new TypeError(`x${index} is not a function`))
  expect(sightings).toHaveLength(10)
})

test("what the page's own code says may be anybody's data: only its kind is told", () => {
  const { sightings } = start()
  fail(new Error("no such customer: Anna, 4111111111111111"))
  fail("Anna again")
  fail(new SyntaxError('"Anna" is not valid JSON'))
  fail(new TypeError('anna@mail.example 4111111111111111 "Anna" is not iterable'))
  expect(sightings.map(({ props }) => props?.message)).toEqual([
    "Error",
    "SyntaxError",
    "TypeError: … … … is not iterable",
  ])
  expect(JSON.stringify(sightings.map(({ props }) => props))).not.toMatch(/anna|4111/i)
})

test("a promise that nobody catches", () => {
  const { sightings } = start()
  const event = Object.assign(new Event("unhandledrejection"), {
    reason: new RangeError("Invalid array length"),
  })
  dispatchEvent(event)
  expect(sightings[0]?.props?.message).toBe("RangeError: Invalid array length")
})

test("what the tap hands over is told too, no more of it than of what is heard, and rubbish is not", () => {
  const { sightings, push } = start()
  const thrown = { message: "Uncaught", lineno: "7", stack: "at Anna" }
  push([ERROR_PUSH, { ...thrown, name: "ReferenceError", words: "x is not defined" }])
  push([ERROR_PUSH, { ...thrown, name: "Error", words: "no such customer: Anna" }])
  push([ERROR_PUSH, { ...thrown, name: "TypeError", words: "x", filename: "moz-extension://abc/x.js" }])
  for (const value of [[ERROR_PUSH], [ERROR_PUSH, null], ["event", "js_error"], null]) push(value)
  push([ERROR_PUSH, { message: { toString: null }, words: ["Anna"] }])
  expect(sightings.map(({ props }) => props)).toEqual([
    { message: "ReferenceError: x is not defined" },
    { message: "Error" },
  ])
})

test.each([
  ["an extension's error", () => fail(new TypeError("x"), { filename: "chrome-extension://abc/x.js" })],
  ["a picture that is missing", () => document.body.dispatchEvent(new Event("error"))],
  [
    "the browser's own complaint about layout",
    () => fail(null, { message: "ResizeObserver loop limit exceeded" }),
  ],
  ["a request that was given up", () => fail(Object.assign(new Error("x"), { name: "AbortError" }))],
])("%s is no error of the page", (_title, run) => {
  const { sightings } = start()
  run()
  expect(sightings).toEqual([])
})
