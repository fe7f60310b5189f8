import { beforeEach, expect, test, vi } from "vitest"
import type { OverlayMove } from "../../extension/messages"

type Place = typeof import("../../extension/worker/overlay-place")
let worker: Place
let answer: () => Promise<unknown>
let stored: Record<string, unknown>
let zoom: number
let told: OverlayMove[]

beforeEach(async () => {
  vi.resetModules()
  stored = {}
  zoom = 1
  told = []
  answer = () => Promise.resolve(undefined)
  vi.stubGlobal("chrome", {
    i18n: { getUILanguage: () => "en" },
    tabs: {
      getZoom: async () => zoom,
      sendMessage: (_: number, step: OverlayMove) => {
        told.push(step)
        return answer()
      },
    },
    storage: {
      local: { get: async () => stored, set: async (change: object) => Object.assign(stored, change) },
    },
  })
  worker = await import("../../extension/worker/overlay-place")
})

const step = (dx: number, dy: number, done = false): OverlayMove => ({
  type: "move",
  dx,
  dy,
  from: { x: 0, y: 0, at: 1 },
  done,
})
const says = (right: number, bottom: number) => {
  answer = () => Promise.resolve({ right, bottom })
}
const isGone = () => {
  answer = () => Promise.reject(new Error("The message channel closed."))
}

test("is stored where the page says it was dropped, and not before", async () => {
  says(116, 66)
  await worker.moveOverlay(7, step(-100, -50))
  expect(stored).toEqual({})
  says(200, 100)
  await worker.moveOverlay(7, step(-190, -90, true))
  expect(stored.settings).toMatchObject({ right: 200, bottom: 100, placedAt: expect.any(Number) })
})

test("a drop that the page no longer answers counts by the hand's way", async () => {
  says(116, 66)
  await worker.moveOverlay(7, step(-100, -50))
  isGone()
  await worker.moveOverlay(7, step(-120, -60, true))
  expect(stored.settings).toMatchObject({ right: 136, bottom: 76 })
})

test("a drag that the page's going cut short is found on the next page, once", async () => {
  says(116, 66)
  await worker.moveOverlay(7, step(-100, -50))
  let refuse = (_reason: Error): void => {}
  answer = () =>
    new Promise((_, reject) => {
      refuse = reject
    })
  const late = worker.moveOverlay(7, step(-120, -60, true))
  await worker.finishDrag(7)
  expect(stored.settings).toMatchObject({ right: 136, bottom: 76 })
  refuse(new Error("The message channel closed."))
  await late
  expect(stored.settings).toMatchObject({ right: 136, bottom: 76 })
  stored = {}
  await worker.finishDrag(7)
  await worker.finishDrag(8)
  expect(stored).toEqual({})
})

test("nothing is stored of a page that answers with no place", async () => {
  for (const nonsense of [null, {}, { right: "1", bottom: 2 }, { right: Number.NaN, bottom: 1 }]) {
    answer = () => Promise.resolve(nonsense)
    await worker.moveOverlay(7, step(-100, -50, true))
  }
  expect(stored).toEqual({})
})

test("in a zoomed tab the page is told pixels of its own, keys' as they are", async () => {
  zoom = 2
  says(66, 41)
  await worker.moveOverlay(7, step(-100, -50))
  expect(told.at(-1)).toMatchObject({ dx: -50, dy: -25, zoom: 2 })
  isGone()
  await worker.moveOverlay(7, step(-120, -60, true))
  expect(stored.settings).toMatchObject({ right: 76, bottom: 46 })
  await worker.moveOverlay(7, { ...step(-8, 0, true), from: null })
  expect(told.at(-1)).toMatchObject({ dx: -8 })
})
