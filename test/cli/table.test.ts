import { expect, test } from "vitest"
import { cutMiddle, writeTable } from "../../shared/report/table"

test("a long name is cut in the middle, and a short one is not", () => {
  expect(cutMiddle("abcdefghij", 10)).toBe("abcdefghij")
  expect(cutMiddle("abcdefghijk", 10)).toBe("abcde…hijk")
  // By letters, and not in the middle of one.
  expect(cutMiddle("🙂🙂🙂🙂", 3)).toBe("🙂…🙂")
})

test("no cell is wider than 48 letters, and none moves the cursor", () => {
  const [, row] = writeTable(["name", "note"], [["x".repeat(500), "a\u001b[2Jb"]], false).split("\n")
  expect(row?.match(/x+…x+/)?.[0]).toHaveLength(48)
  expect(row).toContain("a·[2Jb")
})

test("nothing that a log calls something makes a second line or turns the writing", () => {
  const names = [
    "a\u2028b",
    "a\u2029b",
    "a\u202eb",
    "a\u061cb",
    "a\u2066b",
    "a\u0085b",
    "a\ud800b",
    "a\u009b2Jb",
    "a\r\nb",
  ]
  const lines = writeTable(
    ["name"],
    names.map((name) => [name]),
    false,
  ).split("\n")
  expect(lines.slice(1, -1).map((line) => line.trim())).toEqual([
    "a·b",
    "a·b",
    "a·b",
    "a·b",
    "a·b",
    "a·b",
    "a·b",
    "a·2Jb",
    "a··b",
  ])
  expect(writeTable(["name"], [["пара 👨‍👩‍👧 می‌خواهم"]], false)).toContain("пара 👨‍👩‍👧 می‌خواهم")
})

test("without rows there is no table", () => {
  expect(writeTable(["name"], [], false)).toBe("")
})
