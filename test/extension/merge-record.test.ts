import { describe, expect, it } from "vitest"
import { mergeRecord } from "../../extension/worker/merge-record"
import { newSiteRecord, type StoredMap } from "../../extension/worker/site-record"

const map = (text: string): StoredMap => ({ origin: "file", from: null, text })
const given = {
  ...newSiteRecord("shop.example", 5),
  watched: [{ channel: "email", from: 5, to: 9 }],
  ownMap: map("theirs"),
  pageMap: map("their page's"),
  savedVisitors: [
    { person: "a-1", name: "One", savedAt: 1 },
    { person: "a-2", name: "Two", savedAt: 2 },
  ],
  muted: [
    { key: "missed", reason: "theirs", at: 1 },
    { key: "late", reason: "theirs", at: 1 },
  ],
  assigned: { m: { scenario: "theirs", step: "s" }, n: { scenario: "theirs", step: "s" } },
}

describe("what a file knows of a site that is known here", () => {
  it("is added, and replaces nothing", () => {
    const here = {
      ...newSiteRecord("shop.example", 7),
      ownMap: map("mine"),
      savedVisitors: [{ person: "a-1", name: "Mine", savedAt: 3 }],
      muted: [{ key: "missed", reason: "mine", at: 3 }],
      assigned: { m: { scenario: "mine", step: "s" } },
    }
    const merged = mergeRecord(here, given)
    expect(merged.visitor).toBe(here.visitor)
    expect(merged.ownMap?.text).toBe("mine")
    expect(merged.pageMap?.text).toBe("their page's")
    expect(merged.recordedFrom).toBe(5)
    expect(merged.watched).toEqual(given.watched)
    expect(merged.savedVisitors?.map(({ name }) => name)).toEqual(["Mine", "Two"])
    expect(merged.muted?.map(({ key, reason }) => [key, reason])).toEqual([
      ["missed", "mine"],
      ["late", "theirs"],
    ])
    expect(merged.assigned).toEqual({ m: { scenario: "mine", step: "s" }, n: given.assigned.n })
  })

  it("is there once, however often it comes", () => {
    const once = mergeRecord(newSiteRecord("shop.example", 7), given)
    expect(mergeRecord(once, given)).toEqual(once)
  })

  it("brings no map where the person has chosen one", () => {
    const chosen = { ...newSiteRecord("shop.example", 7), mapChoice: { use: "page" } as const }
    expect(mergeRecord(chosen, given).ownMap).toBeNull()
    expect(mergeRecord(chosen, { ...given, mapChoice: { use: "library", id: "x" } }).mapChoice).toEqual({
      use: "page",
    })
  })
})
