import { describe, expect, it } from "vitest"
import { LineOwners } from "../../shared/log/line-owners"
import { type LogEntry, type SkippedLines, startLog } from "../../shared/log/read-log"

const line = (person: string, id: string) =>
  JSON.stringify({ id, name: "page_view", at: 1_767_225_600_000, person })

describe("whose event stands on which line", () => {
  it("knows the owner of lines with one event only", () => {
    const owners = new LineOwners()
    owners.note(1, 7)
    owners.note(2, -1)
    owners.note(5_000_000, 0)
    for (const household of [3, 3]) owners.note(4, household)
    expect([1, 2, 3, 4, 5, 5_000_000].map((each) => owners.ownerOf(each))).toEqual([
      7,
      -1,
      null,
      null,
      null,
      0,
    ])
  })

  it.each([2, 100_000])("knows of %i parts to which one the owner of a line belongs", (parts) => {
    const owners = new LineOwners()
    const households = [0, -1, 70_000, 3]
    for (const [index, household] of households.entries()) owners.note(index + 1, household)
    owners.note(4, 3)
    owners.note(3_000, 5)
    owners.note(600_000, 6)
    owners.divide((household) => (household < 0 ? -1 : parts - 1), parts)
    expect([1, 2, 3, 4, 5, 3_000, 600_000].map((each) => owners.ownerOf(each))).toEqual([
      parts - 1,
      -1,
      parts - 1,
      null,
      null,
      parts - 1,
      parts - 1,
    ])
  })
})

describe("a log that is read again", () => {
  const read = (text: string, skips: (line: number) => boolean): (LogEntry | SkippedLines)[] => {
    const reader = startLog({ skips })
    return [...reader.push(text), ...reader.end()]
  }

  it("tells the turn of a line that it skips, once the dialect is known", () => {
    const lines = Array.from({ length: 60 }, (_, index) => line("p", `e${index}`))
    const entries = read(`${lines.join("\n")}\n`, (number) => number % 4 !== 1)
    const skipped = entries.flatMap((entry) => ("skipped" in entry ? [[entry.line, entry.skipped]] : []))
    expect(skipped).toEqual([22, 26, 30, 34, 38, 42, 46, 50, 54, 58].map((number) => [number, 3]))
    expect(entries.flatMap((entry) => ("skipped" in entry ? [] : [entry.line])).slice(20)).toEqual([
      21, 25, 29, 33, 37, 41, 45, 49, 53, 57,
    ])
  })

  it("skips all of a line or nothing of it", () => {
    // The dialect becomes known in the middle of the line: what comes after is read like what came before.
    const text = `[${Array.from({ length: 40 }, (_, index) => line("p", `e${index}`)).join(",")}]`
    expect(read(text, () => true).filter((entry) => "skipped" in entry)).toEqual([])
  })

  it("reads no line in another way because of those that it skips", () => {
    const lines = Array.from({ length: 60 }, (_, index) =>
      index % 3 === 0
        ? `{"name":"page_view","at":1767225600000,"person":"p${index}"}`
        : line("p", `e${index}`),
    )
    const whole = read(lines.join("\n"), () => false)
    const part = read(lines.join("\n"), (number) => number % 3 === 2)
    for (const entry of part) if (!("skipped" in entry)) expect(entry).toEqual(whole[entry.line - 1])
    expect(part.filter((entry) => "skipped" in entry).length).toBeGreaterThan(10)
  })
})
