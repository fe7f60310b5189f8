import type { RecordedEvent } from "./detector"

/** So long after its start a recorder may tell what the one before it has told: data layers are read from their beginning. */
const BEGINS_AGAIN_MS = 5_000

/**
 * For a recorder that begins anew in a document: false for an event that the one before has told, by looking at the page
 * or at a data layer that holds it still. What a person does is always new. `startedAt` and `now`: ms UTC.
 */
export function createToldFilter(
  before: readonly unknown[],
  startedAt: number,
): (event: RecordedEvent, now: number) => boolean {
  const told: string[] = []
  for (const event of before) {
    const key = describe(event)
    // A page that was viewed anew shows anew what it shows.
    if (key.startsWith("page_view ")) told.splice(0, told.length, ...told.filter((each) => !isView(each)))
    told.push(key)
  }
  return (event, now) => {
    const place = event.gesture || now - startedAt > BEGINS_AGAIN_MS ? -1 : told.indexOf(describe(event))
    if (place >= 0) told.splice(place, 1)
    return place < 0
  }
}

const isView = (key: string): boolean => /^(page_view|view_)/.test(key)

/** From another version of the program, or from the page itself: of any shape. */
function describe(event: unknown): string {
  const { name, page, props } = Object(event) as Record<string, unknown>
  const { url } = Object(page) as Record<string, unknown>
  const { items, transaction_id: order } = Object(props) as Record<string, unknown>
  const { item_id: item } = Object(Array.isArray(items) ? items[0] : null) as Record<string, unknown>
  const about = name === "page_view" ? url : (item ?? order)
  return `${String(name)} ${typeof about === "string" || typeof about === "number" ? about : ""}`
}
