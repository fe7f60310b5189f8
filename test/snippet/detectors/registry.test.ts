import { readdirSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import { commonDetectors, embeddedDetectors } from "../../../snippet/registry"

const files = (folder: string, end: string) =>
  readdirSync(resolve(import.meta.dirname, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => name.slice(0, -end.length))
    .sort()

test("every file in the folder is a detector of the registry, under its own name", () => {
  expect(embeddedDetectors.map(({ name }) => name).sort()).toEqual(files("../../../snippet/detectors", ".ts"))
})

test("every detector has a test", () => {
  const tested = files(".", ".test.ts")
  for (const { name } of embeddedDetectors) expect(tested).toContain(name)
})

test("no detector is there twice", () => {
  expect(new Set(embeddedDetectors).size).toBe(embeddedDetectors.length)
})

test("the extension runs everything that the script tag runs", () => {
  for (const detector of commonDetectors) expect(embeddedDetectors).toContain(detector)
})
