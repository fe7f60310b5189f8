import type { ActOnOptions } from "../section"
import type { Backup } from "./read-backup"

const EVENTS_A_MESSAGE = 200

/**
 * Writes a backup that was read as a whole. Everything is added and nothing replaced, so that it can be begun again
 * after an interruption. Resolves to the number of events that were new, or null where it stopped.
 */
export async function restore(
  act: ActOnOptions,
  backup: Backup,
  progress: (sites: number) => void,
): Promise<number | null> {
  let added = 0
  if (!(await act({ type: "restore-settings", settings: backup.settings }))) return null
  for (const source of backup.sources) if (!(await act({ type: "restore-source", source }))) return null
  for (const map of backup.maps) if (!(await act({ type: "restore-map", map }))) return null
  for (const [index, { record, events }] of backup.sites.entries()) {
    progress(index)
    if (!(await act({ type: "restore-site", record }))) return null
    for (let from = 0; from < events.length; from += EVENTS_A_MESSAGE) {
      const portion = events.slice(from, from + EVENTS_A_MESSAGE)
      const answer = await act({ type: "restore-events", site: record.site, events: portion })
      if (!answer || !("added" in answer) || typeof answer.added !== "number") return null
      added += answer.added
    }
  }
  if (!(await act({ type: "restore-end" }))) return null
  return added
}
