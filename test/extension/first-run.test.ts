import { afterEach, describe, expect, test, vi } from "vitest"
import { watchFirstRun } from "../../extension/worker/first-run"

afterEach(() => vi.unstubAllGlobals())

/** The pages that are opened when the browser gives this reason. */
function openedAt(reason: string, manifest: object = {}): string[] {
  const opened: string[] = []
  let tell = (_: { reason: string }): void => {}
  vi.stubGlobal("chrome", {
    runtime: {
      onInstalled: {
        addListener: (listener: typeof tell) => {
          tell = listener
        },
      },
      getManifest: () => manifest,
      getURL: (path: string) => path,
    },
    tabs: { create: async ({ url }: { url: string }) => opened.push(url) },
  })
  watchFirstRun()
  tell({ reason })
  return opened
}

describe("the tour", () => {
  test("opens by itself when the extension is installed", () => {
    expect(openedAt("install")).toEqual(["tabs/tour.html"])
  })

  test("does not open at an update, of the extension or of the browser", () => {
    expect(openedAt("update")).toEqual([])
    expect(openedAt("chrome_update")).toEqual([])
  })

  test("does not open in the build for tests", () => {
    expect(openedAt("install", { host_permissions: ["<all_urls>"] })).toEqual([])
  })
})
