import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import { innerNames } from "../../snippet/inner-names"

const read = (path: string) => readFileSync(resolve(import.meta.dirname, "../..", path), "utf8")
const isMember = (name: string, text: string) =>
  new RegExp(`^\\s*(?:readonly |(?:get|set) )?["']?${name}["']?\\??\\s*[(:<]`, "m").test(text)

test("what the tag carries as letters is a property of nothing that a browser has", () => {
  const browser = read("node_modules/terser/tools/domprops.js")
  expect(browser).toContain('"addEventListener"')
  expect(innerNames.filter((name) => browser.includes(`"${name}"`))).toEqual([])
})

test("nor of anything that leaves the recorder: events, options, methods, stored entries, messages, what replay is given", () => {
  const outside = [
    "shared/event.ts",
    "snippet/module.ts",
    "snippet/segment-message.ts",
    "snippet/replay/start-replay.ts",
    "snippet/replay.ts",
    "snippet/identity.ts",
  ]
    .map(read)
    .join("\n")
  expect(isMember("person", outside)).toBe(true)
  expect(innerNames.filter((name) => isMember(name, outside))).toEqual([])
  const [, entry = ""] = /interface Entry \{([^}]*)\}/.exec(read("snippet/journal.ts")) ?? []
  expect(isMember("unsent", entry)).toBe(true)
  expect(innerNames.filter((name) => isMember(name, entry))).toEqual([])
})
