// @vitest-environment happy-dom
import { act, createElement } from "react"
import { afterEach, expect, it } from "vitest"
import { viewIds } from "../../extension/panel/views"
import { Tour } from "../../extension/tour/tour"
import { clear, click, draw } from "../overlay/draw"
import { drawPanel } from "../panel/draw-view"
import { answerView } from "../panel/journey"
import { full } from "../panel/journeys"

afterEach(clear)

const read = (element: Element | null) => (element?.textContent ?? "").replace(/\s+/g, " ")
/** What changes a journey, or leads to what does. */
const changing = /watch this|слежу|Mute|Connect|Allow and read|Assign|I got it|New visitor|Keep this visitor/

it("a journey that is only shown offers nothing that would change it, and does not say that it records", async () => {
  const { host } = draw(
    createElement(Tour, {
      begin: Date.UTC(2026, 10, 22, 12),
      language: "en",
      first: 4,
      choose: () => {},
      reach: () => {},
      leave: () => {},
    }),
  )
  await act(async () => {})
  let seen = ""
  for (const view of viewIds) {
    const tab = host.querySelector<HTMLElement>(`#tab-${view}`)
    if (tab) click(tab)
    await act(async () => {})
    expect(host.querySelector("[role=tabpanel]")?.getAttribute("data-view")).toBe(view)
    seen += read(host.querySelector("[role=tabpanel]"))
  }
  expect(seen).not.toMatch(changing)
  expect(seen).not.toMatch(/Recording works|watches this page/)
  expect(seen).toContain("Nothing is recorded here")
  expect(read(host.querySelector("header .cue-health"))).toBe("Nothing is recorded here")

  // A live one offers all of it.
  let live = ""
  for (const view of viewIds) live += read(drawPanel(await answerView(view, full)).view())
  for (const each of ["watch this", "Mute", "Connect", "Allow and read", "Assign", "New visitor"])
    expect(live).toContain(each)
  expect(live).toContain("Recording works")
})

it("the made-up shop calls its vase as its language does, on the page and in the journey", async () => {
  const { host } = draw(
    createElement(Tour, {
      begin: Date.UTC(2026, 10, 22, 12),
      language: "ru",
      first: 2,
      choose: () => {},
      reach: () => {},
      leave: () => {},
    }),
  )
  await act(async () => {})
  expect(read(host.querySelector("figure"))).toContain("Синяя ваза")
  expect(read(host)).not.toContain("Blue vase")
})
