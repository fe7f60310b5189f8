import { describe, expect, it } from "vitest"
import { chooseBadge } from "../../extension/worker/badge"
import { keyOfFinding } from "../../extension/worker/panel/mute-key"
import { followUp } from "../overlay/harness/fixtures"

const well = { missed: [], settled: [], health: [{ code: "recording" as const, severity: "ok" as const }] }
const missed = followUp({ status: "missed" })

describe("the badge", () => {
  it("is empty while nothing is missed", () => {
    expect(chooseBadge(well, {}).text).toBe("")
  })

  it("counts what is missed, in red, and never shows more than three digits", () => {
    const one = chooseBadge({ ...well, missed: [missed] }, {})
    const many = chooseBadge({ ...well, missed: Array.from({ length: 2000 }, () => missed) }, {})
    expect([one.text, many.text]).toEqual(["1", "999"])
    expect(one.colour).toBe(many.colour)
  })

  it("has another colour where something is late or recording is broken, and nothing missed", () => {
    const late = chooseBadge({ ...well, settled: [followUp({ status: "late" })] }, {})
    const broken = chooseBadge({ ...well, health: [{ code: "no-permission", severity: "error" }] }, {})
    // Nothing else tells the person, who has no overlay to look at any more.
    const [removed, covered, asleep] = (
      ["overlay-removed", "overlay-covered", "overlay-asleep"] as const
    ).map((code) => chooseBadge({ ...well, health: [{ code, severity: "warning" }] }, {}).text)
    expect([late.text, broken.text, removed, covered, asleep]).toEqual(["!", "!", "!", "!", ""])
    expect(late.colour).not.toBe(chooseBadge({ ...well, missed: [missed] }, {}).colour)
  })

  it("does not count what the person muted", () => {
    const key = keyOfFinding({
      kind: "missed",
      scenario: missed.scenario,
      step: missed.step,
      channel: missed.channel,
    })
    expect(
      chooseBadge({ ...well, missed: [missed] }, { muted: [{ key, reason: "known", at: 0 }] }).text,
    ).toBe("")
  })
})
