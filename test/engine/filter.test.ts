import { describe, expect, it } from "vitest"
import { tell } from "./story"

/** Whether an event with these props (and the rest) fits the filter. */
function one(where: unknown, props: Record<string, unknown>, rest: Record<string, unknown> = {}): boolean {
  const segments = [{ id: "x", when: { event: "x", where } }]
  return tell({ segments }, [["10:00", "x", props, rest]], "12:00").result.people[0]?.segments.length === 1
}

describe("filter", () => {
  it.each([
    [{ v: 5 }, { v: 5 }, true],
    [{ v: 5 }, { v: "5" }, false],
    [{ v: true }, { v: true }, true],
    [{ v: { ne: 5 } }, { v: 6 }, true],
    [{ v: { ne: 5 } }, { v: 5 }, false],
    [{ v: { ne: 5 } }, { v: "6" }, false],
    [{ v: { ne: 5 } }, {}, false],
    [{ v: { gt: 5 } }, { v: 5 }, false],
    [{ v: { gte: 5 } }, { v: 5 }, true],
    [{ v: { lt: "b" } }, { v: "a" }, true],
    [{ v: { lte: 5, gt: 3 } }, { v: 3 }, false],
    [{ v: { in: ["a", 5] } }, { v: 5 }, true],
    [{ v: { in: ["a", 5] } }, { v: "5" }, false],
    [{ v: { contains: "ell" } }, { v: "hello" }, true],
    [{ v: { contains: "a" } }, { v: ["a", "b"] }, true],
    [{ v: { contains: "c" } }, { v: ["a", "b"] }, false],
    [{ v: { starts: "he" } }, { v: "hello" }, true],
    [{ v: { starts: "lo" } }, { v: "hello" }, false],
    [{ v: { exists: true } }, { v: 0 }, true],
    [{ v: { exists: true } }, {}, false],
    [{ v: { exists: false } }, { v: null }, true],
    [{ v: { exists: false } }, { v: 1 }, false],
    [{ v: { matches: "*/checkout/*" } }, { v: "a/checkout/b" }, true],
    [{ v: { matches: "a?c" } }, { v: "abc" }, true],
    [{ v: { matches: "a?c" } }, { v: "ac" }, false],
    [{ v: { matches: "A*" } }, { v: "abc" }, false],
    [{ v: { matches: "a.c" } }, { v: "abc" }, false],
    [{ "a.b": 1 }, { a: { b: 1 } }, true],
    [{ "a.b": 1 }, { a: [{ b: 2 }, { b: 1 }] }, true],
    [{ toString: { exists: true } }, {}, false],
  ])("%j of %j: %s", (where, props, expected) => {
    expect(one(where, props)).toBe(expected)
  })

  it("reaches the other parts of an event", () => {
    expect(one({ "page.url": { matches: "*/a" } }, {}, { page: { url: "https://x/a" } })).toBe(true)
    expect(one({ "campaign.source": "ads" }, {}, { campaign: { source: "ads" } })).toBe(true)
    expect(one({ "device.type": "phone" }, {}, { device: { type: "phone" } })).toBe(true)
    expect(one({ campaign: "cart-1" }, { campaign: "cart-1" })).toBe(true)
    expect(one({ "page.url": { exists: true } }, { page: { url: "x" } })).toBe(false)
  })

  it("asks one and the same element of an array for all paths through it", () => {
    const where = { "items.item_id": "a", "items.price": { gte: 10 } }
    expect(
      one(where, {
        items: [
          { item_id: "a", price: 5 },
          { item_id: "b", price: 10 },
        ],
      }),
    ).toBe(false)
    expect(
      one(where, {
        items: [
          { item_id: "a", price: 10 },
          { item_id: "b", price: 5 },
        ],
      }),
    ).toBe(true)
  })

  it("finds GA4's items where `items.` is left out, and one element for both ways of writing", () => {
    const items = [
      { item_id: "a", price: 5 },
      { item_id: "b", price: 10 },
    ]
    expect(one({ item_id: "b", price: 10 }, { items })).toBe(true)
    expect(one({ item_id: "a", price: 10 }, { items })).toBe(false)
    expect(one({ "items.item_id": "a", price: 10 }, { items })).toBe(false)
    expect(one({ item_id: "b" }, { item_id: "c", items })).toBe(false)
  })

  it("keeps apart more filters than can be asked ahead, whatever the names they listen to", () => {
    const segments = Array.from({ length: 40 }, (_, v) => ({
      id: `s${v}`,
      when: { event: v % 3 ? "x" : ["x", "y"], where: { v } },
    }))
    const hold = (name: string, v: number) =>
      tell({ segments }, [["10:00", name, { v }]], "12:00").result.people[0]?.segments.map(({ id }) => id)
    for (const v of [0, 1, 30, 31, 32, 33]) {
      expect(hold("x", v)).toEqual([`s${v}`])
      expect(hold("y", v)).toEqual(v % 3 ? [] : [`s${v}`])
    }
  })

  it("counts no machine's open, with a filter or without, and no other event by it", () => {
    const opened = { channel: "email" }
    const segments = [
      { id: "bare", when: { event: "message_opened" } },
      { id: "filtered", when: { event: ["message_opened", "message_clicked"], where: opened } },
      { id: "sent", when: { event: "message_sent", where: opened } },
    ]
    const hold = (name: string, props: Record<string, unknown>) =>
      tell({ segments }, [["10:00", name, props]], "12:00").result.people[0]?.segments.map(({ id }) => id)
    expect(hold("message_opened", { ...opened, machine: true })).toEqual([])
    expect(hold("message_opened", opened)).toEqual(["bare", "filtered"])
    expect(hold("message_clicked", { ...opened, machine: true })).toEqual(["filtered"])
    expect(hold("message_sent", { ...opened, machine: true })).toEqual(["sent"])
  })
})
