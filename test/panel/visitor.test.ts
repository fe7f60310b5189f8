// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest"
import { noLens } from "../../extension/panel/state"
import { readLens } from "../../extension/worker/panel/read-lens"
import { latestPerson, takeEvent } from "../../extension/worker/site-journey"
import { beginVisitor, forgetVisitor, saveVisitor, switchVisitor } from "../../extension/worker/visitors"
import { clear, click } from "../overlay/draw"
import { drawPanel } from "./draw-view"
import { answerView, hourMs, loadJourney, noon, tell } from "./journey"
import { full } from "./journeys"

afterEach(clear)

describe("a new visitor", () => {
  it("begins anew at once, and the one before can be had back", async () => {
    const loaded = loadJourney(full)
    const before = latestPerson(loaded)
    beginVisitor(loaded.record, "a-fresh", before, noon)
    expect(latestPerson(loaded)).toBe("a-fresh")
    const fresh = await answerView("visitor", loaded)
    expect(fresh.state.known).toBeNull()
    expect(fresh.head.stage).toBeNull()
    expect(fresh.state.saved).toEqual([{ person: before, name: "", savedAt: noon, current: false }])

    // What the new one does is a journey of its own.
    takeEvent(loaded, tell("view_item", noon + 5, {}, { person: "a-fresh" }))
    const begun = await answerView("visitor", loaded, { now: noon + 10 })
    expect(begun.state.known).toMatchObject({ ids: ["a-fresh"], events: 1 })

    expect(switchVisitor(loaded.record, before ?? "", latestPerson(loaded), noon + 20)).toBe(true)
    const back = await answerView("visitor", loaded, { now: noon + 30 })
    expect(back.state.known?.events).toBeGreaterThan(5)
    expect(back.state.saved.map(({ person, current }) => [person, current])).toEqual([
      ["a-fresh", false],
      [before, true],
    ])
    expect(loaded.record.visitor).toMatchObject({ person: before, session: "" })
  })

  it("without a journey before saves nobody, and nobody unknown is switched to", () => {
    const { record } = loadJourney({ events: [] })
    beginVisitor(record, "a-1", null, 1)
    expect(record.savedVisitors).toBeUndefined()
    expect(switchVisitor(record, "a-9", null, 2)).toBe(false)
    saveVisitor(record, "a-1", "  Loyal  ", 3)
    saveVisitor(record, "a-1", "Loyal one", 4)
    expect(record.savedVisitors).toEqual([{ person: "a-1", name: "Loyal one", savedAt: 4 }])
    forgetVisitor(record, "a-1")
    expect(record.savedVisitors).toEqual([])
  })
})

describe("a trait", () => {
  it("that the recorder did not write is said to be known, and a pretended one is as it was pretended", async () => {
    const events = [tell("identify", noon - hourMs, { email: "removed", first_name: "Anna" })]
    const drawn = drawPanel(await answerView("visitor", { events }))
    expect(drawn.text()).toContain("E-mail addressknown, not recorded")
    expect(drawn.text()).toContain("Anna")
    expect(drawn.text()).not.toContain("removed")
    clear()
    const lens = { at: null, pretended: [{ name: "identify", at: noon, props: { email: "removed" } }] }
    expect(drawPanel(await answerView("visitor", { events }, { lens })).text()).toContain("removed")
  })
})

describe("what is pretended of a visitor", () => {
  it("is a segment, for this panel alone and marked", async () => {
    const loaded = loadJourney(full)
    const { state } = await answerView("visitor", loaded)
    const one = state.segments.find(({ holds }) => !holds)
    if (!one) throw new Error("Everything holds")
    const lens = { ...noLens, segments: { [one.id]: true } }
    const pretended = await answerView("visitor", loaded, { lens })
    expect(pretended.state.segments.find(({ id }) => id === one.id)).toMatchObject({
      holds: true,
      pretended: true,
    })
    const panel = drawPanel(pretended)
    expect(panel.text()).toContain("Pretended: 1 segment")
    click(panel.button("Discard"))
    expect(panel.asked.lenses).toEqual([noLens])
    expect((await answerView("visitor", loaded)).state.segments).toEqual(state.segments)
  })

  it("is a trait, marked", async () => {
    const lens = { ...noLens, pretended: [{ name: "identify", at: noon - hourMs, props: { city: "Riga" } }] }
    const { state } = await answerView("visitor", full, { lens })
    expect(state.traits).toContainEqual({ key: "city", value: "Riga", pretended: true })
    expect(state.traits).toContainEqual({ key: "email", value: "anna@mail.example", pretended: false })
  })

  it("comes in a message, and what cannot be used of it is left out", () => {
    expect(readLens({ segments: { vip: true, leaving: "yes" } })).toEqual({
      ...noLens,
      segments: { vip: true },
    })
    expect(readLens({ segments: ["vip"] })).toEqual(noLens)
    expect(readLens({ segments: {} })).toEqual(noLens)
  })
})

describe("the view of the visitor", () => {
  it("says who this is, and acts", async () => {
    const panel = drawPanel(await answerView("visitor", full))
    expect(panel.text()).toMatch(/Here since .* events/)
    click(panel.button("New visitor"))
    expect(panel.asked.actions).toEqual([{ type: "new" }])
  })

  it("of a saved audit only shows", async () => {
    const given = await answerView("visitor", full)
    const panel = drawPanel({ ...given, head: { ...given.head, still: true } })
    expect(panel.text()).not.toContain("New visitor")
  })

  it("speaks Russian", async () => {
    expect(drawPanel(await answerView("visitor", full, { language: "ru" })).text()).toContain(
      "Новый посетитель",
    )
  })
})
