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

test("without rows there is no table", () => {
  expect(writeTable(["name"], [], false)).toBe("")
})
