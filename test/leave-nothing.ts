import { GlobalWindow } from "happy-dom"
import { afterAll, expect, vi } from "vitest"
import { populateGlobal } from "vitest/runtime"

/**
 * For test files that share a process: what a file has replaced in it is put back at its end, and one that asks for a
 * document has a window of its own, which ends with it. No listener, timer or address of it reaches the next file.
 */
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})
if (expect.getState().environment === "happy-dom") openWindow()

/** As vitest opens the one window of a process. */
function openWindow(): void {
  const window = new GlobalWindow({
    url: "http://localhost:3000",
    console: globalThis.console,
    settings: { disableErrorCapturing: true },
  })
  // What Node has too, and a page's own must take the place of.
  const additionalKeys = [
    ...["Request", "Response", "Headers", "FormData", "fetch", "URL", "URLSearchParams"],
    ...["AbortController", "AbortSignal", "MessagePort"],
  ]
  const populate = () => populateGlobal(globalThis, window, { bindFunctions: true, additionalKeys })
  const present = Object.entries(Object.getOwnPropertyDescriptors(globalThis))
  const { keys, originals } = populate()
  // The history, the location and others of the process's first window would stay.
  const hidden = present.filter(([name, { get, set }]) => get && set && name in window && !keys.has(name))
  for (const [name] of hidden) Reflect.deleteProperty(globalThis, name)
  for (const name of populate().keys) keys.add(name)
  afterAll(async () => {
    await window.happyDOM.abort()
    window.close()
    for (const name of keys) Reflect.deleteProperty(globalThis, name)
    for (const [name, value] of originals) Object.assign(globalThis, { [name]: value })
    for (const [name, descriptor] of hidden) Object.defineProperty(globalThis, name, descriptor)
  })
}
