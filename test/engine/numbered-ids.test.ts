import { describe, expect, it } from "vitest"
import { hashId, NumberedIds } from "../../shared/engine/numbered-ids"

const add = (ids: NumberedIds, id: string) => ids.add(id, hashId(id))
const find = (ids: NumberedIds, id: string) => ids.find(id, hashId(id))

/** Ids of which so many meet in one place of a table of 1,024. */
function listMeeting(count: number): string[] {
  const meeting: string[] = []
  for (let index = 0; meeting.length < count; index++)
    if ((hashId(`id-${index}`) & 1_023) === 5) meeting.push(`id-${index}`)
  return meeting
}

describe("numbered ids", () => {
  it("have one number each, however many there are", () => {
    const ids = new NumberedIds()
    const many = Array.from({ length: 50_000 }, (_, index) => `event-${index}`)
    const numbers = many.map((_, index) => index)
    expect(many.map((id) => add(ids, id))).toEqual(numbers)
    expect(many.map((id) => add(ids, id))).toEqual(numbers)
    expect(many.map((id) => find(ids, id))).toEqual(numbers)
    expect(ids.size).toBe(50_000)
    expect(find(ids, "another")).toBe(-1)
  })

  it("are told apart where they were chosen to meet in one place", () => {
    const ids = new NumberedIds()
    const others = Array.from({ length: 3_000 }, (_, index) => `other-${index}`)
    const all = [...listMeeting(400), ...others]
    const numbers = all.map((_, index) => index)
    expect(all.map((id) => add(ids, id))).toEqual(numbers)
    expect(all.map((id) => add(ids, id))).toEqual(numbers)
    expect(all.map((id) => find(ids, id))).toEqual(numbers)
  })

  it("are told apart where their hashes are one", () => {
    const ids = new NumberedIds()
    const one = hashId("one")
    expect([ids.add("one", one), ids.add("other", one)]).toEqual([0, 1])
    expect([ids.find("one", one), ids.find("other", one), ids.find("third", one)]).toEqual([0, 1, -1])
    expect([ids.add("other", one), ids.size]).toEqual([1, 2])
  })
})
