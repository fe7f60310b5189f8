import { describe, expect, it } from "vitest"
import { cleanText, cutMiddle } from "../../extension/words/shown-text"
import { hostileTexts } from "./harness/hostile-fixtures"

describe("text of a page", () => {
  it("is kept as it is where it is harmless", () => {
    for (const text of [
      "Blue vase",
      "Синяя ваза",
      "مزهرية",
      "花瓶",
      "50 % off!",
      "a<b & c>d",
      "👩‍👩‍👧 family",
    ])
      expect(cutMiddle(text, 40)).toBe(text)
  })

  it("loses what would change the text around it", () => {
    expect(cleanText(hostileTexts.bidi)).toBe("gnp.exe safe name")
    expect(cleanText(hostileTexts.lines)).toBe("one two three four")
    expect(cleanText("\uD800lone")).toBe("lone")
    expect(cleanText("\u200D\u200D")).toBe("")
    expect(cleanText("  \u200B \n ")).toBe("")
  })

  it("has no towers of accents", () => {
    expect(cleanText(hostileTexts.stacked).match(/\p{M}/gu)?.length).toBeLessThanOrEqual(3)
  })

  it("is cut in the middle, between characters as a reader counts them", () => {
    expect(cutMiddle("abcdefghij", 10)).toBe("abcdefghij")
    expect(cutMiddle("abcdefghijk", 10)).toBe("abcde…hijk")
    expect(cutMiddle("Blue vase, hand-made, 30 cm", 16)).toBe("Blue vas…, 30 cm")
    const family = "👩‍👩‍👧‍👦"
    expect(cutMiddle(family.repeat(20), 5)).toBe(`${family}${family}…${family}${family}`)
  })

  it("is never looked at as a whole when it is endless", () => {
    expect(cleanText("x".repeat(2_000_000)).length).toBeLessThanOrEqual(2_001)
    expect(cutMiddle(`start ${"e\u0301\u202E ".repeat(500_000)} end`, 30)).toMatch(/^start .*….* end$/)
  })

  it("never grows", () => {
    for (const text of Object.values(hostileTexts))
      for (const most of [3, 10, 40]) {
        const shown = Array.from(new Intl.Segmenter().segment(cutMiddle(text, most)))
        expect(shown.length).toBeLessThanOrEqual(most)
      }
  })
})
