import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { injectAtClick } from "../../extension/worker/inject"

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Chrome, which refuses the first `refusals` attempts. */
function openChrome(refusals: number) {
  const asked: string[][] = []
  const executeScript = async ({ files }: { files: string[] }) => {
    asked.push(files)
    if (asked.length <= refusals) throw new Error("Cannot access contents of the page.")
  }
  vi.stubGlobal("chrome", { scripting: { executeScript } })
  return asked
}

async function click() {
  const isIn = injectAtClick(7)
  await vi.runAllTimersAsync()
  return isIn
}

test("comes in at once where it is let in", async () => {
  const asked = openChrome(0)
  expect(await click()).toBe(true)
  expect(asked).toHaveLength(2)
})

test("tries again where the click's leave has not come to the page yet", async () => {
  const asked = openChrome(2)
  expect(await click()).toBe(true)
  expect(asked.at(-1)).toEqual(["page/tap.js"])
})

test("gives up on a page that lets nobody in", async () => {
  const asked = openChrome(Number.POSITIVE_INFINITY)
  expect(await click()).toBe(false)
  expect(asked).toHaveLength(4)
})
