import type { OverlayMove, Place } from "../messages"
import { changeSettings } from "./settings"

/**
 * Where overlays are that are being dragged, by tab: as the page has last said, and until it says it as the hand's way
 * would have it. Only in memory: Chrome does not end a worker between two moves of a hand.
 */
const drags = new Map<
  number,
  { place: Place | null; dx: number; dy: number; at: number | undefined; zoom: number }
>()

/** Hands a move over to the page, in pixels of the page. The drop is kept here and not by the page, which may be going. */
export async function moveOverlay(tabId: number, told: OverlayMove): Promise<void> {
  const { from, done } = told
  const isOf = (drag = drags.get(tabId)) => (drag?.place && drag.at === from?.at ? drag : null)
  // Asked once a drag: later moves are not held up by it.
  const zoom = isOf()?.zoom ?? (from ? await chrome.tabs.getZoom(tabId).catch(() => 1) : 1)
  const [dx, dy] = [told.dx / zoom, told.dy / zoom]
  const last = isOf()
  const place = last?.place ? shift(last.place, dx - last.dx, dy - last.dy) : null
  const own = { place, dx, dy, at: from?.at, zoom }
  drags.set(tabId, own)
  const step = { ...told, dx, dy, zoom }
  own.place = placeOf(await chrome.tabs.sendMessage(tabId, step, { frameId: 0 }).catch(pageIsGone)) ?? place
  if (done && own.place) await dropOverlay(tabId, own.place)
}

/** A drag that ended without a word, because the page went, ended where it was. */
export async function finishDrag(tabId: number): Promise<void> {
  const place = drags.get(tabId)?.place
  if (place) await dropOverlay(tabId, place)
}

export async function dropOverlay(tabId: number, place: Place): Promise<void> {
  drags.delete(tabId)
  await changeSettings({ ...(placeOf(place) ?? { right: 0, bottom: 0 }), placedAt: Date.now() })
}

function shift({ right, bottom }: Place, dx: number, dy: number): Place {
  return { right: right - dx, bottom: bottom - dy }
}

/** What a page says, which is not trusted. */
function placeOf(answer: unknown): Place | null {
  const { right, bottom } = (answer ?? {}) as Partial<Record<keyof Place, unknown>>
  if (!Number.isFinite(right) || !Number.isFinite(bottom)) return null
  return { right: right as number, bottom: bottom as number }
}

function pageIsGone(): null {
  return null
}
