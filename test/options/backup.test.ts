import { describe, expect, it } from "vitest"
import { openAudit } from "../../extension/opened/open-journey"
import { readBackup } from "../../extension/options/backup/read-backup"
import { writeJourney } from "../../extension/options/backup/save-journey"
import { newSiteRecord } from "../../extension/worker/site-record"
import { readAuditFile } from "../../shared/export/audit-file"

const text = "{ cuelight: 1, id: m, name: M, timeZone: UTC, sites: [shop.example], stages: [{ id: first }] }"
const record = {
  ...newSiteRecord("shop.example", 5),
  watched: [{ channel: "email", from: 5, to: null }],
  savedVisitors: [{ person: "a-2", name: "Loyal one", savedAt: 4 }],
  muted: [{ key: "missed", reason: "known", at: 3 }],
  assigned: { "email\nm-1": { scenario: "welcome", step: "email" } },
}
const event = {
  id: "e1",
  name: "page_view",
  at: 6,
  person: "u-7",
  source: "page",
  props: { email: "a@b.example" },
}
const map = { id: "m", title: "M", text, draft: null, sites: ["stale"], changedAt: 1, deletedAt: null }
const whole = {
  cuelightBackup: 1,
  savedAt: 9,
  settings: { language: "ru", mode: "open", theme: "dark", retention: { days: 1, megabytes: 1 }, right: -5 },
  maps: [map],
  sites: [{ record, events: [event] }],
}

function problemOf(change: object) {
  const read = readBackup(JSON.stringify({ ...whole, ...change }))
  return "problems" in read ? read.problems[0]?.path : null
}

describe("a backup", () => {
  it("is read as it was written, without what could erase or hide", () => {
    const read = readBackup(JSON.stringify(whole))
    if (!("backup" in read)) throw new Error(JSON.stringify(read))
    expect(read.backup.settings).toEqual({ language: "ru", mode: "open", theme: "dark" })
    expect(read.backup.maps).toEqual([{ ...map, sites: ["shop.example"] }])
    // Nobody has watched the e-mails since it was saved.
    const watched = [{ channel: "email", from: 5, to: 9 }]
    expect(read.backup.sites).toEqual([{ record: { ...record, watched }, events: [event] }])
    expect(read.backup.refused).toEqual([])
  })

  it("with one wrong part is refused whole, with its path", () => {
    expect(problemOf({ maps: {} })).toBe("maps")
    expect(problemOf({ maps: [map, { id: 1 }] })).toBe("maps[1]")
    expect(problemOf({ sites: [{ record: null, events: [] }] })).toBe("sites[0].record")
    expect(problemOf({ sites: [{ record: { ...record, site: "a/../b" }, events: [] }] })).toBe(
      "sites[0].record.site",
    )
    expect(problemOf({ sites: [{ record: { ...record, recordedFrom: 1e99 }, events: [] }] })).toBe(
      "sites[0].record.recordedFrom",
    )
    expect(problemOf({ sites: [{ record, events: "no" }] })).toBe("sites[0].events")
    const broken = { ...record, ownMap: { origin: "text", from: null, text: "cuelight: 7" } }
    expect(problemOf({ sites: [{ record: broken, events: [] }] })).toBe("sites[0].record.ownMap")
    expect(problemOf({ sources: {} })).toBe("sources")
  })

  it("that is something else says what it is", () => {
    const otherOf = (text: string) => {
      const read = readBackup(text)
      return "problems" in read ? read.other : null
    }
    expect(otherOf(JSON.stringify({ ...whole, cuelightBackup: 2 }))).toBe("newer")
    expect(otherOf(JSON.stringify(whole).slice(0, -3))).toBe("no-json")
    expect(otherOf('{ "cuelightAudit": 1 }')).toBe("audit")
    for (const foreign of ["[]", "null", '{ "cuelightBackup": "1" }', '{ "maps": [], "sites": [] }'])
      expect(otherOf(foreign)).toBe("foreign")
  })

  it("leaves single bad events out, and says which", () => {
    const read = readBackup(
      JSON.stringify({ ...whole, sites: [{ record, events: [event, { id: 2 }, null] }] }),
    )
    if (!("backup" in read)) throw new Error("refused")
    expect(read.backup.sites[0]?.events).toHaveLength(1)
    expect(read.backup.refused.map(({ path }) => path)).toEqual(["sites[0].events[1]", "sites[0].events[2]"])
  })

  it("keeps a map that is none any more as a draft", () => {
    const read = readBackup(JSON.stringify({ ...whole, maps: [{ ...map, text: "cuelight: 7" }] }))
    if (!("backup" in read)) throw new Error("refused")
    expect(read.backup.maps[0]).toMatchObject({ text: null, draft: "cuelight: 7", sites: [] })
  })
})

describe("a journey that is saved as an audit", () => {
  const collected = {
    head: { record, map: { text, from: null }, coverage: [{ channel: "email", from: 5, to: 10 }], now: 10 },
    events: [event],
  }

  it("opens with its map, its events and its watching, and names nobody", () => {
    const { text: written, masked } = writeJourney(collected, "audit", true, 11)
    expect(masked).toBe(2)
    expect(written).not.toMatch(/u-7|a@b\.example/)
    const { file } = readAuditFile(written)
    if (!file) throw new Error("refused")
    const opened = openAudit(file)
    expect([...opened.events.keys()]).toEqual(["e1"])
    expect(opened.record.watched).toEqual([{ channel: "email", from: 5, to: null }])
    expect(opened.journey.result(10).people[0]?.stage.id).toBe("first")
  })

  it("holds the visitor's ids only where nothing is masked", () => {
    expect(writeJourney(collected, "audit", true, 11).text).not.toContain(record.visitor.person)
    expect(writeJourney(collected, "audit", false, 11).text).toContain(record.visitor.person)
    expect(writeJourney(collected, "ndjson", false, 11)).toEqual({
      text: `${JSON.stringify(event)}\n`,
      masked: 0,
    })
    expect(writeJourney(collected, "csv", true, 11).text).toMatch(/^at,name,/)
  })
})
