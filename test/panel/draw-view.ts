import { createElement } from "react"
import type { OverlayAction } from "../../extension/overlay/state"
import { Panel } from "../../extension/panel/panel"
import type { Lens, PanelState, ViewId } from "../../extension/panel/state"
import { draw } from "../overlay/draw"

/** The panel with one view's answer, and everything that was asked for in it. */
export function drawPanel(panel: PanelState) {
  const asked = {
    shown: [] as ViewId[],
    questions: [] as unknown[],
    lenses: [] as (Lens | null)[],
    actions: [] as { type: string }[],
    onSite: [] as OverlayAction[],
  }
  const node = (given: PanelState) =>
    createElement(Panel, {
      panel: given,
      show: (view) => void asked.shown.push(view),
      ask: (_, question) => void asked.questions.push(question),
      look: (lens) => void asked.lenses.push(lens),
      act: async (_, action) => void asked.actions.push(action),
      actOnSite: async (action) => void asked.onSite.push(action),
      refresh: () => {},
    })
  const { host, again } = draw(node(panel))
  const view = () => {
    const element = host.querySelector<HTMLElement>("[role=tabpanel]")
    if (!element) throw new Error("The panel shows no view")
    return element
  }
  return {
    host,
    asked,
    view,
    /** What a person reads in the view, with single spaces. */
    text: () => (view().textContent ?? "").replace(/\s+/g, " ").trim(),
    show: (next: PanelState) => again(node(next)),
    cues: (kind: string) =>
      [...view().querySelectorAll<HTMLElement>(`[data-cue="${kind}"]`)].map(
        ({ dataset }) => `${dataset.cueId} ${dataset.cueStatus}`,
      ),
    find: (selector: string) => {
      const element = host.querySelector<HTMLElement>(selector)
      if (!element) throw new Error(`Nothing matches ${selector}`)
      return element
    },
    button: (name: string | RegExp) => {
      const found = [...host.querySelectorAll("button")].find((button) => {
        const label = button.getAttribute("aria-label") ?? button.textContent?.trim() ?? ""
        return typeof name === "string" ? label === name : name.test(label)
      })
      if (!found) throw new Error(`No button ${name}`)
      return found
    },
  }
}
