import { describe, expect, it } from "vitest"
import { LineOwners } from "../../shared/log/line-owners"
import { type LogEntry, type SkippedLine, startLog } from "../../shared/log/read-log"

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
    owners.divide((household) => (household < 0 ? -1 : parts - 1), parts)
    expect([1, 2, 3, 4, 5, 3_000].map((each) => owners.ownerOf(each))).toEqual([
      parts - 1,
      -1,
      parts - 1,
      null,
      null,
      parts - 1,
    ])
  })
})

describe("a log that is read again", () => {
  const read = (text: string, skips: (line: number) => boolean): (LogEntry | SkippedLine)[] => {
    const reader = startLog({ skips })
    return [...reader.push(text), ...reader.end()]
  }

  it("tells the turn of a line that it skips, once the dialect is known", () => {
    const lines = Array.from({ length: 60 }, (_, index) => line("p", `e${index}`))
    const entries = read(lines.join("\n"), (number) => number % 2 === 0)
    const skipped = entries.filter((entry) => "skipped" in entry).map((entry) => entry.line)
    expect(entries.map((entry) => entry.line)).toEqual(lines.map((_, index) => index + 1))
    expect(skipped).toEqual([22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58, 60])
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
    for (const [index, entry] of part.entries())
      if (!("skipped" in entry)) expect(entry).toEqual(whole[index])
    expect(part.filter((entry) => "skipped" in entry).length).toBeGreaterThan(10)
  })
})
