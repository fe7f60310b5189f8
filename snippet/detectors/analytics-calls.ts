import { eventNames, olderEventNames } from "../../shared/log/aliases"
import { asFields } from "../../shared/log/ga4-push"
import { readShoppingProperties } from "../../shared/log/segment-properties"
import { TRACK_PUSH, watchAnalytics } from "../analytics-calls"
import { defineDetector } from "../detector"
import { atEnd } from "../ending"
import { copyPlain } from "../plain-copy"

const ownNames = new Map(
  [...olderEventNames, ...eventNames].map(([segment, own]) => [segment.toLowerCase(), own]),
)
/** Sites that name their events as GA4 does. */
const names = new Set(eventNames.map(([, own]) => own))
/** What a stub has heard its library tells when it has come, which may take so long. */
const TOLD_AGAIN_MS = 30_000
const MOST_CALLS = 200

interface Call {
  at: number
  told: number
  /** How often each has heard it. */
  heard: Record<string, number>
}

/**
 * The shopping events of Segment's Spec that the site tells Segment or its like. Names of its own mean nothing to us. A call
 * may be heard three times: in the stub's list, by the tag's first file, and when the library tells of it.
 */
export const analyticsCalls = defineDetector({
  name: "analytics-calls",
  start(report, signal, { pushes, guard }) {
    const calls = new Map<string, Call>()
    /** Whether nobody else has told of it: a call was made as often as the one who hears best has heard it. */
    const isNew = (ear: string, key: string, at: number) => {
      let call = calls.get(key)
      if (!call || at - call.at > TOLD_AGAIN_MS) call = { at, told: 0, heard: {} }
      calls.delete(key)
      calls.set(key, call)
      if (calls.size > MOST_CALLS) calls.delete(calls.keys().next().value!)
      call.heard[ear] = (call.heard[ear] ?? 0) + 1
      if (call.heard[ear] <= call.told) return false
      call.told++
      return true
    }
    const read = guard((push: unknown, at: number) => {
      if (!Array.isArray(push)) return
      const [ear, told, given] = push
      if ((ear !== "track" && ear !== "on" && ear !== TRACK_PUSH) || typeof told !== "string") return
      const name = ownNames.get(told.trim().toLowerCase()) ?? (names.has(told) ? told : undefined)
      const fields = asFields(copyPlain(given))
      if (!name || !fields) return
      const props = readShoppingProperties(name, fields)
      const { items, transaction_id: order, search_term: term } = props
      // Its plug-ins may add to what the library was told.
      const about = Array.isArray(items) ? items.map((item) => asFields(item)?.item_id ?? item) : term
      if (isNew(ear, JSON.stringify([name, order, about]), at))
        report({ name, source: "analytics", at, props })
    })
    // In the extension's own world there is no such library, and the tap hands over what it hears in the page's.
    watchAnalytics(read, signal)
    const stop = pushes?.(read)
    if (stop) atEnd(signal, stop)
  },
})
