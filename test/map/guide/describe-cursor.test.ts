import { describe, expect, it } from "vitest"
import { describeCursor } from "../../../shared/map/guide/describe-cursor"
import { readStarterText } from "../../starter-maps/read-starter"

/** What is said where `|` stands. */
function at(marked: string) {
  const offset = marked.indexOf("|")
  return describeCursor(marked.replace("|", ""), offset)
}
const keysAt = (marked: string) => at(marked)?.keys.map(({ key }) => key) ?? []
const valuesAt = (marked: string) => at(marked)?.values.map(({ value }) => value) ?? []

const SCENARIO = "channels: { email: {}, push: {} }\nscenarios:\n  - id: cart\n"

describe("while one writes", () => {
  it.each([
    ["an empty text", "|", "timeZone"],
    ["a new line", "cuelight: 1\n|", "timeZone"],
    ["a key half written", "cuelight: 1\ntime|", "timeZone"],
    ["an indented empty line", `${SCENARIO}    |\n`, "trigger"],
    ["a key before others", `${SCENARIO}    tri|\n    steps: []\n`, "trigger"],
    ["a key within braces", `${SCENARIO}    trigger: { event: a, wi| }\n`, "without"],
    ["braces just opened", `${SCENARIO}    trigger: { |\n`, "inactive"],
    ["a value that could be an object", `${SCENARIO}    audience: |\n`, "segment"],
    ["a list item just begun", `${SCENARIO}    steps:\n      - |\n`, "channel"],
    ["a quoted key of JSON", '{ "cuelight": 1, "ti|" }', "timeZone"],
  ])("keys in %s", (_what, marked, key) => {
    expect(keysAt(marked)).toContain(key)
  })

  it.each([
    ["after a colon", `${SCENARIO}    steps:\n      - channel: |\n`, ["email", "push"]],
    ["half written", `${SCENARIO}    steps: [{ channel: em| }]\n`, ["email", "push"]],
    [
      "of a list",
      `${SCENARIO}    steps: [{ days: [mon, |] }]\n`,
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    ],
    [
      "with a broken line above",
      "stages: *nowhere\nchannels:\n  email: { status: | }\n",
      ["live", "planned", "missing"],
    ],
  ])("values %s", (_what, marked, values) => {
    expect(valuesAt(marked)).toEqual(values)
  })

  it("the word that a proposal replaces", () => {
    const found = at("cuelight: 1\ntime|Zo: UTC\n")
    expect(found).toMatchObject({ part: "key", path: [], from: 12, to: 18 })
    expect(at("currency: |")).toMatchObject({ part: "value", path: ["currency"], from: 10, to: 10 })
  })

  it("a key that is hovered over", () => {
    expect(at("cuelight: 1\ntime|Zone: UTC\n")?.description).toMatch(/^IANA zone/)
    expect(at("timeZone: U|TC\n")?.description).toMatch(/^IANA zone/)
    expect(at("cuelight: 1\nchan|nels: {}\n")?.description).toMatch(/^The means/)
  })

  it("nothing in a comment, and nothing of what is unknown", () => {
    expect(at("cuelight: 1 # com|ment\n")).toBeNull()
    expect(at("x: { any: | }\n")).toMatchObject({ keys: [], values: [] })
  })
})

describe("names of the map and of the site", () => {
  const MAP = `${SCENARIO}    trigger: { event: size_chosen, `
  const rules =
    "touchpoints:\n  - { event: size_chosen, on: click, selector: b, props: { shoe_size: { text: i } } }\n"
  const seen = {
    events: { fitting_room: ["room", "items.sku", "__proto__", "a b"] },
    traits: ["loyalty.level"],
  }
  const told = (marked: string) => {
    const offset = marked.indexOf("|")
    const place = describeCursor(marked.replace("|", ""), offset, "en", seen)
    return {
      keys: place?.keys.map(({ key }) => key) ?? [],
      values: place?.values.map(({ value }) => value) ?? [],
    }
  }

  it("events: those of the site first, then those of the field", () => {
    const { values } = told(`${rules}${SCENARIO}    exit: [|]\n`)
    expect(values.slice(0, 2)).toEqual(["size_chosen", "fitting_room"])
    expect(values).toContain("purchase")
  })

  it("paths of the event that a filter is about", () => {
    expect(told(`${rules}${MAP}where: { | } }\n`).keys).toEqual(
      expect.arrayContaining(["shoe_size", "page.url"]),
    )
    expect(told(`${rules}${MAP}where: { | } }\n`).keys).not.toContain("room")
    expect(told(`${SCENARIO}    trigger: { event: fitting_room, where: { ro| } }\n`).keys).toContain("room")
    expect(told(`${SCENARIO}    trigger: { event: purchase, where: { | } }\n`).keys).toContain(
      "transaction_id",
    )
    expect(told(`${SCENARIO}    trigger: { event: fitting_room, per: | }\n`).values.slice(0, 2)).toEqual([
      "room",
      "items.sku",
    ])
  })

  it("ids where a filter names parts of the map, traits where a trait is asked for", () => {
    const filter = `${SCENARIO}    exit: [{ event: message_opened, where: { channel: | } }]\n`
    expect(told(filter).values).toEqual(["email", "push"])
    expect(told(`${SCENARIO}    audience: { trait: | }\n`).values).toEqual(
      expect.arrayContaining(["loyalty.level", "email"]),
    )
  })

  it("but none that could not be written as it is", () => {
    const { keys } = told(`${SCENARIO}    trigger: { event: fitting_room, where: { | } }\n`)
    expect(keys).not.toContain("a b")
  })
})

it("never fails, wherever the cursor stands and the text ends", () => {
  const text = readStarterText("loyalty")
  for (let offset = 0; offset < 3_000; offset += 97) {
    expect(() => describeCursor(text, offset)).not.toThrow()
    expect(() => describeCursor(text.slice(0, offset), offset)).not.toThrow()
  }
  for (const hostile of [
    "[".repeat(5_000),
    "*a",
    "&a [*a]",
    "\t- {",
    "? [a",
    "a: !!x 1",
    "\ue000",
    "%",
    "---\n---",
  ])
    expect(() => describeCursor(hostile, hostile.length)).not.toThrow()
})
