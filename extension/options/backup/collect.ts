import type { TouchpointEvent } from "../../../shared/event"
import type { ActOnOptions } from "../section"
import type { BackupHead, SitePortion } from "../state"

/** Grows only when an older version could not read the file any more. */
export const BACKUP_VERSION = 1

/** For who looks into the file. */
const leftOut =
  "Passwords and tokens of sources of evidence are never in a file. Give them again where it is brought back."

export interface CollectedSite extends Omit<SitePortion, "next"> {}

/** All that is kept of a site; null when the worker could not read it. */
export async function collectSite(act: ActOnOptions, site: string): Promise<CollectedSite | null> {
  const events: TouchpointEvent[] = []
  let from: number | null = 0
  let head: SitePortion["head"] | null = null
  while (from !== null) {
    const portion = (await act({ type: "backup-site", site, from })) as SitePortion | null
    if (!portion || !("events" in portion)) return null
    head ??= portion.head
    events.push(...portion.events)
    from = portion.next
  }
  return head && { head, events }
}

/** Everything of every site as the text of a backup; null when something could not be read. */
export async function collectEverything(act: ActOnOptions, now: number): Promise<string | null> {
  const head = (await act({ type: "backup-head" })) as BackupHead | null
  if (!head || !("maps" in head)) return null
  const sites: string[] = []
  for (const site of head.sites) {
    const collected = await collectSite(act, site)
    if (!collected) return null
    const events = collected.events.map((event) => JSON.stringify(event)).join(",\n")
    sites.push(`{"record":${JSON.stringify(collected.head.record)},"events":[\n${events}\n]}`)
  }
  const { settings, maps, sources } = head
  const whole = { cuelightBackup: BACKUP_VERSION, savedAt: now, leftOut, settings, maps, sources }
  const before = JSON.stringify(whole).slice(0, -1)
  return `${before},"sites":[\n${sites.join(",\n")}\n]}\n`
}
