import { describe, expect, it } from "vitest"
import { findPath, findPlace } from "../../extension/options/editor/yaml-place"

/** `|` is the cursor. */
function place(marked: string) {
  const cursor = marked.indexOf("|")
  const found = findPlace(marked.replace("|", ""), cursor)
  return found && { path: found.path.join("."), writes: found.writes, word: [found.from, found.to] }
}

function at(marked: string) {
  const found = place(marked)
  return found && `${found.writes} ${found.path}`
}

describe("the place of the cursor in a map", () => {
  it("is a key of the map where a line begins", () => {
    expect(at("cuelight: 1\nst|")).toBe("key ")
    expect(at("cuelight: 1\n|\nid: x")).toBe("key ")
    expect(at("cuelight: 1\nstages:\n  - id: a\n    wh|\n  - id: b")).toBe("key stages.0")
    expect(at("channels:\n  email:\n    cost: 1\n    st|")).toBe("key channels.email")
  })

  it("is a key or a value where nothing stands yet", () => {
    expect(at("stages:\n  - id: a\n    when:\n      |")).toBe("either stages.0.when")
    expect(at("scenarios:\n  - |")).toBe("either scenarios.0")
    expect(at("exit:\n  - complaint\n  - mess|")).toBe("either exit.1")
  })

  it("is a value after a colon", () => {
    expect(at("scenarios:\n  - steps:\n    - { id: x, channel: em| }")).toBe(
      "value scenarios.0.steps.0.channel",
    )
    expect(at("stages:\n  - id: a\n    when: { event: |}")).toBe("value stages.0.when.event")
    expect(at("timeZone: Eur|\nid: x")).toBe("value timeZone")
  })

  it("is a key in braces", () => {
    expect(at("stages:\n  - { id: a, wh| }")).toBe("key stages.0")
    expect(at("channels: { email: { st|")).toBe("key channels.email")
  })

  it("leaves what is being written out of the document, and knows its word", () => {
    const text = "id: x\nstages:\n  - id: a\n    whe\n"
    const found = findPlace(text, text.indexOf("whe") + 3)
    expect(found?.root).toEqual({ id: "x", stages: [{ id: "a" }] })
    expect(text.slice(found?.from, found?.to)).toBe("whe")
  })

  it("is nowhere in a comment, and in what no parser reads", () => {
    expect(at("id: x # st|")).toBeNull()
    expect(at("# |")).toBeNull()
    expect(place(`${"a: 1\n".repeat(80_000)}|`)).toBeNull()
  })

  it("never throws, wherever the cursor stands in a broken text", () => {
    for (const text of [
      "{[}: - &a *b |>\n\t!!x ? :",
      "a: &x [*x, *x]\nb: *x",
      "- - -\n  - : :",
      "%YAML 9\n---\n",
    ])
      for (let cursor = 0; cursor <= text.length; cursor++) {
        expect(() => findPlace(text, cursor)).not.toThrow()
        expect(() => findPath(text, cursor)).not.toThrow()
      }
  })
})

describe("what stands at an offset", () => {
  const text = "channels:\n  email: { cost: 1 }\nstages:\n  - id: first # the first\n"
  const path = (word: string) => findPath(text, text.indexOf(word) + 1)?.path.join(".") ?? null

  it("is the path of the key or the value there", () => {
    expect(path("email")).toBe("channels.email")
    expect(path("cost")).toBe("channels.email.cost")
    expect(path("first")).toBe("stages.0.id")
    expect(path("stages")).toBe("stages")
  })

  it("is nothing in a comment", () => {
    expect(path("# the")).toBeNull()
  })
})
