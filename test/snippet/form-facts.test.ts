// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { readFormFacts } from "../../snippet/form-facts"
import { readFormMeaning } from "../../snippet/form-meaning"
import { readCarried } from "../../snippet/read-carried"
import { restoreForm } from "../../snippet/restore-form"
import { openPage } from "./watch-detector"

/** The form of an earlier page, from what it left. */
function carry(submitter?: Element): HTMLFormElement {
  const elements = readFormFacts(document.forms[0]!, submitter)
  return restoreForm(JSON.parse(JSON.stringify({ at: 1, form: {}, elements })))
}

const mail = `<input type="email" name="email">`
test.each([
  ["an account", `<form><h2>Create account</h2>${mail}<input type="password"><button>Go</button></form>`],
  [
    "a visit to it",
    `<form action="/in">${mail}<input type="password" autocomplete="current-password"></form>`,
  ],
  ["a newsletter", `<div class="newsletter"><form>${mail}<button>OK</button></form></div>`],
  ["one by its button's value", `<form>${mail}<input type="submit" value="Подписаться"></form>`],
  [
    "one of a shop system",
    `<form><input type="hidden" name="form_type" value="customer_newsletter">${mail}<input type="submit"></form>`,
  ],
  ["a lead", `<form>${mail}<input type="tel" name="phone"><textarea name="note"></textarea></form>`],
  [
    "a password that is changed",
    `<form><input type="password"><input type="password"><input type="password"></form>`,
  ],
  ["a comment", `<form class="comment-form">${mail}<textarea name="text"></textarea></form>`],
])("what %s leaves means the same on the next page", (_what, body) => {
  openPage("/", body)
  const meaning = readFormMeaning(document.forms[0]!)
  openPage("/next", `<main>${body}</main>`)
  expect(readFormMeaning(carry())).toBe(meaning)
})

test("the button that was pressed counts", () => {
  openPage(
    "/",
    `<form>${mail}<input name="a"><button>Send</button><button id="join">Subscribe</button></form>`,
  )
  expect(readFormMeaning(carry(document.querySelector("#join")!))).toBe("newsletter")
  expect(readFormMeaning(carry())).toBe("lead")
})

test("nothing that was typed or filled in, and bounded", () => {
  openPage(
    "/",
    `<form><input type="email" name="email" value="planted-a"><input type="hidden" name="token" value="planted-b">
     <textarea name="t">planted-c</textarea><select name="s"><option value="planted-d" selected>planted-e</option></select>
     <p contenteditable>planted-f</p><button value="planted-g">Send</button>${`<input name="n">`.repeat(500)}</form>`,
  )
  document.querySelector("textarea")!.value = "planted-h"
  document.querySelector("input")!.value = "planted-i"
  const facts = readFormFacts(document.forms[0]!, null)
  expect(JSON.stringify(facts)).not.toContain("planted")
  expect(facts.length).toBeLessThan(110)
})

test("whoever has written it, what comes back is a form and nothing that runs", () => {
  const odd = [["script", "alert(1)", "x"], ["<img>", null], [7, 7], [], ["form", "", { a: 1 }]]
  const { elements } = { elements: odd as never }
  expect(() => restoreForm({ at: 1, form: {}, elements })).not.toThrow()
})

test("is carried as what it means, or as nothing; what is known already stays as it is", async () => {
  const put = () => {}
  const read = (text: string | null) => readCarried({ put, take: () => text }).take()
  openPage("/", `<form class="newsletter">${mail}<button>Subscribe</button></form>`)
  const elements = readFormFacts(document.forms[0]!, null)
  const form = { form_id: "news" }
  expect(JSON.parse((await read(JSON.stringify({ at: 5, form, elements })))!)).toMatchObject({
    name: "generate_lead",
    at: 5,
    props: { form_id: "news", lead_source: "newsletter" },
  })
  openPage("/", `<form><input name="note"></form>`)
  expect(
    await read(JSON.stringify({ at: 5, form, elements: readFormFacts(document.forms[0]!, null) })),
  ).toBeUndefined()
  expect(await read(`{"name":"login"}`)).toBe(`{"name":"login"}`)
  expect(await read(null)).toBeNull()
})
