import { expect, test, vi } from "vitest"
import { copyPlain } from "../../snippet/plain-copy"

test("keeps plain data", () => {
  const value = { text: "a", list: [1, null, { deep: true }], at: new Date(0) }
  expect(copyPlain(value)).toEqual({
    text: "a",
    list: [1, null, { deep: true }],
    at: "1970-01-01T00:00:00.000Z",
  })
})

test("makes a list of gtag's arguments", () => {
  function gtag(..._values: unknown[]) {
    // biome-ignore lint/complexity/noArguments: what gtag pushes
    return arguments
  }
  expect(copyPlain(gtag("event", "purchase", { value: 1 }))).toEqual(["event", "purchase", { value: 1 }])
})

test("leaves out functions, circles, and keys that could poison an object", () => {
  const value: Record<string, unknown> = { run: () => 1, kept: 1, constructor: 2 }
  value.itself = value
  Object.defineProperty(value, "__proto__", { value: { evil: true }, enumerable: true })
  expect(copyPlain(value)).toEqual({ kept: 1 })
})

test("leaves out a getter that throws, and says so", () => {
  const complain = vi.fn()
  const value = {
    kept: 1,
    get trap(): never {
      throw new Error("boom")
    },
  }
  expect(copyPlain(value, complain)).toEqual({ kept: 1 })
  expect(complain).toHaveBeenCalledOnce()
})

test("is bounded in depth and in size", () => {
  let deep: unknown = "bottom"
  for (let level = 0; level < 100; level++) deep = { deep }
  expect(JSON.stringify(copyPlain(deep)).split("deep").length - 1).toBeLessThanOrEqual(32)
  expect(JSON.stringify(copyPlain({ first: "x".repeat(60_000), second: "y".repeat(60_000) }))).not.toContain(
    "y",
  )
  expect(JSON.stringify(copyPlain(Array.from({ length: 100_000 }, () => ({}))))!.length).toBeLessThan(
    64 * 1024,
  )
})
