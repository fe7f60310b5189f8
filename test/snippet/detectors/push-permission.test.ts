// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest"
import { pushPermission } from "../../../snippet/detectors/push-permission"
import { openPage, watchDetector } from "../watch-detector"

afterEach(() => Reflect.deleteProperty(navigator, "permissions"))

const ask = (query: () => Promise<unknown>) => {
  Object.defineProperty(navigator, "permissions", { configurable: true, value: { query: vi.fn(query) } })
  openPage("/vase", "")
  return watchDetector(pushPermission)
}

test("what the person answers", async () => {
  const status = Object.assign(new EventTarget(), { state: "prompt" })
  const { sightings, stop } = ask(async () => status)
  await Promise.resolve()
  expect(sightings).toEqual([])
  for (const state of ["granted", "denied", "prompt"]) {
    status.state = state
    status.dispatchEvent(new Event("change"))
  }
  expect(sightings).toEqual([
    { name: "consent", source: "page", props: { push: "granted" } },
    { name: "consent", source: "page", props: { push: "denied" } },
  ])
  stop()
  status.dispatchEvent(new Event("change"))
  expect(sightings).toHaveLength(2)
})

test("where there is no web push, nobody is asked", async () => {
  const { sightings } = ask(() => Promise.reject(new TypeError("unknown")))
  await Promise.resolve()
  Object.defineProperty(navigator, "permissions", { configurable: true, value: undefined })
  watchDetector(pushPermission)
  expect(sightings).toEqual([])
})
