import type { RecordedEvent } from "../messages"
import type { SiteRecord } from "./site-record"

/** A form that leads to another page is told again there, in the site's data layer, within this. */
const TOLD_AGAIN_MS = 10_000
/** A page names its events as it likes; those that forms and buttons tell are few. */
const MOST_NAMES = 30

/**
 * Whether the page before has told this already: a cart add, a registration, a lead; `record.toldAt` is kept up to date.
 * The recorder itself cannot know: it stores nothing in the page, and each page has a new one.
 */
export function isToldAgain({ name, source, at, gesture }: RecordedEvent, record: SiteRecord): boolean {
  const { toldAt = {} } = record
  const before = Object.hasOwn(toldAt, name) ? toldAt[name] : undefined
  if (/form|button/.test(source)) {
    if (before !== undefined || Object.keys(toldAt).length < MOST_NAMES)
      record.toldAt = { ...toldAt, [name]: at }
  } else if (source === "data-layer" && !gesture && before !== undefined)
    return at >= before && at - before < TOLD_AGAIN_MS
  return false
}
