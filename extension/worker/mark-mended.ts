import { parseEvent } from "../domain"
import type { Worker } from "./worker"

/** The page's snippet and our tap see one push within this. */
const SAME_PUSH_MS = 5_000
const LONGEST = 4_000

/**
 * The event of a push that fell short of GA4, told by the page's own snippet, which does not say so: from now on it does.
 * `detail` is what the content script says: the JSON of a `Shortfall` (`snippet/mended.ts`), of a page's own words. False
 * where nothing fits.
 */
export async function markMended(worker: Worker, site: string, detail: string): Promise<boolean> {
  const told = readDetail(detail)
  if (!told) return false
  const { name, at, paths } = told
  return worker.withSite(site, async ({ events }, journal) => {
    const [event] = [...events.values()]
      .filter((each) => each.name === name && each.mended === undefined && /data-layer/.test(each.source))
      .filter((each) => Math.abs(each.at - at) <= SAME_PUSH_MS)
      .sort((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at))
    if (!event) return false
    const read = parseEvent({ ...event, mended: paths })
    if (!("event" in read)) return false
    const mended = { ...event, mended: read.event.mended }
    await journal.replaceEvent(site, mended)
    events.set(event.id, mended)
    return true
  })
}

function readDetail(detail: string): { name: string; at: number; paths: unknown[] } | null {
  if (detail.length > LONGEST) return null
  try {
    const { name, at, paths } = JSON.parse(detail)
    return typeof name === "string" && typeof at === "number" && Array.isArray(paths)
      ? { name, at, paths }
      : null
  } catch {
    return null
  }
}
