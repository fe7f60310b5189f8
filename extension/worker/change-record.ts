import type { SiteRecord } from "./site-record"
import type { Worker } from "./worker"

/** Changes what is known of a site, on disk too. True when it is different now. */
export function changeRecord(
  worker: Worker,
  site: string,
  change: (record: SiteRecord) => void,
): Promise<boolean> {
  return worker.withHead(site, async ({ record }, journal) => {
    const before = JSON.stringify(record)
    change(record)
    if (JSON.stringify(record) === before) return false
    await journal.writeSite(record)
    return true
  })
}
