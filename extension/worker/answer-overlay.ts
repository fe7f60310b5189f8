import type { BridgeOrder } from "../messages"
import type { MapProblem, OverlayAction } from "../overlay/state"
import { changeRecord } from "./change-record"
import { forgetMapChoice, offerMap } from "./choose-map"
import { composeOverlay } from "./compose-overlay"
import { watch } from "./coverage"
import { exportEvents } from "./export-events"
import { takeTurns } from "./in-turn"
import { markSeen, unmarkSeen } from "./mark-seen"
import { moveOverlay } from "./overlay-place"
import { changeSettings } from "./settings"
import { emptyRecord } from "./site-record"
import { addTold, changeTab, moveClock, readClock } from "./tab-state"
import type { Worker } from "./worker"

/** What an action asks to be done besides changing what is kept. */
export interface ActionEffect {
  /** Which overlays show something else now. */
  changed: "nothing" | "this-tab" | "site" | "everything"
  /** The bridge of this tab must be told its orders anew. */
  reorder: boolean
  /** For the overlay that asked. */
  answer?: unknown
}

const CLOCK_LIMIT_MS = 10 * 366 * 24 * 60 * 60 * 1000
const quiet: ActionEffect = { changed: "nothing", reorder: false }
const site = (reorder = false): ActionEffect => ({ changed: "site", reorder })

/** Does what the person asked for in the overlay of a tab. */
export async function doOverlayAction(
  worker: Worker,
  { site: name, tabId }: { site: string; tabId: number },
  action: OverlayAction,
): Promise<ActionEffect> {
  switch (action.type) {
    case "mode":
      await changeSettings({ mode: action.mode })
      return { changed: "everything", reorder: true }
    case "size":
      await changeTab(tabId, { size: { width: action.width, height: action.height } })
      return { changed: "nothing", reorder: true }
    case "move":
      await moveOverlay(tabId, action)
      return quiet
    case "outline":
      return { ...quiet, answer: { found: await outlineCause(worker, name, tabId, action.event) } }
    case "told":
      await addTold(name, action.runs)
      return quiet
    case "close":
      if (action.scope === "tab") await changeTab(tabId, { hidden: true })
      else
        await changeRecord(worker, name, (record) => {
          record.hidden = true
        })
      return site(true)
    case "panel":
      return quiet
    case "show":
      await changeTab(tabId, { hidden: false })
      await changeRecord(worker, name, (record) => {
        record.hidden = false
      })
      return site(true)
    case "clock":
    case "clock-to-next-due":
    case "clock-now":
      await clockInTurn(() => turnClock(worker, name, tabId, action))
      return site()
    case "watch":
      await changeRecord(worker, name, (record) => watch(record, action.channel, action.on, Date.now()))
      return site()
    case "seen":
      if (action.seen) await markSeen(worker, name, action, { from: Date.now(), to: Date.now() })
      else await unmarkSeen(worker, name, action)
      return site()
    case "map-text": {
      const problems = await useMap(worker, name, action.text, action.fileName)
      return { ...site(true), answer: { problems } }
    }
    case "map-default":
      await changeRecord(worker, name, forgetMapChoice)
      worker.reload(name)
      return site(true)
    case "language":
      await changeSettings({ language: action.language })
      return { changed: "everything", reorder: false }
    case "forget":
      await forget(worker, name)
      return site()
    case "export":
      return { ...quiet, answer: { ndjson: await exportEvents(worker, name) } }
    case "options":
      await chrome.runtime.openOptionsPage()
      return quiet
    case "refresh":
      return { changed: "this-tab", reorder: false }
  }
}

export function useMap(
  worker: Worker,
  name: string,
  text: string,
  fileName: string | null,
): Promise<MapProblem[]> {
  return worker.withSite(name, async ({ record }, journal) => {
    const problems = offerMap(record, { origin: fileName === null ? "text" : "file", from: fileName, text })
    await journal.writeSite(record)
    worker.reload(name)
    return problems
  })
}

/** Erases the site's events and begins a new visitor; its maps stay. */
export async function forget(worker: Worker, name: string): Promise<void> {
  await worker.withSite(name, async ({ record }, journal) => {
    await journal.forgetSite(name)
    await journal.writeSite(emptyRecord(record, Date.now()))
    worker.reload(name)
  })
  await moveClock(name, 0)
}

/** False as well where nothing is known of what the person did. */
async function outlineCause(
  worker: Worker,
  name: string,
  tabId: number,
  id: string | null,
): Promise<boolean> {
  const event = id === null ? null : await worker.withSite(name, async ({ events }) => events.get(id))
  const gesture = event?.gesture
  if (id !== null && !gesture) return false
  const order: BridgeOrder = {
    type: "outline",
    gesture: gesture ? { target: gesture.target ?? "", at: gesture.at ?? 0, page: event?.page?.url } : null,
  }
  return (await chrome.tabs.sendMessage(tabId, order, { frameId: 0 })) === true
}

/** Who presses "next step" and at once "+1 h" means one after the other. */
const clockInTurn = takeTurns()

async function turnClock(
  worker: Worker,
  name: string,
  tabId: number,
  action: Extract<OverlayAction, { type: "clock" | "clock-to-next-due" | "clock-now" }>,
): Promise<void> {
  if (action.type === "clock-now") return moveClock(name, 0)
  if (action.type === "clock") return moveClock(name, clampClock((await readClock(name)) + action.advanceMs))
  const { nextDueAt } = await composeOverlay(worker, name, tabId)
  if (nextDueAt !== null) await moveClock(name, clampClock(nextDueAt - Date.now()))
}

function clampClock(offsetMs: number): number {
  return Math.max(-CLOCK_LIMIT_MS, Math.min(offsetMs, CLOCK_LIMIT_MS))
}
