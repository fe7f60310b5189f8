// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest"
import { awaitHeir, type Estate, listOf, succeed } from "../../extension/page/succession"

afterEach(() => vi.unstubAllGlobals())

const estate: Estate = { recorded: [{ id: "a" }], fromSnippet: [{ id: "b" }], told: [{ id: "c" }] }
const cutOff = (is: boolean) => vi.stubGlobal("chrome", { runtime: is ? {} : { id: "extension" } })

test("a copy that is cut off gives what it has to the one that comes", async () => {
  cutOff(true)
  awaitHeir(() => estate)
  const given = await new Promise((take) => succeed(take))
  expect(given).toEqual(estate)
})

test("a copy that is not cut off gives nothing to a page that pretends to bring another", () => {
  cutOff(false)
  const give = vi.fn(() => estate)
  awaitHeir(give)
  succeed(() => {})
  expect(give).not.toHaveBeenCalled()
  cutOff(true)
  document.dispatchEvent(new Event("cuelight:heir"))
})

test("what a page answers in its place is a list, whatever it is", () => {
  for (const value of [undefined, null, 7, "x", {}, [1]]) expect(Array.isArray(listOf(value))).toBe(true)
  expect(listOf(undefined)).toEqual([])
  expect(listOf([1, 2])).toEqual([1, 2])
})
