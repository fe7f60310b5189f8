import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { stub } from "../../snippet/stub"

test("the README prints the stub that is tested", () => {
  expect(readFileSync("README.md", "utf8")).toContain(`<script>${stub}</script>`)
})
