import { statSync } from "node:fs"
import { describe, expect, test } from "vitest"

const size = (script: string) => statSync(`extension/build/chrome-mv3-prod/page/${script}`).size

describe("what is put into a page", () => {
  test("before the overlay is shown: at most 12,000 bytes", () => {
    expect(size("bridge.js") + size("tap.js")).toBeLessThanOrEqual(12_000)
  })

  test("the overlay's place: at most 10,500 bytes more", () => {
    expect(size("place.js")).toBeLessThanOrEqual(10_500)
  })
})
