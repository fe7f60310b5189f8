import type { TouchpointEvent } from "../../shared/event"
import type { Journal } from "./journal"
import type { SiteRecord } from "./site-record"

/** One site's part, under a name of its own in `storage.session`. */
interface Kept {
  record?: SiteRecord
  events: TouchpointEvent[]
}

const prefix = "journal:"
/** Of the ten megabytes that there are: what is known of the tabs lies there too. */
const MOST_BYTES = 8_000_000

/**
 * The journal where the disk cannot be opened: in the browser's memory, so that the worker's end costs nothing. What
 * no longer goes in is refused, and so stays with the page that told it.
 */
export function journalInSession(reason: string): Journal {
  const storage = chrome.storage.session

  async function read(site: string): Promise<Kept> {
    const kept = (await storage.get(prefix + site))[prefix + site] as Kept | undefined
    return kept ?? { events: [] }
  }
  async function write(site: string, kept: Kept): Promise<void> {
    if ((await storage.getBytesInUse(null)) > MOST_BYTES) throw new Error("The memory for events is full.")
    await storage.set({ [prefix + site]: kept })
  }

  return {
    broken: reason,
    async addEvents(site, told, record) {
      const kept = await read(site)
      const known = new Set(kept.events.map(({ id }) => id))
      const added = told.filter(({ id }) => !known.has(id) && known.add(id))
      await write(site, { ...kept, ...(record && { record }), events: [...kept.events, ...added] })
      return added
    },
    async replaceEvent(site, event) {
      const kept = await read(site)
      await write(site, { ...kept, events: kept.events.map((each) => (each.id === event.id ? event : each)) })
    },
    async removeEvents(site, ids) {
      const kept = await read(site)
      await write(site, { ...kept, events: kept.events.filter(({ id }) => !ids.includes(id)) })
    },
    readEvents: async (site) => (await read(site)).events,
    readSite: async (site) => (await read(site)).record,
    async writeSite(record) {
      await write(record.site, { ...(await read(record.site)), record })
    },
    async listSites() {
      const all = Object.entries((await storage.get(null)) as Record<string, Kept>)
      return all.flatMap(([name, { record }]) => (name.startsWith(prefix) && record ? [record] : []))
    },
    forgetSite: (site) => storage.remove(prefix + site),
  }
}
