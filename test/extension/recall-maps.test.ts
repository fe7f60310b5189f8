import { afterEach, beforeEach, expect, test, vi } from "vitest"
import * as domain from "../../extension/domain"
import { readMap, recallMaps } from "../../extension/worker/recall-maps"
import { memoryStorage } from "./memory-storage"

const text = domain.starterMaps["online-shop"]
let session = memoryStorage()
/** A worker that was started again knows nothing but what is kept. */
const startAgain = () => {
  const kept = { ...session.kept }
  session = Object.assign(memoryStorage(), { refusing: session.refusing })
  Object.assign(session.kept, kept)
  vi.stubGlobal("chrome", { storage: { session } })
}

beforeEach(() => {
  session = memoryStorage()
  vi.stubGlobal("chrome", { storage: { session } })
})
afterEach(() => vi.unstubAllGlobals())

test("what a worker has read, the next one has, just as it was read", async () => {
  const read = (await recallMaps())(text)
  // Nothing of it is lost on the way through the browser's storage.
  Object.assign(session.kept, JSON.parse(JSON.stringify(session.kept)))
  startAgain()
  // Marked: a map that is read anew has no such mark.
  const [kept] = session.kept["read-maps"] as { map: { mark?: string } }[]
  Object.assign(kept!.map, { mark: "kept" })
  expect((await recallMaps())(text)).toStrictEqual({ ...read, mark: "kept" })
})

test("each starter map comes back as it was", () => {
  for (const starter of Object.values(domain.starterMaps)) {
    const map = readMap(starter)
    expect(JSON.parse(JSON.stringify(map))).toStrictEqual(map)
  }
})

test("a text that has changed is read anew, a bad one is not kept, and no more than a few are", async () => {
  await recallMaps().then((read) => read(text))
  startAgain()
  const changed = text.replace(/^name: .*$/m, "name: Another")
  expect((await recallMaps())(changed)?.name).toBe("Another")
  startAgain()
  expect((await recallMaps())("stages: [")).toBeNull()
  for (let number = 0; number < 5; number++) {
    startAgain()
    expect((await recallMaps())(`${text}\n# ${number}`)).toEqual(readMap(text))
  }
  expect(session.kept["read-maps"]).toHaveLength(3)
})

test("where the browser has no room, it is read each time", async () => {
  session.refusing = new Error("QUOTA_BYTES quota exceeded")
  expect((await recallMaps())(text)).toEqual(readMap(text))
  startAgain()
  expect((await recallMaps())(text)).toEqual(readMap(text))
  expect(session.kept).toEqual({})
})
