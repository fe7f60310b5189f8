// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { sentForm } from "../../snippet/detectors/sent-form"
import { stubTimeline } from "./stub-timeline"
import { openPage, watchDetector } from "./watch-detector"

let answer: ReturnType<typeof stubTimeline>
beforeEach(() => {
  vi.useFakeTimers()
  answer = stubTimeline()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
const pass = (seconds = 10) => vi.advanceTimersByTimeAsync(seconds * 1_000)

describe("what a script sends without a submit", () => {
  const login = `<form><input type="email" id="mail"><input type="password" id="secret"><button type="button" class="toggle" aria-label="Show password">Show</button><button id="go">Log in</button></form>`
  const news = `<div class="newsletter"><h3>News</h3><div><input type="email" id="mail"><a role="button" href="#" id="go">Subscribe</a></div></div>`
  /** Fills what is to be filled and presses; the page's script keeps the browser from sending. */
  async function press(body: string, { filled = true, asks = true, status = 200, on = "#go" } = {}) {
    openPage("/page", body)
    const { sightings } = watchDetector(sentForm)
    for (const field of document.querySelectorAll<HTMLInputElement>("[type=email],[type=password]"))
      field.value = filled ? "planted-secret" : ""
    const control = document.querySelector<HTMLElement>(on)!
    control.addEventListener("click", (event) => event.preventDefault())
    control.click()
    await pass(1)
    if (asks) answer({ name: `${location.origin}/api`, responseStatus: status, initiatorType: "fetch" })
    await pass()
    expect(JSON.stringify(sightings)).not.toContain("planted-secret")
    return sightings.map(({ name, props }) => [name, props?.lead_source].filter(Boolean).join(" "))
  }

  test.each([
    ["a form whose button's click is kept from the browser", login, "login"],
    ["a button that is none of the form's", login.replace(' id="go"', ' id="go" type="button"'), "login"],
    ["no form at all", news, "generate_lead newsletter"],
  ])("%s", async (_title, body, told) => {
    expect(await press(body)).toEqual([told])
  })

  test.each([
    ["nothing is filled in", login, { filled: false }],
    ["the site was asked for nothing", login, { asks: false }],
    ["the site refused", login, { status: 401 }],
    ["another button was pressed", login, { on: ".toggle" }],
    [
      "the browser's own button is there",
      login.replace('aria-label="Show password">Show', ">Use a code"),
      { on: ".toggle" },
    ],
    ["nothing tells what it is for", news.replace(/news(letter)?|Subscribe/gi, "Go"), {}],
    [
      "what is filled in is of a form that stands beside",
      news.replace(/(<input[^>]*>)/, "<form>$1</form>"),
      {},
    ],
  ])("nothing, where %s", async (_title, body, how) => {
    expect(await press(body, how)).toEqual([])
  })
})

test("a form that asks for the address alone makes an account where accounts are", async () => {
  const form = `<form class="register"><input type="email" name="email"><button>Register</button></form>`
  const tell = async (address: string) => {
    openPage(address, form)
    const { sightings } = watchDetector(sentForm)
    document
      .querySelector("form")!
      .dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }))
    document.querySelector("form")!.remove()
    await pass()
    return sightings.map(({ name }) => name)
  }
  expect(await tell("/page")).toEqual([])
  expect(await tell("/my-account/")).toEqual(["sign_up"])
})
