import { type Reader, useReader } from "../words/reader"
import { cutMiddle } from "../words/shown-text"
import { HealthGlyph } from "./glyph"
import { cue } from "./hooks"
import type { HealthItem } from "./state"

/** What is wrong, what was kept and what to do, in a sentence. */
export function describeHealth(item: HealthItem, { words, formats }: Reader): string {
  const text = item.detail === undefined ? null : cutMiddle(item.detail, 60)
  const quoted = text === null || text === "" ? null : formats.quote(text)
  const count = item.detail !== undefined && /^\d{1,15}$/.test(item.detail) ? Number(item.detail) : null
  switch (item.code) {
    case "recording":
      return words.health.recording
    case "snippet":
      return words.health.snippet
    case "only-shown":
      return words.health.onlyShown
    case "no-permission":
      return words.health.noPermission
    case "snippet-blocked":
      return words.health.snippetBlocked(quoted)
    case "snippet-missing":
      return words.health.snippetMissing(quoted)
    case "snippet-mixed":
      return words.health.snippetMixed(quoted)
    case "snippet-refused":
      return words.health.snippetRefused(quoted)
    case "more-missing":
      return words.health.moreMissing(quoted)
    case "other-version":
      return words.health.otherVersion(quoted)
    case "snippet-silent":
      return words.health.snippetSilent(quoted)
    case "consent-pending":
      return words.health.consentPending
    case "consent-refused":
      return words.health.consentRefused
    case "collector-refused":
      return words.health.collectorRefused(quoted)
    case "nothing-seen":
      return words.health.nothingSeen
    case "map-broken":
      return words.health.mapBroken
    case "map-unreachable":
      return words.health.mapUnreachable(quoted)
    case "map-is-page":
      return words.health.mapIsPage(quoted)
    case "map-too-large":
      return words.health.mapTooLarge(quoted)
    case "map-mixed":
      return words.health.mapMixed(quoted)
    case "map-not-shared":
      return words.health.mapNotShared(quoted)
    case "rule-broken":
      return words.health.ruleBroken(quoted)
    case "rule-idle":
      return words.health.ruleIdle(quoted)
    case "events-dropped":
      return words.health.eventsDropped(quoted)
    case "disk-full":
      return words.health.diskFull(quoted)
    case "in-memory":
      return words.health.inMemory(quoted)
    case "clock-set-back":
      return words.health.clockSetBack(count ?? 0, formats.number(count ?? 0))
    case "journal-broken":
      return words.health.journalBroken
    case "double-snippet":
      return words.health.doubleSnippet
    case "data-layer-broken":
      return words.health.dataLayerBroken(quoted)
    case "markup-broken":
      return words.health.markupBroken(quoted)
    case "overlay-removed":
      return words.health.overlayRemoved
    case "overlay-covered":
      return words.health.overlayCovered
    case "overlay-asleep":
      return words.health.overlayAsleep
    case "unsaved":
      return count === null ? words.health.unsavedSome : words.health.unsaved(count, formats.number(count))
    case "bad-events":
      return count === null
        ? words.health.badEventsSome
        : words.health.badEvents(count, formats.number(count))
  }
}

/** What needs attention, worst first; nothing while all is well. */
export function HealthList({ items, showMap }: { items: HealthItem[]; showMap: () => void }) {
  const reader = useReader()
  const { words } = reader
  const troubles = items.filter((item) => item.severity !== "ok")
  if (troubles.length === 0) return null
  return (
    <ul className="cue-troubles" aria-label={words.sections.health}>
      {troubles.map((item, index) => (
        <li
          key={`${item.code} ${index}`}
          className={`cue-trouble cue-trouble-${item.severity}`}
          {...cue("health", item.code, item.severity)}
        >
          <strong>
            <HealthGlyph severity={item.severity} />
            {words.health.short[item.code]}
          </strong>
          <p>{describeHealth(item, reader)}</p>
          {item.code.startsWith("map-") && (
            <button type="button" className="cue-link" onClick={showMap}>
              {item.code === "map-broken" ? words.health.showMap : words.health.chooseMap}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
