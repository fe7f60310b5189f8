// @vitest-environment happy-dom
import { act } from "react"
import { afterEach, describe, expect, it } from "vitest"
import { filterRows, newestFirst, noFilter } from "../../extension/panel/events/filter-rows"
import { addPortion } from "../../extension/panel/events/use-event-log"
import type { EventRow, EventsState } from "../../extension/panel/states/events"
import { clear, click } from "../overlay/draw"
import { drawPanel } from "./draw-view"
import { answerView, loadJourney, noon, tell } from "./journey"

afterEach(clear)

const cart = { currency: "EUR", value: 39, items: [{ item_id: "v-1", item_name: "Blue vase", price: "39" }] }
const bought = { transaction_id: "T-1", value: 39, currency: "EUR", items: [] }
const journey = () =>
  loadJourney({
    events: [
      tell("page_view", noon - 5_000),
      tell("add_to_cart", noon - 4_000, cart, { gesture: null, source: "data-layer+button" }),
      tell("purchase", noon - 3_000, bought, { source: "api" }),
      tell("purchase", noon - 2_000, bought, { source: "api" }),
    ],
  })

describe("what the worker tells of the log", () => {
  it("is every event with its remarks and marks", async () => {
    const { state } = await answerView("events", journey())
    expect(state.rows.map(({ event, remarks }) => [event.name, remarks.map(({ code }) => code)])).toEqual([
      ["page_view", []],
      ["add_to_cart", ["amount-as-text"]],
      ["purchase", ["missing-items"]],
      ["purchase", ["missing-items"]],
    ])
    expect(Object.values(state.marks).sort()).toEqual(["duplicate", "phantom"])
  })

  it("is only what came since, and everything when the journey was read anew", async () => {
    const loaded = journey()
    const first = await answerView("events", loaded)
    const question = { epoch: first.state.epoch, from: 3 }
    expect((await answerView("events", loaded, { question })).state.rows).toHaveLength(1)
    expect((await answerView("events", loaded, { question: { ...question, from: 99 } })).state.from).toBe(0)
    expect((await answerView("events", journey(), { question })).state.rows).toHaveLength(4)
    expect((await answerView("events", loaded, { question: "nonsense" })).state.rows).toHaveLength(4)
  })

  it("comes in portions", async () => {
    const events = Array.from({ length: 2_500 }, (_, index) => tell("page_view", noon - 5_000 + index))
    const loaded = loadJourney({ events })
    const first = (await answerView("events", loaded)).state
    expect([first.rows.length, first.total]).toEqual([1_000, 2_500])
    const question = { epoch: first.epoch, from: 2_000 }
    expect((await answerView("events", loaded, { question })).state.rows).toHaveLength(500)
  })
})

const row = (id: string, at: number, more: Partial<EventRow["event"]> = {}): EventRow => ({
  event: { id, name: "page_view", at, person: "somebody", source: "page", ...more },
  title: null,
  value: null,
  currency: null,
  remarks: [],
})
const portion = (more: Partial<EventsState>): EventsState => ({
  epoch: "x",
  from: 0,
  rows: [],
  total: 9,
  marks: {},
  pretended: [],
  ...more,
})

describe("the log of the view", () => {
  const rows = [row("a", 1), row("b", 3), row("c", 3)]

  it("grows by what follows, once", () => {
    const log = addPortion({ epoch: "", rows: [] }, portion({ rows }))
    const more = portion({ from: 3, rows: [row("d", 4)] })
    const grown = log && addPortion(log, more)
    expect(grown?.rows).toHaveLength(4)
    expect(grown && addPortion(grown, more)).toBe(grown)
  })

  it("begins anew with another reading, and asks again where a portion is missing", () => {
    const log = { epoch: "x", rows }
    expect(addPortion(log, portion({ epoch: "y", rows: [row("z", 1)] }))?.rows).toHaveLength(1)
    expect(addPortion(log, portion({ from: 5, rows: [row("z", 1)] }))).toBeNull()
    expect(addPortion(log, portion({ epoch: "y", from: 2 }))).toBeNull()
  })

  it("is shown newest first, the later of one instant on top", () => {
    expect(newestFirst(rows).map(({ event }) => event.id)).toEqual(["c", "b", "a"])
  })

  it("is searched in all that an event carries, but not in its ids", () => {
    const all = [
      row("needle", 1),
      row("b", 2, { props: { items: [{ item_name: "Blue NEEDLE" }] } }),
      row("c", 3, { source: "json-ld+button", name: "view_item" }),
    ]
    const found = (more: object, marks = {}) =>
      filterRows(all, { ...noFilter, ...more }, marks).map(({ event }) => event.id)
    expect(found({ query: "needle blue" })).toEqual(["b"])
    expect(found({ query: "needle red" })).toEqual([])
    expect(found({ source: "button" })).toEqual(["c"])
    expect(found({ name: "view_item" })).toEqual(["c"])
    expect(found({ onlyRemarks: true }, { b: "phantom" })).toEqual(["b"])
    expect(found({ onlyRemarks: true })).toEqual([])
  })
})

describe("the view of events", () => {
  it("says what to do where there is none", async () => {
    const panel = drawPanel(await answerView("events", { events: [] }))
    expect(panel.text()).toContain("No events yet.")
  })

  it("is paused, cleared and searched without losing anything", async () => {
    const panel = drawPanel(await answerView("events", journey()))
    expect(panel.text()).toContain("4 of 4")
    click(panel.button("Pause"))
    expect(panel.button("Go on").getAttribute("aria-pressed")).toBe("true")
    click(panel.button("Clear the view"))
    expect(panel.text()).toContain("4 earlier events are hidden. Nothing was erased.")
    expect(panel.text()).toContain("No event fits.")
    click(panel.button("Show all again"))
    expect(panel.text()).toContain("4 of 4")
    const box = panel.host.querySelector<HTMLInputElement>("input[type=checkbox]")
    act(() => box?.click())
    expect(panel.text()).toContain("3 of 4")
  })

  it("asks for what comes next once it has the portion", async () => {
    const panel = await answerView("events", journey())
    const drawn = drawPanel(panel)
    expect(drawn.asked.questions).toEqual([{ epoch: panel.state.epoch, from: 4 }])
  })

  it("speaks Russian", async () => {
    const panel = drawPanel(await answerView("events", journey(), { language: "ru" }))
    expect(panel.text()).toContain("4 из 4")
    expect(panel.text()).toContain("Только с замечаниями")
  })
})
