import type { BrowserContext } from "playwright"
import { freshOverlay } from "../../e2e/walk"
import { heldByPage, heldByWorker } from "./heaps"

// An hour of a busy visitor in one document of a single-page shop, as fast as it goes: what it leaves in the page, in the
// extension's pages (overlay and panel share one heap) and in the worker.

const MINUTES = 60
const EVENTS_A_MINUTE = 30

interface Held {
  page: number
  panel: number
  worker: number
}

export interface Hour {
  events: number
  /** MB held at the beginning, in the middle and at the end. */
  heldMB: [Held, Held, Held]
}

type Tracking = { cuelight: { track(name: string, props?: object): void } }

export async function measureHour(context: BrowserContext, shop: { url: string }, id: string): Promise<Hour> {
  const page = await context.newPage()
  await page.goto(`${shop.url}/p/blue-vase`)
  const overlay = await freshOverlay(page)
  const tabId = await overlay.evaluate(async () => (await chrome.tabs.getCurrent())?.id ?? -1)
  const panel = await context.newPage()
  await panel.goto(`chrome-extension://${id}/sidepanel.html?tab=${tabId}#events`)
  await panel.getByRole("tabpanel").waitFor()
  await page.bringToFront()
  const held: Held[] = []
  const note = async () =>
    held.push({
      page: (await heldByPage(page)) / 1e6,
      panel: (await heldByPage(panel)) / 1e6,
      worker: (await heldByWorker(context, id)) / 1e6,
    })
  for (let minute = 0; minute < MINUTES; minute++) {
    // The first minute fills caches that are there to stay.
    if (minute === 1 || minute === MINUTES / 2) await note()
    const last = `minute_${minute}`
    await page.evaluate(
      async ({ count, last }) => {
        const { cuelight } = globalThis as unknown as Tracking
        history.pushState(null, "", `?minute=${last}`)
        const items = [{ item_id: "vase", item_name: "Blue vase", price: 39 }]
        for (let index = 1; index < count; index++) {
          cuelight.track(index % 10 === 0 ? "add_to_cart" : "view_item", {
            currency: "EUR",
            value: 39,
            items,
          })
          if (index % 5 === 0) await new Promise((done) => requestAnimationFrame(done))
        }
        cuelight.track(last)
      },
      { count: EVENTS_A_MINUTE, last },
    )
    await overlay.locator(`[data-cue="event"][data-cue-id="${last}"]`).waitFor()
  }
  await note()
  await panel.close()
  await page.close()
  return { events: MINUTES * EVENTS_A_MINUTE, heldMB: held as [Held, Held, Held] }
}
