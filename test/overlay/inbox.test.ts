// @vitest-environment happy-dom
import { createElement } from "react"
import { afterEach, expect, it } from "vitest"
import { InboxOverlay } from "../../extension/inbox/inbox-overlay"
import type { InboxAction, InboxState } from "../../extension/inbox/state"
import { clear, click, draw } from "./draw"
import { inboxes } from "./harness/inbox-fixtures"

afterEach(clear)

function show(name: string, more: Partial<InboxState> = {}) {
  const asked: InboxAction[] = []
  const create = inboxes[name]
  if (!create) throw new Error(`There is no inbox ${name}`)
  const state = { ...create(Date.now(), more.language ?? "en"), ...more }
  const { host } = draw(
    createElement(InboxOverlay, { state, act: (action) => void asked.push(action), refresh: () => {} }),
  )
  return {
    host,
    asked,
    text: () => (host.textContent ?? "").replace(/\s+/g, " "),
    cues: () =>
      [...host.querySelectorAll<HTMLElement>("[data-cue=followup]")].map(
        ({ dataset }) => `${dataset.cueId} ${dataset.cueStatus}`,
      ),
    button: (name: RegExp) =>
      [...host.querySelectorAll("button")].find((each) =>
        name.test(each.getAttribute("aria-label") ?? each.textContent ?? ""),
      )!,
  }
}

it("says which expected mail is not there yet, and which has come", () => {
  const { cues, text } = show("waiting")
  expect(cues()).toEqual([
    "abandoned-cart/email missed",
    "welcome/email due",
    "digest/email scheduled",
    "order/email sent",
    "promo/email should-not-have",
  ])
  expect(text()).toContain("Not here yet3")
  expect(text()).toMatch(/should not have/)
})

it("says when nothing is expected, when all has come, and when it sees only a part", () => {
  expect(show("nothing").text()).toContain("No mail is expected here now")
  clear()
  expect(show("all-here").text()).toContain("All that was due is here.")
  clear()
  expect(show("waiting", { isWhole: false }).text()).toContain("Only a part of the inbox")
  clear()
  expect(show("waiting", { webmail: null }).text()).toContain("Open the inbox.")
  clear()
  expect(show("waiting", { unknowable: ["Nameless"] }).text()).toContain(
    "Cannot be told from other mail: “Nameless”",
  )
})

it("is made small, and opened again", () => {
  const { button, text, host } = show("waiting")
  click(button(/Make small/))
  expect(text()).toBe("3 not here2 arrived")
  click(host.querySelector(".cue-pill")!)
  expect(text()).toContain("Not here yet")
})

it("stops after it has asked", () => {
  const { button, asked } = show("waiting")
  click(button(/Stop reading/))
  expect(asked.filter(({ type }) => type === "stop")).toEqual([])
  click(button(/^Stop$/))
  expect(asked.filter(({ type }) => type === "stop")).toHaveLength(1)
})

it("is Russian in Russian, and shows hostile names as text", () => {
  expect(show("waiting", { language: "ru" }).text()).toContain("Ждём здесь")
  clear()
  const { host } = show("hostile")
  expect(host.querySelector("script, img, iframe")).toBeNull()
})
