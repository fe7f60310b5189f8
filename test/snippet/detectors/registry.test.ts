import { readdirSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"
import { coreDetectors } from "../../../snippet/registry"
import { embeddedDetectors } from "../../../snippet/registry-embedded"
import { experienceDetectors } from "../../../snippet/registry-experience"
import { formsDetectors } from "../../../snippet/registry-forms"
import { moreDetectors } from "../../../snippet/registry-more"
import { notesDetectors } from "../../../snippet/registry-notes"
import { rulesDetectors } from "../../../snippet/registry-rules"
import { shopDetectors } from "../../../snippet/registry-shop"

const detectors = [
  ...coreDetectors,
  ...moreDetectors,
  ...notesDetectors,
  ...formsDetectors,
  ...rulesDetectors,
  ...experienceDetectors,
  ...shopDetectors,
]

const files = (folder: string, end: string) =>
  readdirSync(resolve(import.meta.dirname, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => name.slice(0, -end.length))
    .sort()

test("every file in the folder is a detector of a registry, under its own name", () => {
  expect(detectors.map(({ name }) => name).sort()).toEqual(files("../../../snippet/detectors", ".ts"))
})

test("every detector has a test", () => {
  const tested = files(".", ".test.ts")
  for (const { name } of detectors) expect(tested).toContain(name)
})

test("no detector is there twice", () => {
  expect(new Set(detectors).size).toBe(detectors.length)
})

test("the extension's recorder runs them all, but the one that reads products by the book", () => {
  expect(embeddedDetectors).toEqual(detectors.filter(({ name }) => name !== "plain-product"))
})
