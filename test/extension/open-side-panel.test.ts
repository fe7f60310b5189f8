import { afterEach, expect, test, vi } from "vitest"
import { openSidePanel } from "../../extension/open-side-panel"

const refuse = () => Promise.reject(new Error("only while a press is fresh"))

afterEach(() => vi.unstubAllGlobals())

test("Chrome's panel is asked for at once, for the tab that is known", () => {
  const open = vi.fn(async () => {})
  vi.stubGlobal("chrome", { sidePanel: { open } })
  void openSidePanel({ tabId: 7 })
  expect(open).toHaveBeenCalledWith({ tabId: 7 })
})

test("a tab that is not known yet is asked for", async () => {
  const open = vi.fn(async () => {})
  vi.stubGlobal("chrome", { sidePanel: { open } })
  expect(await openSidePanel(async () => ({ tabId: 8 }))).toBe(true)
  expect(open).toHaveBeenCalledWith({ tabId: 8 })
})

test("Firefox's sidebar is asked for at once, and nothing is asked before", () => {
  const open = vi.fn(async () => {})
  const find = vi.fn(async () => ({ tabId: 8 }))
  vi.stubGlobal("chrome", { sidebarAction: { open } })
  void openSidePanel(find)
  expect(open).toHaveBeenCalledOnce()
  expect(find).not.toHaveBeenCalled()
})

test.each([
  ["it is refused", { sidePanel: { open: refuse } }],
  ["Firefox refuses it", { sidebarAction: { open: refuse } }],
  ["there is neither", {}],
])("where %s nothing is opened, and nothing fails", async (_, chrome) => {
  vi.stubGlobal("chrome", chrome)
  expect(await openSidePanel({ tabId: 7 })).toBe(false)
})
