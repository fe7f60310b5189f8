import { describe, expect, it } from "vitest"
import { readCellTime } from "../../../shared/evidence/file/read-cell-time"

const read = (cell: string | number, order: "day-first" | "month-first" = "day-first", zone = "UTC") => {
  const at = readCellTime(cell, { order, zone })
  return typeof at === "number" ? new Date(at).toISOString() : at
}

describe("a time in a cell", () => {
  const noon = "2026-03-02T10:05:00.000Z"
  it.each([
    "2026-03-02T10:05:00Z",
    "2026-03-02 10:05:00",
    "2026-03-02 10:05",
    "2026/03/02 10:05",
    "2026-03-02 10:05:00 UTC",
    "2026-03-02 10:05:00 +0000 UTC",
    "2026-03-02T13:05:00+03:00",
    "2026-03-02 13:05:00 (UTC+3)",
    "2026-03-02 13:05 MSK",
    "2026-03-02T05:05:00.0000000-05:00",
    "02.03.2026 10:05",
    "2.3.26 10:05",
    "02/03/2026, 10:05:00",
    "02-03-2026 10:05 AM",
    "2 Mar 2026 10:05",
    "Mon, 02 Mar 2026 10:05:00 +0000",
    "March 2nd, 2026 10:05 am",
    "2 марта 2026 г., 10:05",
    "2 мар. 2026 в 10:05",
    "пн, 2 марта 2026, 10:05",
    "20260302100500",
    "20260302T1005Z",
    "1772445900",
    "1772445900000",
    "1772445900000000",
    1772445900,
    "46083,420138889",
    "46083.420138889",
    46083.42013888889,
  ])("%s", (cell) => expect(read(cell)).toBe(noon))

  it("is of the month first where that was chosen, except with points and where it cannot be", () => {
    expect(read("03/02/2026 10:05 PM", "month-first")).toBe("2026-03-02T22:05:00.000Z")
    expect(read("12/02/2026 12:05 am", "month-first")).toBe("2026-12-02T00:05:00.000Z")
    expect(read("02.03.2026 10:05", "month-first")).toBe(noon)
    expect(read("13/02/2026 10:05", "month-first")).toBe("2026-02-13T10:05:00.000Z")
  })

  it("stands in the chosen zone where it names none, through a change of the clocks", () => {
    expect(read("02.03.2026 13:05", "day-first", "Europe/Moscow")).toBe(noon)
    expect(read(46083.42013888889, "day-first", "Asia/Tokyo")).toBe("2026-03-02T01:05:00.000Z")
    expect(read("2026-03-29 02:30", "day-first", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z")
    expect(read("2026-03-02 10:05:00.123", "day-first", "UTC")).toBe("2026-03-02T10:05:00.123Z")
    expect(read("2026-03-02 10:05", "day-first", "Nowhere/Else")).toBeNull()
  })

  it.each([
    "",
    "soon",
    "2026",
    "10:05",
    "31.02.2026 10:05",
    "2026-13-01 10:05",
    "2026-03-02 24:01",
    "2026-03-02 10:61",
    "02.03.2026 13:05 pm",
    "1 Foo 2026 10:05",
    "5",
    "999999999999999999",
    "-46083",
    "1e9",
    "3333-01-01 10:00",
    "+79990000001",
  ])("%j is none", (cell) => expect(read(cell)).toBeNull())

  it.each(["2026-03-02", "02.03.2026", "2 марта 2026 г.", "20260302"])("%s has no time of day", (cell) =>
    expect(read(cell)).toBe("day-only"),
  )
})
