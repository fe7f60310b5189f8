import "../property-seed"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { LogPiece } from "../../shared/log/log-piece"
import { splitLog } from "../../shared/log/split-log"

function cut(...portions: readonly string[]): LogPiece[] {
  const pieces: LogPiece[] = []
  const splitter = splitLog((piece) => pieces.push(piece))
  for (const portion of portions) splitter.push(portion)
  splitter.end()
  return pieces
}

const textsOf = (pieces: readonly LogPiece[]) =>
  pieces.map((piece) => ("text" in piece ? `${piece.line} ${piece.text}` : `${piece.line} ! ${piece.reason}`))

describe("lines", () => {
  test("are numbered as an editor does, blank ones included", () => {
    expect(textsOf(cut('{"a":1}\n\n  \r\n{"a":2}\r\n{"a":3}'))).toEqual([
      '1 {"a":1}',
      '4 {"a":2}',
      '5 {"a":3}',
    ])
  })

  test("a byte order mark belongs to no value, also inside a log of several files", () => {
    expect(textsOf(cut('\ufeff{"a":1}\n\ufeff{"a":2}\n'))).toEqual(['1 {"a":1}', '2 {"a":2}'])
  })

  test("an empty log has none", () => {
    for (const text of ["", "\n\n", "\ufeff", " \r\n "]) expect(cut(text)).toEqual([])
  })

  test("of 64 KiB pass, of one byte more do not, in bytes and not in letters", () => {
    const fits = `"${"я".repeat(32_767)}"`
    const [piece] = cut(`${fits}\n`)
    expect(piece).toMatchObject({ line: 1, text: fits })
    expect(textsOf(cut(`${fits}x\n{"a":1}`))).toEqual(["1 ! a line has at most 64 KiB", '2 {"a":1}'])
  })

  test("a call of gtag is a line although it begins with a bracket", () => {
    expect(textsOf(cut('["event","x",{}]\n[123, "hit", "u"]'))).toEqual([
      '1 ["event","x",{}]',
      '2 [123, "hit", "u"]',
    ])
  })
})

describe("logs that are nearly a list", () => {
  test("have a comma at the end of their lines, or at the beginning", () => {
    for (const log of [
      '{"a":1},\n{"a":2} ,\r\n{"a":3},',
      '{"a":1}\n,{"a":2}\n, {"a":3}',
      '\u001e{"a":1}\n\u001e{"a":2}\n\u001e{"a":3}\n',
    ])
      expect(textsOf(cut(log)), log).toEqual(['1 {"a":1}', '2 {"a":2}', '3 {"a":3}'])
    expect(textsOf(cut('{"a":1},\n,\n{"a":2},,'))).toEqual(['1 {"a":1}', '3 {"a":2},'])
  })

  test("have objects in any layout with nothing or a comma between them, as jq and streams write them", () => {
    const values = [{ a: 1 }, { b: [{ c: 'x"}\\' }] }, {}]
    for (const between of ["", " ", ",", "\n", ",\n", "\n\n"])
      for (const indent of [0, 2]) {
        const pieces = cut(values.map((value) => JSON.stringify(value, null, indent)).join(between))
        expect(pieces.map((piece) => ("text" in piece ? JSON.parse(piece.text) : piece))).toEqual(values)
      }
    const printed = values.map((value) => JSON.stringify(value, null, 2)).join("\n")
    expect(cut(printed).map(({ line }) => line)).toEqual([1, 4, 11])
  })

  test("lose only what is broken", () => {
    expect(textsOf(cut('{\n  "a": 1\n}\n{\n  "a": [2\n}\n{\n  "a": 3\n}'))).toEqual([
      '1 {\n  "a": 1\n}',
      "4 ! the brackets of this value do not match",
      '7 {\n  "a": 3\n}',
    ])
    expect(textsOf(cut('{\n{"a":2}\n{"a":3}'))).toEqual(["1 {", '2 {"a":2}', '3 {"a":3}'])
  })

  test("have lines that end with a carriage return alone", () => {
    for (const log of ['{"a":1}\r{"a":2}\r\r{"a":3}\r', '[\r{"a":1},\r{"a":2},\r\r{"a":3}]'])
      expect(cut(log).map(({ line }) => line)).toEqual(log.startsWith("[") ? [2, 3, 5] : [1, 2, 4])
    expect(textsOf(cut('{"a":1}\r', '\n{"a":2}\r\n'))).toEqual(['1 {"a":1}', '2 {"a":2}'])
  })

  test("of more than a value may have say which list to save", () => {
    const log = { events: Array.from({ length: 2_000 }, (_, id) => ({ id, name: "page_view", at: 1 })) }
    for (const indent of [0, 2])
      expect(textsOf(cut(JSON.stringify(log, null, indent)))[0]).toContain(
        "begins a list in `events`: save that list alone",
      )
  })
})

