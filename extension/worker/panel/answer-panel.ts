import type { PageMessage } from "../../messages"
import type { PanelAnswer } from "../../panel/state"
import { readSettings } from "../settings"
import type { Worker } from "../worker"
import { composePanel } from "./compose-panel"
import { readLens } from "./read-lens"
import type { ViewAnswerer } from "./view-answerer"
import { answerers, isViewId } from "./views"

type PanelMessage = Extract<PageMessage, { type: "panel-state" | "panel-action" }>

/** What the side panel (or another page with its views) asked for; `where` is null where nothing is audited. */
export async function answerPanel(
  worker: Worker,
  where: { site: string; tabId: number } | null,
  message: PanelMessage,
  announce: (site: string, tabId: number) => Promise<void>,
): Promise<unknown> {
  if (!isViewId(message.view)) return null
  if (where === null) {
    const { language } = await readSettings()
    return message.type === "panel-state"
      ? ({ panel: null, reason: "no-site", language } satisfies PanelAnswer)
      : null
  }
  if (message.type === "panel-state")
    return composePanel(worker, where, {
      view: message.view,
      question: message.question,
      lens: readLens(message.lens),
    })
  const answerer = answerers[message.view] as ViewAnswerer<{
    question: unknown
    state: unknown
    action: { type: string }
  }>
  const effect = await answerer.act?.(worker, where.site, message.action)
  if (effect?.changed) await announce(where.site, where.tabId)
  return effect?.answer ?? null
}
