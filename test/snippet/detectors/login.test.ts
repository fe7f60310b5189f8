// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { login } from "../../../snippet/detectors/login"
import { openPage, watchDetector } from "../watch-detector"

const send = (form: string) => {
  openPage("/page", form)
  const { sightings } = watchDetector(login)
  const sent = document.querySelector("form")!
  const submitter = sent.querySelector<HTMLElement>("button")
  sent.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }))
  return sightings
}

test.each([
  [
    "a password that is known",
    `<form><input type="email"><input type="password" autocomplete="current-password"><button>Go</button></form>`,
  ],
  [
    "one password",
    `<form action="/account"><input name="user"><input type="password"><button>Войти</button></form>`,
  ],
])("%s", (_title, form) => {
  expect(send(form)).toMatchObject([{ name: "login", source: "form", props: { method: "form" } }])
})

test.each([
  [
    "a registration",
    `<form class="register"><input type="email"><input type="password"><button>Register</button></form>`,
  ],
  ["a forgotten password", `<form action="/lost-password"><input type="email"><button>Reset</button></form>`],
  ["a contact form", `<form><input type="email"><textarea></textarea><button>Send</button></form>`],
])("%s is none", (_title, form) => expect(send(form)).toEqual([]))
