// @vitest-environment happy-dom
import { readdirSync } from "node:fs"
import { expect, it } from "vitest"
import { fitsPattern } from "../../extension/page/webmail/fits-pattern"
import { findWebmail, webmails } from "../../extension/page/webmail/registry"
import { compilePattern } from "../../shared/engine/pattern"
import { openInbox } from "./open-inbox"

it("every reader has a line, and its file's name for an id", () => {
  const files = readdirSync("extension/page/webmail/readers").map((name) => name.replace(/\.ts$/, ""))
  expect(webmails.map(({ id }) => id).sort()).toEqual(files.sort())
  const tests = readdirSync("test/webmail/readers").map((name) => name.replace(/\.test\.ts$/, ""))
  expect(tests.sort()).toEqual(files)
})

it("takes no other page for a webmail", () => {
  for (const address of ["https://shop.example/", "https://mail.example/inbox", "https://google.com/mail"])
    expect(findWebmail(openInbox(address, "<table><tr class=zA></tr></table>"))).toBeNull()
})

it("patterns mean what they mean in the map", () => {
  const patterns = ["", "*", "*cart*", "cart", "c?rt*", "*a*b*c", "You left * items", "**", "?", "*ваза"]
  const texts = ["", "cart", "My CART is", "c", "aXbXc", "abcb", "you left 2 items", "Ваза", "carts"]
  for (const pattern of patterns)
    for (const text of texts)
      expect([pattern, text, fitsPattern(pattern, text)]).toEqual([
        pattern,
        text,
        compilePattern(pattern, { ignoreCase: true })(text),
      ])
})
