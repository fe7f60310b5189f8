import type { Finding } from "../../domain"
import type { FindingGroup, FindingsView, FindingView } from "../../panel/states/findings"
import { changeRecord } from "../change-record"
import { inLanguage, viewEvent } from "../compose-state"
import type { SiteRecord } from "../site-record"
import { keyOfFinding } from "./mute-key"
import { proveFinding } from "./prove-finding"
import type { PanelGiven, ViewAnswerer } from "./view-answerer"

const MOST_SHOWN_A_KIND = 200
const MOST_REASON_LENGTH = 300
const MOST_MUTED = 500
const weight = { error: 0, warning: 1, info: 2 }

/** The audit's findings about this visitor, and which of them nobody wants to see. */
export const findings: ViewAnswerer<FindingsView> = {
  read: () => null,
  compose: (given) => {
    const all = listFindings(given).map((finding, index) => viewFinding(given, finding, index))
    const shown = all.filter(({ mutedBecause }) => mutedBecause === null)
    return {
      groups: groupByKind(shown),
      muted: all.filter(({ mutedBecause }) => mutedBecause !== null).slice(0, MOST_SHOWN_A_KIND),
      total: all.length,
    }
  },
  count: (given) => {
    const shown = listFindings(given).filter(
      (finding) => finding.severity !== "info" && !isMuted(given.loaded.record, keyOfFinding(finding)),
    )
    const bad = shown.some(({ severity }) => severity === "error")
    return { count: shown.length, tone: bad ? "bad" : "calm" }
  },
  async act(worker, site, action) {
    const key = String(action.key).slice(0, 1000)
    const changed = await changeRecord(worker, site, (record) => {
      const others = (record.muted ?? []).filter((mute) => mute.key !== key)
      if (action.type === "mute") {
        const reason = String(action.reason).slice(0, MOST_REASON_LENGTH)
        record.muted = [...others, { key, reason, at: Date.now() }].slice(-MOST_MUTED)
      } else if (action.type === "unmute") record.muted = others
    })
    return { changed }
  },
}

/** Latest first. */
function listFindings({ result, person }: PanelGiven): Finding[] {
  return result.findings
    .filter((finding) => finding.person === null || finding.person === person?.person)
    .reverse()
}

/** Whether the person muted findings with this key. */
function isMuted(record: SiteRecord, key: string): boolean {
  return record.muted?.some((mute) => mute.key === key) ?? false
}

function viewFinding(given: PanelGiven, finding: Finding, index: number): FindingView {
  const { loaded, language, events } = given
  const { scenario: id, step } = finding
  const scenario = loaded.map.scenarios?.find((each) => each.id === id)
  const messageId = scenario?.steps.find((each) => each.id === step)?.message
  const message = messageId === undefined ? undefined : loaded.map.messages?.[messageId]
  const key = keyOfFinding(finding)
  const mute = loaded.record.muted?.find((each) => each.key === key)
  return {
    key,
    id: `${key}\n${finding.at}\n${index}`,
    kind: finding.kind,
    severity: finding.severity,
    at: Date.parse(finding.at),
    scenario: id,
    scenarioName: id === null ? null : (inLanguage(scenario?.name, language) ?? id),
    step,
    channel: finding.channel,
    message: inLanguage(message?.name, language) ?? messageId ?? null,
    reason: finding.reason,
    events: finding.evidence.slice(0, 20).flatMap((eventId) => {
      const event = events.get(eventId)
      return event ? [viewEvent(event)] : []
    }),
    proof: proveFinding(given, finding),
    detail: detailOf(finding),
    mutedBecause: mute?.reason ?? null,
    mutedAt: mute?.at ?? null,
  }
}

/** Of kinds whose sentence ends in what was found: that end. */
function detailOf({ kind, text }: Finding): string | null {
  if (!["bad-event", "mix", "volume"].includes(kind)) return null
  const colon = text.indexOf(": ")
  return colon < 0 ? null : text.slice(colon + 2).replace(/\.$/, "")
}

function groupByKind(findings: FindingView[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>()
  for (const finding of findings) {
    const { kind, severity } = finding
    const group = groups.get(kind) ?? { kind, severity, findings: [], total: 0 }
    group.total += 1
    if (group.findings.length < MOST_SHOWN_A_KIND) group.findings.push(finding)
    groups.set(kind, group)
  }
  return [...groups.values()].sort((a, b) => weight[a.severity] - weight[b.severity] || b.total - a.total)
}
