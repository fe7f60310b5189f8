import Papa from "papaparse"
import { describe, expect, it } from "vitest"
import type { TouchpointEvent } from "../../shared/event"
import { writeCsv, writeNdjson } from "../../shared/export/write-csv"

function event(more: Partial<TouchpointEvent>): TouchpointEvent {
  return { id: "e1", name: "purchase", at: 0, person: "a", source: "api", ...more }
}

const read = (events: TouchpointEvent[]) =>
  Papa.parse<Record<string, string>>(writeCsv(events), { header: true, skipEmptyLines: true })

describe("events as CSV", () => {
  it("come back as they were, with quotes, commas and line ends", () => {
    const title = 'a "quoted", comma\r\nand a line; ячейка'
    const { data, errors } = read([
      event({ page: { title, url: " spaced " }, props: { value: 12.5, items: [{ a: 1 }] } }),
    ])
    expect(errors).toEqual([])
    expect(data).toHaveLength(1)
    expect(data[0]).toMatchObject({
      at: "1970-01-01T00:00:00.000Z",
      page_title: title,
      page_url: " spaced ",
      value: "12.5",
    })
    expect(JSON.parse(data[0]?.props ?? "")).toEqual({ value: 12.5, items: [{ a: 1 }] })
  })

  it("end every row with CRLF, also the header of nothing", () => {
    expect(writeCsv([]).match(/\r\n/g)).toHaveLength(1)
    expect(writeCsv([event({})]).match(/\r\n/g)).toHaveLength(2)
  })

  it.each([
    "=1+1",
    "+7",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    " =1",
    "\u202e=1",
    "\uFEFF=1",
    "\u200b+7",
  ])("are no formula: %j", (text) => {
    const { data } = read([event({ name: text, page: { title: text } })])
    for (const written of [data[0]?.name, data[0]?.page_title]) {
      expect(written).toMatch(/^'/)
      expect(written?.replaceAll("'", "")).toBe(text)
    }
  })

  it("are no formula where a semicolon or a line's end parts the fields, nor in the payload", () => {
    const link = '=HYPERLINK("http://evil.example","x")'
    const { data, errors } = read([
      event({
        page: { title: `vase;${link}` },
        props: { note: `a\n${link}`, deep: { list: [`;"${link}`] } },
      }),
    ])
    expect(errors).toEqual([])
    expect(data[0]?.page_title).toBe(`vase;'${link}`)
    // A semicolon in quotes, as JSON writes them, is parted too by who parts there.
    const cells = writeCsv([
      event({ page: { title: `vase;${link}` }, props: { deep: [`; ${link}`] } }),
    ]).split(/[;,\t\r\n]/)
    expect(cells.filter((cell) => /^["\s]*[=+@-]/.test(cell))).toEqual([])
    expect(read([event({ page: { title: "a; b - c; d" } })]).data[0]?.page_title).toBe("a; b - c; d")
  })

  it("cannot be hung by a hostile text", () => {
    const title = `${"\t".repeat(30_000)}${";\u202e".repeat(15_000)}`
    expect(read([event({ page: { title } })]).data[0]?.page_title).toHaveLength(title.length + 1)
  })

  it("leave numbers below zero numbers", () => {
    expect(read([event({ props: { value: -5 } })]).data[0]?.value).toBe("-5")
    expect(read([event({ props: { value: "-5" } })]).data[0]?.value).toBe("'-5")
  })
})

it("events as NDJSON are one a line", () => {
  const events = [event({ props: { text: "a\nb" } }), event({ id: "e2" })]
  expect(
    writeNdjson(events)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toEqual(events)
})
