import { describe, expect, it } from "vitest"
import { NOT_UTF8, startDecoding } from "../../shared/cli/decode-text"
import { BadInput } from "../../shared/cli/shell"

const encode = (text: string) => new TextEncoder().encode(text)

/** The text of these bytes, in portions of a size. */
function decode(bytes: Uint8Array, size = bytes.length): string {
  const decoding = startDecoding("log")
  let text = ""
  for (let from = 0; from < bytes.length; from += size) text += decoding.push(bytes.slice(from, from + size))
  return text + decoding.end()
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2 + 2))
  for (const [index, unit] of [0xfeff, ...text.split("").map((unit) => unit.charCodeAt(0))].entries())
    bytes.setUint16(index * 2, unit, littleEndian)
  return new Uint8Array(bytes.buffer)
}

const TEXT = "a ж € 😀 b\r\nжжж\n😀"

describe("text", () => {
  it.each([1, 2, 3, 5, 7, 1_000])("in UTF-8, in portions of %i bytes", (size) => {
    expect(decode(encode(TEXT), size)).toBe(TEXT)
  })

  it.each([true, false])("in UTF-16 with a mark (little endian: %s)", (little) => {
    for (const size of [1, 3, 100]) expect(decode(utf16(TEXT, little), size)).toBe(TEXT)
  })

  it("with nothing in it, or nearly", () => {
    expect(decode(new Uint8Array())).toBe("")
    expect(decode(encode("{}"))).toBe("{}")
  })

  it("with bytes that are no UTF-8: only their line is broken", () => {
    const latin = new Uint8Array([...encode("ж \ufffd\n"), 0x4d, 0xfc, 0x6c, 0x0a, ...encode("ж")])
    for (const size of [1, 4, 100]) expect(decode(latin, size)).toBe(`ж \ufffd\nM${NOT_UTF8}l\nж`)
  })

  it("cut off within a character", () => {
    expect(decode(encode("ab €").slice(0, -1))).toBe(`ab ${NOT_UTF8}`)
  })
})

describe("what is no text is refused with what to do", () => {
  it.each([
    ["a spreadsheet", [0x50, 0x4b, 0x03, 0x04, 0, 0], "a spreadsheet is one too"],
    ["Parquet", [0x50, 0x41, 0x52, 0x31, 0, 0], "export it as JSON"],
    ["zstd", [0x28, 0xb5, 0x2f, 0xfd, 0, 0], "zstd -dc"],
    ["UTF-32", [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0], "save it as UTF-8"],
    ["UTF-16 without a mark", [...utf16("abc", true).slice(2)], "save it as UTF-8"],
  ])("%s", (_what, bytes, said) => {
    expect(() => decode(new Uint8Array(bytes))).toThrow(BadInput)
    expect(() => decode(new Uint8Array(bytes))).toThrow(said)
  })
})
