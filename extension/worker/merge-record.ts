import type { SiteRecord } from "./site-record"

const MOST_VISITORS = 50

/**
 * What is known here of a site, and besides it what a file knows. Nothing of what is here is replaced: lists have what
 * they lack, and a map or a choice is taken only where there is none.
 */
export function mergeRecord(here: SiteRecord, given: SiteRecord): SiteRecord {
  const visitors = here.savedVisitors ?? []
  const muted = here.muted ?? []
  const mapChoice = here.mapChoice ?? (here.ownMap ? undefined : given.mapChoice)
  return {
    ...here,
    recordedFrom: Math.min(here.recordedFrom, given.recordedFrom),
    watched: [
      ...here.watched,
      ...given.watched.filter(
        ({ channel, from }) => !here.watched.some((own) => own.channel === channel && own.from === from),
      ),
    ],
    pageMap: here.pageMap ?? given.pageMap,
    ownMap: here.ownMap ?? (here.mapChoice ? null : given.ownMap),
    savedVisitors: [
      ...visitors,
      ...(given.savedVisitors ?? []).filter(({ person }) => !visitors.some((own) => own.person === person)),
    ].slice(0, MOST_VISITORS),
    muted: [...muted, ...(given.muted ?? []).filter(({ key }) => !muted.some((own) => own.key === key))],
    assigned: { ...given.assigned, ...here.assigned },
    ...(mapChoice && { mapChoice }),
  }
}
