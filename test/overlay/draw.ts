import { act, createElement, type ReactNode } from "react"
import { createRoot, type Root } from "react-dom/client"
import { Overlay } from "../../extension/overlay/overlay"
import type { OverlayAction, OverlayState } from "../../extension/overlay/state"

// React asks for this where `act` is used.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const roots: Root[] = []

/** Draws into the test's document; `again` draws another thing in the same place. */
export function draw(node: ReactNode): { host: HTMLElement; again(next: ReactNode): void } {
  const host = document.createElement("div")
  document.body.append(host)
  const root = createRoot(host)
  roots.push(root)
  act(() => root.render(node))
  return { host, again: (next) => act(() => root.render(next)) }
}

/** Takes everything down again: for `afterEach`. */
export function clear(): void {
  act(() => {
    for (const root of roots.splice(0)) root.unmount()
  })
  document.body.replaceChildren()
}

/** The overlay in a state, with everything it asked for. */
export function drawOverlay(state: OverlayState) {
  const actions: OverlayAction[] = []
  const tell = (action: OverlayAction) => {
    actions.push(action)
  }
  const { host, again } = draw(createElement(Overlay, { state, act: tell }))
  return {
    host,
    actions,
    /** What was asked for besides the size, which a document without layout cannot tell. */
    asked: () => actions.filter(({ type }) => type !== "size"),
    show: (next: OverlayState) => again(createElement(Overlay, { state: next, act: tell })),
    cues: (kind: string) => [...host.querySelectorAll<HTMLElement>(`[data-cue="${kind}"]`)].map(readCue),
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

function readCue(element: HTMLElement) {
  return {
    id: element.dataset.cueId,
    status: element.dataset.cueStatus,
    text: (element.textContent ?? "").replace(/\s+/g, " ").trim(),
  }
}

export function click(element: HTMLElement): void {
  act(() => element.click())
}

export function press(element: HTMLElement, key: string, more: KeyboardEventInit = {}): void {
  act(() => {
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }))
  })
}
