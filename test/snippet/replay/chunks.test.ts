import { describe, expect, test } from "vitest"
import { type CutChunk, cutChunks, type ReplayMode } from "../../../snippet/replay/chunks"
import { createRing } from "../../../snippet/replay/ring"
import { createWeight } from "../../../snippet/replay/weight"

function open(mode: ReplayMode) {
  const kept: CutChunk[] = []
  const ends: string[] = []
  let begun = 0
  const chunks = cutChunks(
    mode,
    (chunk) => kept.push(chunk),
    () => begun++,
    (why) => ends.push(why),
  )
  return { chunks, kept, ends, begun: () => begun }
}

describe("the ring", () => {
  test("always holds at least the minute before, from a full snapshot on", () => {
    const ring = createRing(60_000, 1_000_000)
    for (let at = 0; at <= 300_000; at += 1_000) ring.add(`${at};`, at, at % 30_000 === 0)
    const frames = ring.take()
    expect(frames[0]).toBe("240000;")
    expect(frames.at(-1)).toBe("300000;")
    expect(ring.take()).toEqual([])
  })

  test("gives up older segments rather than grow, never the one that is played from", () => {
    const ring = createRing(60_000, 100)
    for (let at = 0; at < 20; at++) ring.add("x".repeat(20), at, at % 4 === 0)
    expect(ring.size()).toBeLessThanOrEqual(100)
    expect(ring.take().length).toBe(4)
  })
})

describe("errors", () => {
  test("nothing is kept without one", () => {
    const { chunks, kept } = open("errors")
    for (let at = 0; at < 600_000; at += 1_000) chunks.add("{}", at, at % 30_000 === 0)
    chunks.settle()
    chunks.tick(700_000)
    expect(kept).toEqual([])
  })

  test("one keeps the minute before it and some seconds after it; then the ring begins anew", () => {
    const { chunks, kept, begun } = open("errors")
    chunks.add("a", 1_000, true)
    chunks.goneWrong("broken", 2_000)
    chunks.goneWrong("again", 2_001)
    chunks.add("b", 3_000, false)
    chunks.tick(4_000)
    expect(kept).toEqual([{ frames: ["a"], from: 1_000, to: 2_000, why: "broken" }])
    chunks.tick(7_001)
    expect(kept[1]).toMatchObject({ frames: ["b"], from: 3_000 })
    expect(begun()).toBe(1)
    chunks.add("c", 8_000, true)
    chunks.settle()
    expect(kept.length).toBe(2)
  })

  test("no page keeps more than three of them", () => {
    const { chunks, kept, ends } = open("errors")
    for (let turn = 0; turn < 3; turn++) {
      chunks.add("a", turn * 100_000, true)
      chunks.goneWrong("broken", turn * 100_000 + 1)
      chunks.tick(turn * 100_000 + 6_000)
    }
    expect(kept.length).toBe(3)
    expect(ends).toEqual(["3 errors were kept"])
  })
})

describe("a session", () => {
  test("is cut by time and by size, and at the end of the page", () => {
    const { chunks, kept } = open("session")
    chunks.add("a", 0, true)
    chunks.add("b", 10_000, false)
    chunks.add("x".repeat(150_000), 10_001, false)
    chunks.add("c", 10_002, false)
    chunks.goneWrong("an error changes nothing", 10_003)
    chunks.settle()
    chunks.settle()
    expect(kept.map(({ frames }) => frames.length)).toEqual([2, 1, 1])
    expect(kept.every(({ why }) => why === "session")).toBe(true)
  })

  test("ends after half an hour, or 12 MiB", () => {
    const long = open("session")
    for (let at = 0; at < 1_900_000; at += 10_000) long.chunks.add("{}", at, false)
    expect(long.ends[0]).toBe("30 minutes")
    const large = open("session")
    for (let at = 0; at < 100; at++) large.chunks.add("x".repeat(150_000), at, false)
    expect(large.ends[0]).toBe("12582912 bytes")
  })
})

describe("weight", () => {
  const weigh = () => {
    const told: string[] = []
    let now = 0
    const weight = createWeight(
      () => now,
      (why) => told.push(why),
    )
    return { weight, told, wait: (ms: number) => (now += ms) }
  }

  test("of what is added at once, of mutations, time and bytes in ten seconds; told once", () => {
    for (const [load, words] of [
      [(weight: ReturnType<typeof createWeight>) => weight.mutations(1, 3_001), /3001 nodes/],
      [(weight: ReturnType<typeof createWeight>) => weight.mutations(20_001, 0), /20000 mutations/],
      [(weight: ReturnType<typeof createWeight>) => weight.busy(501), /501 ms/],
      [(weight: ReturnType<typeof createWeight>) => [400, 400, 400].map(weight.busy), /1000 ms in 10 s/],
      [(weight: ReturnType<typeof createWeight>) => weight.recorded(3_000_000), /bytes in 10 s/],
    ] as const) {
      const { weight, told } = weigh()
      load(weight)
      load(weight)
      expect(told).toEqual([expect.stringMatching(words)])
    }
  })

  test("a lively page that never has much at once goes on", () => {
    const { weight, told, wait } = weigh()
    for (let turn = 0; turn < 100; turn++) {
      weight.mutations(10_000, 2_000)
      weight.busy(400)
      weight.recorded(1_000_000)
      wait(10_000)
    }
    expect(told).toEqual([])
  })
})
