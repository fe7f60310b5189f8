import { vi } from "vitest"

/** Stands in for the browser's timeline of requests; gives what tells of entries. Undone by `vi.unstubAllGlobals`. */
export function stubTimeline(): (...entries: unknown[]) => void {
  let listener: (list: { getEntries(): unknown[] }) => void = () => {}
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(given: typeof listener) {
        listener = given
      }
      observe() {}
      disconnect() {}
    },
  )
  return (...entries) => listener({ getEntries: () => entries })
}
