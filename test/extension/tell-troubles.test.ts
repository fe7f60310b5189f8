import { beforeEach, expect, test, vi } from "vitest"
import { tellTroubles } from "../../extension/page/tell-troubles"

let told: object[]

beforeEach(() => {
  told = []
  vi.stubGlobal("chrome", { runtime: { sendMessage: async (message: object) => void told.push(message) } })
})

const problem = (code: string, detail: string | null) => ({ type: "problem", code, detail })

test("tells once that a trouble holds, and once that it no longer does", () => {
  const troubles = tellTroubles()
  troubles.set("overlay-removed", false)
  expect(told).toEqual([])
  for (const holds of [true, true, false, false]) troubles.set("overlay-removed", holds)
  expect(told).toEqual([problem("overlay-removed", ""), problem("overlay-removed", null)])
})

test("what the person has closed has no trouble any more", () => {
  const troubles = tellTroubles()
  troubles.set("overlay-asleep", true)
  troubles.end()
  troubles.end()
  expect(told.slice(1)).toEqual([problem("overlay-asleep", null)])
})

test("a copy that an update has cut off ends without an error", async () => {
  vi.stubGlobal("chrome", {
    runtime: {
      sendMessage: () => {
        throw new Error("Extension context invalidated.")
      },
    },
  })
  expect(() => tellTroubles().set("overlay-removed", true)).not.toThrow()
})
