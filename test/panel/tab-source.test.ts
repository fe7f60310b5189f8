import { afterEach, expect, test, vi } from "vitest"
import { activeTab, tabOfAddress } from "../../extension/panel/tab-source"

type Listener = (...values: unknown[]) => void

function place() {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener: Listener) => listeners.add(listener),
    removeListener: (listener: Listener) => listeners.delete(listener),
    tell: (...values: unknown[]) => {
      for (const listener of listeners) listener(...values)
    },
  }
}

afterEach(() => vi.unstubAllGlobals())

test("the active tab is another one when it is chosen or has loaded, and nobody listens on", () => {
  const tabs = { onActivated: place(), onUpdated: place() }
  vi.stubGlobal("chrome", { tabs })
  const hear = vi.fn()
  const stop = activeTab.onChange(hear)
  tabs.onUpdated.tell(7, { status: "loading" })
  tabs.onUpdated.tell(7, { title: "Shop" })
  expect(hear).not.toHaveBeenCalled()
  tabs.onUpdated.tell(7, { status: "complete" })
  tabs.onActivated.tell({ tabId: 8 })
  expect(hear).toHaveBeenCalledTimes(2)
  stop()
  tabs.onActivated.tell({ tabId: 9 })
  expect(hear).toHaveBeenCalledTimes(2)
})

test("a page's own address names its tab; what is no number does not", async () => {
  expect(await tabOfAddress("?tab=7").current()).toBe(7)
  for (const search of ["", "?tab=", "?tab=-1", "?tab=7x", `?tab=${"9".repeat(16)}`])
    expect(tabOfAddress(search)).toBe(activeTab)
})
