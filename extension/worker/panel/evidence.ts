import type { TouchpointEvent } from "../../../shared/event"
import { addMatchRule, explainMatch, findConnector, generalise, isMailChannel } from "../../domain"
import type {
  EvidenceItem,
  EvidenceState,
  EvidenceView,
  EvidenceViewAction,
} from "../../panel/states/evidence"
import { assign, keyOfMessage } from "../assign-evidence"
import { changeRecord } from "../change-record"
import { offerMap } from "../choose-map"
import { coverageOf, isOnPage } from "../coverage"
import { switchOffInbox } from "../inbox/inbox-desk"
import { injectIntoInbox, switchInbox } from "../inbox/switched-inboxes"
import { markSeen, unmarkSeen } from "../mark-seen"
import { pollSource } from "../poll-evidence"
import type { Worker } from "../worker"
import type { PanelGiven, ViewAnswerer } from "./view-answerer"

const MOST_SHOWN = 200
/** A person says the minute. */
const MINUTE_MS = 60_000
const MATCH_NAMES = ["campaign", "template", "subject", "sender"] as const

/** What was seen of each step and by which rule, who looks where, and what belongs to nothing. */
export const evidence: ViewAnswerer<EvidenceView> = {
  read: () => null,
  compose: (given) => composeEvidence(given),
  count: (given) => {
    const { length } = listLoose(given)
    return length > 0 ? { count: length, tone: "calm" } : null
  },
  act: (worker, site, action) => act(worker, site, action),
}

function composeEvidence(given: PanelGiven): EvidenceState {
  const { loaded, at, now, person, show, events, clockOffsetMs } = given
  const { record, map } = loaded
  const { sources = [], inboxes = [] } = loaded
  const ids = Object.keys(map.channels ?? {})
  const covered = coverageOf(record, ids, at, sources, at - now + clockOffsetMs)
  const from = record.recordedFrom
  const watchersOf = (channel: string) => [
    ...(isOnPage(channel) ? ["recorder"] : []),
    ...(record.watched.some((time) => time.channel === channel && time.to === null) ? ["person"] : []),
    ...(isMailChannel(map, channel) ? inboxes.map(({ origin }) => new URL(origin).host) : []),
    ...sources
      .filter(({ coverage }) => coverage.some((span) => span.channel === channel))
      .map(({ connector }) => findConnector(connector)?.title ?? connector),
  ]
  return {
    from,
    to: Math.max(at, from + 1),
    channels: Object.entries(map.channels ?? {}).map(([id, { status }]) => ({
      id,
      status: status ?? "live",
      spans: covered
        .filter(({ channel, to }) => channel === id && to >= from)
        .map(({ from, to }) => ({ from, to })),
      watchedBy: watchersOf(id),
    })),
    sources: sources.map(({ id, connector, problem, lastGoodAt }) => ({
      id,
      title: findConnector(connector)?.title ?? connector,
      problem,
      lastGoodAt,
    })),
    inboxes: inboxes.map(({ origin, since }) => ({ origin, since })),
    steps: (person?.runs ?? [])
      .flatMap((run) => run.steps.map((step, index) => ({ step, view: show.run(run).steps[index] })))
      .flatMap(({ step, view }) => {
        if (!view) return []
        const found = step.evidence.flatMap((id) => {
          const event = events.get(id)
          if (!event) return []
          const item = { ...viewItem(given, event), channel: step.channel }
          return [{ ...item, rule: explainMatch(map, event, step.message) }]
        })
        return [
          { step: { ...view, messageId: step.message }, evidence: found, lookedAt: watchersOf(step.channel) },
        ]
      })
      .reverse()
      .slice(0, MOST_SHOWN),
    loose: listLoose(given)
      .sort((one, other) => other.at - one.at)
      .slice(0, MOST_SHOWN)
      .map((event) => viewItem(given, event)),
  }
}

/** Evidence of this person that settled no step. */
function listLoose({ events, person, at }: PanelGiven): TouchpointEvent[] {
  if (!person) return []
  const matched = new Set(person.runs.flatMap(({ steps }) => steps.flatMap((step) => step.evidence)))
  const own = new Set(person.ids)
  return [...events.values()].filter(
    (event) =>
      event.name.startsWith("message_") &&
      event.name !== "message_unsubscribed" &&
      event.at <= at &&
      own.has(event.person) &&
      !matched.has(event.id),
  )
}

export function viewItem({ loaded, result }: PanelGiven, event: TouchpointEvent): EvidenceItem {
  const { props = {} } = event
  const read = (name: string) =>
    typeof props[name] === "string" && props[name] !== "" ? String(props[name]) : null
  const key = keyOfMessage(event)
  return {
    id: event.id,
    key,
    name: event.name,
    at: event.at,
    channel: read("channel") ?? "?",
    title: read("subject") ?? read("campaign") ?? read("template") ?? event.campaign?.name ?? null,
    sender: read("sender"),
    source: event.source,
    proves: result.findings.filter(({ evidence }) => evidence.includes(event.id)).map(({ kind }) => kind),
    assigned: Object.hasOwn(loaded.record.assigned ?? {}, key),
    rules: MATCH_NAMES.flatMap((by) => {
      const text = read(by)
      return text === null ? [] : [{ by, pattern: by === "subject" ? generalise(text) : text }]
    }),
  }
}

async function act(worker: Worker, site: string, action: EvidenceViewAction) {
  switch (action.type) {
    case "assign":
    case "unassign": {
      const to =
        action.type === "assign" ? { scenario: String(action.scenario), step: String(action.step) } : null
      const changed = await changeRecord(worker, site, (record) => assign(record, String(action.key), to))
      if (changed) worker.reload(site)
      return { changed }
    }
    case "rule":
      return addRule(worker, site, action)
    case "seen": {
      if (!Number.isFinite(action.at)) return { changed: false }
      const from = Math.round(action.at)
      await markSeen(worker, site, action, { from, to: from + MINUTE_MS - 1 })
      return { changed: true }
    }
    case "unseen":
      await unmarkSeen(worker, site, action)
      return { changed: true }
    case "inbox": {
      const address = String(action.address).slice(0, 500)
      if (action.on !== true) await switchOffInbox(address, () => undefined)
      else if (await switchInbox(address, site, Date.now())) await injectIntoInbox(address)
      worker.reload(site)
      return { changed: true }
    }
    case "look": {
      const store = await worker.evidence()
      const own = (await store.list()).filter((source) => source.site === site)
      await Promise.all(own.map(({ id }) => pollSource(worker, store, id)))
      return { changed: own.length > 0 }
    }
  }
}

/** In the person's own map where that is in use; of any other map the site gets a copy with this rule. */
async function addRule(
  worker: Worker,
  site: string,
  { message, by, pattern }: Extract<EvidenceViewAction, { type: "rule" }>,
) {
  const library = await worker.mapLibrary()
  const done = await worker.withSite(site, async ({ record, mapText, libraryId }, journal) => {
    if (!MATCH_NAMES.includes(by)) return false
    const text = addMatchRule(mapText, String(message), by, String(pattern).slice(0, 500))
    if (text === null) return false
    const own = libraryId === null ? undefined : await library.read(libraryId)
    if (own) await library.write({ ...own, text, draft: null, changedAt: Date.now() })
    else {
      offerMap(record, { origin: "text", from: null, text })
      delete record.mapChoice
      await journal.writeSite(record)
    }
    return true
  })
  if (done) worker.reloadAll()
  return { changed: done, answer: { done } }
}
