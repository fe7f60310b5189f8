// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { signUp } from "../../../snippet/detectors/sign-up"
import { openPage, watchDetector } from "../watch-detector"

const send = (form: string) => {
  openPage("/page", form)
  const { sightings } = watchDetector(signUp)
  const sent = document.querySelector("form")!
  const submitter = sent.querySelector<HTMLElement>("button")
  sent.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter }))
  return sightings
}

test.each([
  [
    "a new password",
    `<form><input name="a" type="email"><input type="password" autocomplete="new-password"><button>Go</button></form>`,
  ],
  [
    "a password twice",
    `<form><input type="email"><input type="password"><input type="password"><button>Go</button></form>`,
  ],
  [
    "a button that says so",
    `<form><input type="email"><input type="password"><button>Create account</button></form>`,
  ],
  [
    "a Russian button",
    `<form><input type="email"><input type="password"><button>Зарегистрироваться</button></form>`,
  ],
  [
    "an address that says so",
    `<form action="/register"><input type="email"><input type="password"><button>Weiter</button></form>`,
  ],
  [
    "no password at all",
    `<form action="/sign-up"><input type="email"><input name="name"><button>Start</button></form>`,
  ],
])("%s", (_title, form) => {
  expect(send(form)).toMatchObject([{ name: "sign_up", source: "form", props: { method: "form" } }])
})

test.each([
  [
    "a login",
    `<form action="/login"><input type="email"><input type="password"><button>Sign in</button></form>`,
  ],
  [
    "a password that is changed",
    `<form><input type="password" autocomplete="current-password"><input type="password" autocomplete="new-password"><button>Save</button></form>`,
  ],
  [
    "a password that is changed, old style",
    `<form><input type="password" name="old"><input type="password" name="new"><input type="password" name="again"><button>Save</button></form>`,
  ],
  ["a newsletter", `<form action="/newsletter"><input type="email"><button>Sign up</button></form>`],
  ["a search", `<form action="/search"><input name="q"><button>Go</button></form>`],
])("%s is none", (_title, form) => expect(send(form)).toEqual([]))

test("what is typed is never told", () => {
  expect(
    JSON.stringify(
      send(
        `<form><input type="email" value="anna@mail.example"><input type="password" autocomplete="new-password" value="secret7"><button>Go</button></form>`,
      ).map(({ props }) => props),
    ),
  ).not.toMatch(/anna|secret7/)
})
