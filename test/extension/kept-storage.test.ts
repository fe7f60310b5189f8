import { beforeEach, expect, test, vi } from "vitest"
import { localStorage, sessionStorage } from "../../extension/worker/kept-storage"
import { onceAtATime } from "../../extension/worker/once-at-a-time"
import { memoryStorage } from "./memory-storage"

let local: ReturnType<typeof memoryStorage>
let session: ReturnType<typeof memoryStorage>

beforeEach(() => {
  local = memoryStorage()
  session = memoryStorage()
  vi.stubGlobal("chrome", { storage: { local, session } })
})

/** Of the browser's storage, after which nothing is counted that was asked before. */
const countAsked = (area: ReturnType<typeof memoryStorage>) => vi.spyOn(area, "get")

test("what was read or written once is not asked again, absent or there", async () => {
  session.kept.there = { a: 1 }
  const asked = countAsked(session)
  const storage = sessionStorage()
  expect(await storage.get(["there", "absent"])).toEqual({ there: { a: 1 } })
  await storage.set({ written: [1] })
  await storage.remove("there")
  expect(await storage.get(["there", "absent", "written"])).toEqual({ written: [1] })
  expect(session.kept).toEqual({ written: [1] })
  expect(asked).toHaveBeenCalledTimes(1)
  await storage.clear()
  expect(await storage.get(["written"])).toEqual({})
})

test("what is written is read before the browser has it, and nobody changes what others read", async () => {
  const storage = sessionStorage()
  const written = storage.set({ tab: { site: "a" } })
  const { tab } = (await storage.get(["tab"])) as { tab: { site: string } }
  tab.site = "b"
  await written
  expect(await storage.get(["tab"])).toEqual({ tab: { site: "a" } })
})

test("what the browser refuses to keep is not taken for kept", async () => {
  session.kept.tab = "old"
  session.refusing = new Error("QUOTA_BYTES")
  const storage = sessionStorage()
  await expect(storage.set({ tab: "new" })).rejects.toThrow("QUOTA_BYTES")
  expect(await storage.get(["tab"])).toEqual({ tab: "old" })
})

test("what others change is asked again, also where the question was on its way", async () => {
  const storage = localStorage()
  await storage.set({ settings: { mode: "pill" } })
  const change = (value: unknown) => {
    local.kept.settings = value
    for (const listener of local.heard) listener({ settings: { newValue: value } })
  }
  change({ mode: "open" })
  expect(await storage.get(["settings"])).toEqual({ settings: { mode: "open" } })
  const asked = countAsked(local)
  change({ mode: "pill" })
  asked.mockImplementationOnce(async () => {
    change({ mode: "open" })
    return { settings: { mode: "pill" } }
  })
  await storage.get(["settings"])
  expect(await storage.get(["settings"])).toEqual({ settings: { mode: "open" } })
})

test("who asks while it runs is served by one more run, each tab for itself, also after a failure", async () => {
  const ends: { of: number; end(error?: Error): void }[] = []
  const run = onceAtATime(
    (of: number) =>
      new Promise<void>((resolve, reject) => {
        ends.push({ of, end: (error) => (error ? reject(error) : resolve()) })
      }),
  )
  const first = run(1)
  const others = [run(1), run(1), run(2)]
  expect(ends.map(({ of }) => of)).toEqual([1, 2])
  ends[0]?.end(new Error("gone"))
  ends[1]?.end()
  await expect(first).rejects.toThrow("gone")
  await vi.waitFor(() => expect(ends.map(({ of }) => of)).toEqual([1, 2, 1]))
  ends[2]?.end()
  await Promise.all(others)
  void run(1)
  expect(ends).toHaveLength(4)
})
