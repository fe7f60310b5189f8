import fc from "fast-check"
import Papa from "papaparse"
import { describe, expect, it } from "vitest"
import { readDelimited } from "../../../shared/evidence/file/read-delimited"
import { readTables } from "../../../shared/evidence/file/read-tables"
import { cellText, type Table } from "../../../shared/evidence/file/table"
import { makeWorkbook, serialOf } from "./workbook"

const utf8 = (text: string) => new TextEncoder().encode(text)
const windows1251 = (text: string) =>
  Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0)
    if (code < 0x80) return code
    return letter === "ё" ? 0xb8 : code - 0x410 + 0xc0
  })
const utf16 = (text: string, mark: boolean) => {
  const units = Uint16Array.from(mark ? `\ufeff${text}` : text, (letter) => letter.charCodeAt(0))
  return new Uint8Array(units.buffer)
}
const texts = ({ headers, rows }: Table) => [headers, ...rows.map(({ cells }) => cells.map(cellText))]
const only = async (bytes: Uint8Array) => {
  const read = await readTables(bytes)
  return { ...read, table: read.tables[0] as Table }
}
const fault = (bytes: Uint8Array) =>
  readTables(bytes).then(
    () => "none",
    (error) => error.code,
  )

const RUSSIAN = "Почта;Тема;Дата отправки\nanna@x.test;Ваша корзина ждёт;02.03.2026 10:00\n"

