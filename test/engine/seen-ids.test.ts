import { describe, expect, it } from "vitest"
import { hashId, SeenIds } from "../../shared/engine/seen-ids"

/** How many of so many turns give true. */
function count(turns: number, take: (turn: number) => boolean): number {
  let found = 0
  for (let turn = 0; turn < turns; turn++) if (take(turn)) found++
  return found
}

describe("the ids that have been seen", () => {
  it("tells each apart, however many there are", () => {
    const seen = new SeenIds()
    expect(count(50_000, (index) => seen.add(`event-${index}`))).toBe(50_000)
    expect(count(50_000, (index) => seen.add(`event-${index}`))).toBe(0)
    expect(seen.add("another")).toBe(true)
  })

  it("tells apart ids that were chosen to meet in one place", () => {
    const meeting: string[] = []
    // Of a table of as many places as 400 ids need, the same one.
    for (let index = 0; meeting.length < 400; index++)
      if ((hashId(`id-${index}`) & 1_023) === 5) meeting.push(`id-${index}`)
    const seen = new SeenIds()
    expect(count(400, (index) => seen.add(meeting[index] ?? ""))).toBe(400)
    expect(count(3_000, (index) => seen.add(`other-${index}`))).toBe(3_000)
    expect(count(400, (index) => seen.add(meeting[index] ?? ""))).toBe(0)
    expect(count(3_000, (index) => seen.add(`other-${index}`))).toBe(0)
  })
})
