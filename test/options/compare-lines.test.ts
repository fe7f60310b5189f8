import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareLines, cutToChanges } from "../../extension/options/editor/compare-lines"
import "../property-seed"

const show = (before: string, after: string) =>
  compareLines(before, after).map(({ kind, text }) => `${{ same: " ", gone: "-", new: "+" }[kind]}${text}`)

describe("what has become of a text", () => {
  it("is told line by line", () => {
    expect(show("a\nb\nc", "a\nB\nc\nd")).toEqual([" a", "-b", "+B", " c", "+d"])
    expect(show("a\nb", "b\na")).toEqual(["-a", " b", "+a"])
    expect(show("", "")).toEqual([" "])
    expect(show("x ", "x")).toEqual(["-x ", "+x"])
  })

  it("has the numbers of both texts", () => {
    expect(compareLines("a\nb\nc", "b\nc").map(({ old, now }) => [old, now])).toEqual([
      [1, null],
      [2, 1],
      [3, 2],
    ])
  })

  it("holds both texts whole, whatever they are", () => {
    const text = fc.array(fc.constantFrom("a", "b", "", "c: 1")).map((lines) => lines.join("\n"))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = compareLines(before, after)
        const side = (left: string) =>
          lines
            .filter(({ kind }) => kind !== left)
            .map((line) => line.text)
            .join("\n")
        expect(side("new")).toBe(before)
        expect(side("gone")).toBe(after)
      }),
    )
  })

  it("does not take long where everything is different", () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join("\n")
    expect(compareLines(text("a"), text("b"))).toHaveLength(40_000)
  })

  it("is shown with the lines around, once each", () => {
    const lines = compareLines("1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\nx\n4\n5\n6\n7\n8\ny")
    const pieces = cutToChanges(lines, 1).map((piece) => piece.map(({ text }) => text).join(""))
    expect(pieces).toEqual(["23x4", "89y"])
    expect(cutToChanges(compareLines("a", "a"), 1)).toEqual([])
    expect(cutToChanges(lines, 9).flat()).toEqual(lines)
  })
})
