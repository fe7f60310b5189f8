import { describe, expect, test } from "vitest"
import { composeHealth, noMapNotices, noticeOf } from "../../extension/worker/compose-health"
import { newSiteRecord } from "../../extension/worker/site-record"
import { newTab, type TabState } from "../../extension/worker/tab-state"

const calm: Parameters<typeof composeHealth>[2] = {
  journalBroken: null,
  unwritten: null,
  inMemory: null,
  refused: { count: 0, reason: "" },
  inFuture: 0,
  quiet: false,
}
const light = (tab: Partial<TabState> = {}, about: Partial<typeof calm> = {}) =>
  composeHealth(newSiteRecord("shop.example", 0), { ...newTab, ...tab }, { ...calm, ...about })
const codes = (...given: Parameters<typeof light>) => light(...given).map(({ code }) => code)

describe("the health light", () => {
  test("says who records when all is well", () => {
    expect(light()).toEqual([{ code: "recording", severity: "ok" }])
    expect(light({ source: "snippet" })).toEqual([{ code: "snippet", severity: "ok" }])
  })

  test("puts the worst first", () => {
    const notices = { "markup-broken": "line 3", "map-unreachable": "HTTP 404" }
    expect(codes({ notices, unsaved: 2 }, { journalBroken: "disk", inFuture: 3 })).toEqual([
      "journal-broken",
      "map-unreachable",
      "unsaved",
      "clock-set-back",
      "markup-broken",
      "recording",
    ])
  })

  test("never says that it records while something keeps it from that", () => {
    expect(codes({ lost: true }, { quiet: true })).toEqual(["no-permission"])
    expect(codes({}, { quiet: true })).toEqual(["nothing-seen"])
    expect(codes({ consent: "denied" })).toEqual(["recording"]) // our recorder asks nobody: nothing leaves the browser
    expect(codes({ source: "snippet", consent: "denied" }, { quiet: true })).toEqual(["consent-refused"])
    expect(codes({ source: "snippet", consent: "pending" })).toEqual(["consent-pending"])
    expect(codes({ source: "snippet", consent: "granted" })).toEqual(["snippet"])
  })

  test("says what the site lacks when its snippet is blocked, silent or not listened to", () => {
    const notices = { "snippet-blocked": "https://cdn.example/cuelight.js", "endpoint-refused": "HTTP 403" }
    expect(light({ notices }).slice(0, 2)).toEqual([
      { code: "snippet-blocked", severity: "error", detail: "https://cdn.example/cuelight.js" },
      { code: "collector-refused", severity: "error", detail: "HTTP 403" },
    ])
  })

  test("says that recording goes on where the page does not let the overlay be", () => {
    expect(light({ notices: { "overlay-removed": "" } })).toEqual([
      { code: "overlay-removed", severity: "warning", detail: "" },
      { code: "recording", severity: "ok" },
    ])
  })

  test("tells a disk that cannot be read from one that cannot be written", () => {
    expect(light({}, { unwritten: "QuotaExceededError" })[0]).toEqual({
      code: "disk-full",
      severity: "error",
      detail: "QuotaExceededError",
    })
    expect(codes({}, { inMemory: "denied" })).toEqual(["in-memory", "recording"])
  })

  test("says once that a map does not come, though the snippet misses its rules too", () => {
    const broken = { "rule-broken": "/map.yaml: HTTP 404" }
    expect(codes({ notices: broken })).toEqual(["rule-broken", "recording"])
    for (const code of Object.keys(noMapNotices))
      expect(codes({ notices: { [code]: "", ...broken } })).toEqual([code, "recording"])
  })

  test("a page cannot make up a notice", () => {
    expect(noticeOf("markup-broken")).toBe("markup-broken")
    for (const made of ["recording", "toString", "__proto__", "<b>"]) expect(noticeOf(made)).toBeNull()
  })
})