describe("a list", () => {
  test("in any layout gives its elements with the lines they begin in", () => {
    expect(textsOf(cut('[{"a":1},{"a":[1,{"b":"]"}]}]'))).toEqual(['1 {"a":1}', '1 {"a":[1,{"b":"]"}]}'])
    const indented = cut(`\n ${JSON.stringify([{ a: 1 }, { b: [{ c: 'x"}' }] }], null, 2)}\n`)
    expect(indented.map(({ line }) => line)).toEqual([3, 6])
    expect(indented.map((piece) => "text" in piece && JSON.parse(piece.text))).toEqual([
      { a: 1 },
      { b: [{ c: 'x"}' }] },
    ])
  })

  test("may be empty, or hold what is no object", () => {
    expect(cut("[]")).toEqual([])
    expect(textsOf(cut('[\n{"a":1},\n"x",\n12 ,null]'))).toEqual(['2 {"a":1}', '3 "x"', "4 12", "4 null"])
  })

  test("with a broken element loses that one alone, where elements begin lines", () => {
    const log = (broken: string) => `[\n{"a":1},\n${broken},\n{"a":3},\n{"a":4}\n]`
    for (const broken of ['{"a":{"b":2}', '{"a":[2}', '{"a":"2}', `{"a":"${"x".repeat(70_000)}"}`]) {
      const texts = textsOf(cut(log(broken)))
      expect(texts.filter((text) => !text.includes("!"))).toEqual(
        expect.arrayContaining(['2 {"a":1}', '4 {"a":3}', '5 {"a":4}']),
      )
    }
    const deep = textsOf(cut(log("{".repeat(40))))
    expect(deep).toContain("3 ! an element of the list nests at most 32 levels")
    expect(deep).toContain('4 {"a":3}')
  })

  test("in one line goes on behind an element that is too long or too deep", () => {
    expect(textsOf(cut(`[{"a":"${"x".repeat(70_000)}"},{"a":2}]`))).toEqual([
      "1 ! an element of the list has at most 64 KiB",
      '1 {"a":2}',
    ])
    const deep = `${'{"a":'.repeat(1_000)}1${"}".repeat(1_000)}`
    expect(textsOf(cut(`[${deep},{"a":2}]`))).toEqual([
      "1 ! an element of the list nests at most 32 levels",
      '1 {"a":2}',
    ])
  })

  test("says what is wrong with it, once", () => {
    expect(textsOf(cut('[{"a":1}'))).toEqual(['1 {"a":1}', "1 ! the list has no end"])
    expect(textsOf(cut('[{"a":1},{"a":'))).toEqual([
      '1 {"a":1}',
      "1 ! the log ends within this element",
      "1 ! the list has no end",
    ])
    expect(textsOf(cut('[{"a":1} {"a":2}\n{"a":3}]'))).toEqual([
      '1 {"a":1}',
      "1 ! a comma is missing in the list",
      '1 {"a":2}',
      '2 {"a":3}',
    ])
    expect(textsOf(cut('[{"a":1},,}{"a":2}]'))).toEqual([
      '1 {"a":1}',
      "1 ! an element is missing in the list",
      '1 {"a":2}',
    ])
  })

  test("what stands behind it is read as lines", () => {
    expect(textsOf(cut('[{"a":1}]\n{"a":2}\nx'))).toEqual(['1 {"a":1}', '2 {"a":2}', "3 x"])
  })
})

test("the portions in which a log arrives change nothing", () => {
  const letters = fc.constantFrom(
    "[",
    "]",
    "{",
    "}",
    '"',
    "\\",
    ",",
    ":",
    "\n",
    "\r",
    " ",
    "a",
    "1",
    "\ufeff",
    "я",
  )
  const logs = fc.oneof(
    fc.array(letters, { maxLength: 200 }).map((list) => list.join("")),
    fc.array(letters, { maxLength: 200 }).map((list) => `[${list.join("")}`),
    fc.array(fc.jsonValue(), { maxLength: 8 }).map((values) => JSON.stringify(values, null, 1)),
    fc
      .array(fc.jsonValue(), { maxLength: 8 })
      .map((values) => values.map((value) => JSON.stringify(value)).join("\n")),
  )
  fc.assert(
    fc.property(logs, fc.array(fc.nat({ max: 200 }), { maxLength: 12 }), (log, cuts) => {
      const whole = cut(log)
      const places = [...new Set([0, ...cuts.filter((place) => place < log.length), log.length])].sort(
        (a, b) => a - b,
      )
      const portions = places.slice(1).map((to, index) => log.slice(places[index], to))
      expect(cut(...portions)).toEqual(whole)
      expect(cut(...log)).toEqual(whole)
    }),
    { numRuns: 1_000 },
  )
})

test("a list of anything that JSON can say is cut into exactly its elements", () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue({ maxDepth: 4 }), { minLength: 1 }),
      fc.nat({ max: 3 }),
      (values, spaces) => {
        // A list that begins with a word or a number is a call, on a line.
        const list = [{}, ...values]
        const pieces = cut(JSON.stringify(list, null, spaces))
        expect(pieces.map((piece) => ("text" in piece ? JSON.parse(piece.text) : piece))).toEqual(
          JSON.parse(JSON.stringify(list)),
        )
      },
    ),
  )
})

test("a long log is cut to its end, however its brackets are set", () => {
  // Work that grew with the square of this would take minutes: the test would not end.
  const lines = 20_000
  for (const line of ["{", "{\n{}", "[{", '{"', "}{", "[]", '{"a":[', "{}{"]) {
    expect(cut(`[${`${line}\n`.repeat(lines)}`).length, JSON.stringify(line)).toBeGreaterThan(0)
  }
}, 60_000)