describe("a table of text", () => {
  it.each([
    ["UTF-8", utf8(RUSSIAN), "utf-8"],
    ["UTF-8 with a mark", utf8(`\ufeff${RUSSIAN}`), "utf-8"],
    ["windows-1251", windows1251(RUSSIAN), "windows-1251"],
    ["UTF-16 with a mark", utf16(RUSSIAN, true), "utf-16le"],
    ["UTF-16 without one", utf16("email;time\nanna@x.test;2026-03-02 10:00\n", false), "utf-16le"],
  ])("in %s is read", async (_, bytes, encoding) => {
    const { table, encoding: found } = await only(bytes)
    expect(found).toBe(encoding)
    expect(table.rows).toHaveLength(1)
    expect(cellText(table.rows[0]?.cells[0])).toBe("anna@x.test")
    if (bytes.length !== 88) expect(JSON.stringify(texts(table))).not.toContain("\ufffd")
  })

  it("is read in another encoding where the person says so, and Latin letters alone are no Russian", async () => {
    const koi8 = Uint8Array.from([0xf0, 0xcf, 0xde, 0xd4, 0xc1, 0x2c, 0x61, 0x0a, 0x31, 0x2c, 0x32, 0x0a])
    expect((await readTables(koi8, "koi8-r")).tables[0]?.headers[0]).toBe("Почта")
    const latin = Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x2c, 0x62, 0x0a, 0x31, 0x2c, 0x32, 0x0a])
    expect((await readTables(latin)).encoding).toBe("windows-1252")
  })

  it.each([
    ["a,b\n1,2\n", ","],
    ["a;b\n1,5;2,5\n3;4\n", ";"],
    ["a\tb, c\n1\t2\n", "\t"],
    ["sep=|\na|b;c\n1|2\n", "|"],
  ])("divided as in %j", (text, delimiter) => {
    expect(readDelimited(text).delimiter).toBe(delimiter)
  })

  it("keeps quotes, lines within them, and the line in the file", () => {
    const { rows } = readDelimited('a,b\r\n"x\ny","say ""hi"""\r\n\r\n3,"open\n4,5\n')
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["x\ny", 'say "hi"'] },
      { line: 5, cells: ["3", '"open'] },
      { line: 6, cells: ["4", "5"] },
    ])
  })

  it("reads as Papa Parse does what is written well", () => {
    const cell = fc.stringMatching(/^[\w ,;"\n\t|йЖ'.-]{0,12}$/)
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const given = rows.filter((row) => row.some((each) => each.trim() !== ""))
          const text = `sep=,\n${Papa.unparse(given, { quotes: true, newline: "\n" })}`
          expect(readDelimited(text).rows.map(({ cells }) => cells)).toEqual(given)
        },
      ),
      { numRuns: 200 },
    )
  })

  it("takes no harm from anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await fault(bytes)).toMatch(/^(none|empty|not-a-table|no-columns|old-excel|broken-workbook)$/)
      }),
      { numRuns: 300 },
    )
  })

  it("names what cannot be read", async () => {
    expect(await fault(new Uint8Array())).toBe("empty")
    expect(await fault(utf8("%PDF-1.7 …"))).toBe("not-a-table")
    expect(await fault(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).toBe("not-a-table")
    expect(await fault(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe("old-excel")
    expect(await fault(utf8("   \n \n"))).toBe("no-columns")
    expect(await fault(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toBe("broken-workbook")
  })

  it("calls each column once, and knows that keys of objects are only names", async () => {
    const { table } = await only(utf8("date,date,constructor,__proto__\n1,2,3,4\n"))
    expect(table.headers).toEqual(["date", "date (2)", "constructor", "__proto__"])
  })
})

describe("JSON", () => {
  it("is read line by line, and what is no object is told with its line", async () => {
    const { kind, table } = await only(utf8('{"a":{"b":1},"c":["x","y"]}\n\n{"a":{"b":2}}\n{broken\n7\n'))
    expect([kind, table.headers]).toEqual(["json", ["a.b", "c.0", "c.1"]])
    expect(table.rows.map(({ line }) => line)).toEqual([1, 3])
    expect(table.broken).toEqual([
      { line: 4, reason: "not-json" },
      { line: 5, reason: "not-json" },
    ])
  })

  it("finds the list within an answer", async () => {
    const { table } = await only(
      utf8(JSON.stringify({ total: 2, data: { items: [{ id: 1 }, { id: 2 }] } }, null, 2)),
    )
    expect(texts(table)).toEqual([["id"], ["1"], ["2"]])
  })

  it("that is nested without end does no harm", async () => {
    const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`
    expect(await fault(utf8(deep))).toMatch(/none|no-columns/)
  })
})

describe("a workbook", () => {
  const at = Date.UTC(2026, 2, 2, 10, 5, 30)

  it("gives its sheets, with dates as its walls show them", async () => {
    const bytes = makeWorkbook({
      Summary: [["Total", 2]],
      "Отправки & письма": [
        ["Email", "Sent at"],
        ["anna@x.test", serialOf(at)],
        [null, null],
        ["b@x.test", serialOf(at)],
      ],
      Empty: [],
    })
    const { kind, tables } = await readTables(bytes)
    expect([kind, tables.map(({ name }) => name)]).toEqual(["xlsx", ["Отправки & письма"]])
    expect(tables[0]?.rows[0]?.cells[1]).toEqual({ wall: at })
    expect(tables[0]?.rows.map(({ line }) => line)).toEqual([2, 4])
  })

  it("of many rows is read without a worker, and a broken one is told", async () => {
    const rows = Array.from({ length: 8_000 }, (_, row) => [`a${row * 7919}@x.test`, row])
    const bytes = makeWorkbook({ One: [["Email", "Number"], ...rows] })
    expect((await readTables(bytes)).tables[0]?.rows).toHaveLength(8_000)
    expect(await fault(bytes.slice(0, bytes.length / 2))).toBe("broken-workbook")
    const { zipSync } = await import("fflate")
    expect(await fault(zipSync({ "word/document.xml": utf8("<w/>") }))).toBe("not-a-table")
  })

  it("that unpacks into more than any machine has is not unpacked", async () => {
    const { zipSync } = await import("fflate")
    const packed = zipSync({ "xl/workbook.xml": new Uint8Array(2_000_000) }, { level: 9 })
    // The archive's own list of what is in it says half a gigabyte.
    const view = new DataView(packed.buffer, packed.byteOffset)
    for (let place = 0; place < packed.length - 4; place++)
      if (view.getUint32(place, true) === 0x02014b50) view.setUint32(place + 24, 500_000_000, true)
    expect(await fault(packed)).toBe("too-large")
  })
})
