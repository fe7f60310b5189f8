import { readFileSync, statSync } from "node:fs"
import { describe, expect, test } from "vitest"

const size = (script: string) => statSync(`extension/build/chrome-mv3-prod/page/${script}`).size

describe("what is put into a page", () => {
  test("before the overlay is shown: at most 12,000 bytes", () => {
    expect(size("knock.js") + size("bridge.js") + size("tap.js")).toBeLessThanOrEqual(12_000)
  })

  test("the overlay's place: at most 10,500 bytes more", () => {
    expect(size("place.js")).toBeLessThanOrEqual(10_500)
  })
})

/** Read anew with every page: what is in it that a first picture can do without costs each time. */
test("the overlay's document: at most 20,000 bytes, one script of at most 400,000, and no other file", () => {
  const page = readFileSync("extension/build/chrome-mv3-prod/tabs/overlay.html", "utf8")
  expect(page.length).toBeLessThanOrEqual(20_000)
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path)
  expect(files).toEqual([expect.stringMatching(/^\/tabs\/overlay\.\w+\.js$/)])
  expect(statSync(`extension/build/chrome-mv3-prod${files[0]}`).size).toBeLessThanOrEqual(400_000)
})
