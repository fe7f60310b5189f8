import { describe, expect, it } from "vitest"
import { audit } from "../../shared/engine/journey"
import { type AuditFile, readAuditFile, writeAuditFile } from "../../shared/export/audit-file"
import { parseMap } from "../../shared/map/parse-map"

const text = `{ cuelight: 1, id: m, name: M, timeZone: UTC, stages: [{ id: a }, { id: b, when: { event: purchase } }] }`
const file: Omit<AuditFile, "cuelightAudit"> = {
  savedAt: 5,
  now: 10,
  site: "shop.example",
  map: { text, from: null },
  coverage: [{ channel: "email", from: 0, to: 9 }],
  settings: { recordedFrom: 0 },
  masked: 3,
  events: [
    { id: "e", name: "purchase", at: 3, person: "a", source: "api", props: { "\u2028": "\u2029</script>" } },
  ],
}
const problemsOf = (value: unknown) => {
  const read = readAuditFile(typeof value === "string" ? value : JSON.stringify(value))
  return read.file === null ? read.problems : []
}

describe("an audit file", () => {
  it("opens as it was saved, and the engine says the same of it", () => {
    const read = readAuditFile(writeAuditFile(file))
    expect(read).toEqual({ file: { cuelightAudit: 1, ...file }, refused: [] })
    const { map } = parseMap(read.file?.map.text ?? "")
    const result = map && audit(map, read.file?.events ?? [], { now: 10, coverage: file.coverage })
    expect(result?.people[0]?.stage.id).toBe("b")
  })

  it("without events is one too", () => {
    expect(readAuditFile(writeAuditFile({ ...file, events: [] })).file?.events).toEqual([])
  })

  it("that is none says so, with the path of every error", () => {
    expect(problemsOf("{")).toEqual([{ path: "", message: "this is no JSON" }])
    expect(problemsOf([1])).toEqual([{ path: "", message: "this is no audit saved by Cuelight" }])
    const given = JSON.parse(writeAuditFile(file))
    expect(
      problemsOf({ ...given, now: "x", coverage: [{ channel: 1, from: 0, to: 0 }] }).map(({ path }) => path),
    ).toEqual(["now", "coverage[0].channel"])
    expect(problemsOf({ ...given, cuelightAudit: 2 })[0]?.path).toBe("cuelightAudit")
    expect(problemsOf({ ...given, map: { text: "cuelight: 1\nstagess: []", from: null } })[0]?.path).toMatch(
      /^map\.text, line/,
    )
    expect(problemsOf({ ...given, now: 1e300 })[0]?.path).toBe("now")
  })

  it("leaves single bad events out, and says which", () => {
    const given = JSON.parse(writeAuditFile(file))
    const read = readAuditFile(JSON.stringify({ ...given, events: [null, ...given.events, { name: 1 }] }))
    expect(read.file?.events).toHaveLength(1)
    expect(read.file && read.refused.map(({ path }) => path)).toEqual(["events[0]", "events[2]"])
  })

  it("cannot reach what every object has", () => {
    const hostile = writeAuditFile(file).replace(
      '"settings": {',
      '"settings": {"__proto__": {"hidden": true},',
    )
    readAuditFile(hostile)
    expect(({} as { hidden?: boolean }).hidden).toBeUndefined()
  })
})
