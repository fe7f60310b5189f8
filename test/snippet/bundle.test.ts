import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { brotliCompressSync, constants } from "node:zlib"
import { beforeAll, describe, expect, test } from "vitest"
import { version } from "../../shared/version"
import { buildBundle, buildChunk } from "./build-bundle"

const compress = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

// A busy machine builds longer than a test may take.
beforeAll(() => buildBundle("snippet"), 120_000)

// With room for the mark of the build, eight other characters each time.
describe("bytes, brotli-11", () => {
  test.each([
    ["snippet", 7_000],
    ["more", 6_800],
    ["rules", 2_630],
    ["notes", 3_800],
    ["shop", 15_320],
    ["forms", 3_300],
    ["setup", 1_070],
    ["experience", 5_670],
    ["replay", 22_900],
    ["embedded", 30_980],
    ["tap", 2_150],
  ] as const)("%s stays within its budget of %d", async (mode, budget) => {
    const size = compress(await buildBundle(mode))
    console.log(`${mode}: ${size} of ${budget} bytes`)
    expect(size).toBeLessThanOrEqual(budget)
  })
})

test("both files that every page loads stay within 14,000", async () => {
  const [first, second] = await Promise.all([buildBundle("snippet"), buildBundle("more")])
  expect(compress(first) + compress(second)).toBeLessThanOrEqual(14_000)
})

test.each([
  "snippet",
  "more",
  "rules",
  "shop",
  "forms",
  "setup",
  "experience",
  "replay",
  "embedded",
  "tap",
] as const)("%s runs under a strict policy: no code from text", async (mode) => {
  expect(await buildBundle(mode)).not.toMatch(/\beval\(|new Function|innerHTML|document\.write/)
})

test("zod is in no bundle that a page loads", async () => {
  for (const mode of [
    "snippet",
    "more",
    "rules",
    "shop",
    "setup",
    "experience",
    "replay",
    "embedded",
    "tap",
  ] as const)
    expect(await buildBundle(mode)).not.toMatch(/zod|ZodError/)
})

test("the version is the package's", () => {
  const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../package.json"), "utf8"))
  expect(version).toBe(manifest.version)
})

test("nothing of the script tag is loaded twice: the second file takes from the first what both need", async () => {
  const [first, second] = await Promise.all([buildChunk("snippet"), buildChunk("more")])
  const twice = Object.entries(second.modules).filter(
    ([id, { code }]) =>
      first.modules[id]?.renderedLength &&
      code?.replace(/^\s*(\/\/.*|var \w+ = CORE\[\d+\];|var \w+ = (\(\) => \{\}|Date\.now);)$/gm, "").trim(),
  )
  expect(twice.map(([id]) => id)).toEqual([])
})

test.each(["more", "notes", "rules", "shop", "forms", "setup", "experience"] as const)(
  "%s gets all that it takes from the first file",
  async (mode) => {
    expect(await buildBundle(mode)).not.toMatch(/\b(CORE|EXTEND)\b/)
  },
)
