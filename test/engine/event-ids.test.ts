import { describe, expect, it } from "vitest"
import { EventIds } from "../../shared/engine/event-ids"

describe("ids of events", () => {
  it("keeps each once, in the order in which they came, few and many", () => {
    const ids = new EventIds()
    const other = new EventIds()
    const added = Array.from({ length: 60 }, (_, index) => `e${(index * 7) % 40}`)
    for (const id of added) ids.add(id)
    expect(ids.list).toEqual([...new Set(added)])
    expect(other.list).toEqual([])
  })
})
