import { CompletionContext } from "@codemirror/autocomplete"
import { EditorState } from "@codemirror/state"
import { describe, expect, it } from "vitest"
import { explainAt, listRemarks, proposeFor } from "../../extension/options/editor/map-assistance"
import { listSeen } from "../../extension/worker/list-seen"
import { parseMap } from "../../shared/domain"

const seen = { events: { fitting_room: ["room"] }, traits: [] }

/** What is proposed where `|` stands, asked for by hand. */
function proposed(marked: string, language: "en" | "ru" = "en") {
  const offset = marked.indexOf("|")
  const state = EditorState.create({ doc: marked.replace("|", "") })
  return proposeFor(language, seen)(new CompletionContext(state, offset, true))?.options ?? []
}
const labels = (marked: string) => proposed(marked).map(({ label }) => label)

describe("the editor proposes", () => {
  it("events that this site has told, and their paths", () => {
    expect(labels("scenarios:\n  - id: a\n    trigger: { event: | }\n")).toContain("fitting_room")
    expect(labels("scenarios:\n  - id: a\n    trigger: { event: fitting_room, where: { | } }\n")).toContain(
      "room",
    )
  })

  it("a whole scenario or step where one begins, and nowhere else", () => {
    const isWhole = (label: string) => /^(scenario|step):/.test(label)
    expect(labels("scenarios:\n  - |\n").filter(isWhole)).toHaveLength(3)
    expect(labels("scenarios:\n  - id: a\n    steps:\n      - |\n").filter(isWhole)).toHaveLength(2)
    for (const elsewhere of [
      "scenarios:\n  - id: a\n    |\n",
      "stages:\n  - |\n",
      "scenarios:\n  - id: a\n    exit:\n      - |\n",
      "|",
    ])
      expect(labels(elsewhere).filter(isWhole), elsewhere).toEqual([])
  })

  it("in the reader's language", () => {
    const [first] = proposed("scenarios:\n  - |\n", "ru").filter(({ label }) => label.startsWith("scenario:"))
    expect(first?.info).toMatch(/[а-я]/)
  })

  it("what a key means, to who points at it", () => {
    expect(explainAt("timeZone: UTC\n", 3, "en")).toMatch(/^IANA zone/)
    expect(explainAt("# timeZone\n", 4, "en")).toBeNull()
  })
})

it("an error says where it is and what would do", () => {
  const [first] = listRemarks("cuelight: 1\nid: a\nname: A\ntimeZone: Moscow\nstages: [{ id: s }]\n", "en")
  expect(first).toMatchObject({ severity: "error", line: 4, path: "timeZone" })
  expect(first?.message).toContain("Europe/Moscow")
})

describe("what the sites have told", () => {
  it("is names and paths, never values", () => {
    const event = { id: "e", at: 1, person: "p", source: "page" }
    const props = { value: 5, items: [{ item_id: "secret", options: { color: "red" } }] }
    const told = listSeen([
      { ...event, name: "fitting_room", props },
      { ...event, name: "identify", props: { email: "a@b.example", loyalty: { level: 2 } } },
    ])
    expect(told.events.fitting_room).toEqual(["value", "item_id", "options.color"])
    expect(told.traits).toEqual(["email", "loyalty.level"])
    expect(JSON.stringify(told)).not.toMatch(/secret|red|a@b/)
  })

  it("is bounded, whatever a page has told", () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({
      id: String(index),
      name: `n${index}`,
      at: 1,
      person: "p",
      source: "page",
      props: Object.fromEntries(
        Array.from({ length: 200 }, (__, key) => [`k${key}`, { a: { b: { c: { d: 1 } } } }]),
      ),
    }))
    const told = listSeen(many)
    expect(Object.keys(told.events)).toHaveLength(300)
    expect(Math.max(...Object.values(told.events).map((paths) => paths.length))).toBeLessThanOrEqual(40)
  })
})

it("what a snippet writes is a map without errors", () => {
  const whole = proposed("scenarios:\n  - |\n").filter(({ label }) => label.startsWith("scenario:"))
  const texts: string[] = []
  for (const { apply } of whole) {
    if (typeof apply !== "function") throw new Error("a snippet is applied")
    const before = "scenarios:\n  - "
    let state = EditorState.create({ doc: before })
    const view = {
      get state() {
        return state
      },
      dispatch(transaction: { state: EditorState }) {
        state = transaction.state
      },
    }
    apply(view as never, whole[0] as never, before.length, before.length)
    texts.push(state.doc.toString())
  }
  expect(texts).toHaveLength(3)
  for (const text of texts) {
    const head = `cuelight: 1
id: m
name: M
timeZone: UTC
stages: [{ id: s }]
segments: [{ id: reader, when: { event: message_opened } }]
channels: { email: {}, push: {} }
`
    expect(parseMap(head + text).problems).toEqual([])
  }
})
