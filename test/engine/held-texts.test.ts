import { expect, test } from "vitest"
import { HeldTexts } from "../../shared/engine/findings/held-texts"
import { RepeatedIds } from "../../shared/engine/repeated-ids"

test("texts are given back exactly, short and long, of any letters, even halves of some", () => {
  const texts = [
    "",
    "a",
    "e-1",
    "ж",
    "\ud800",
    "\u0000",
    "x".repeat(255),
    "x".repeat(256),
    "я".repeat(70_000),
  ]
  for (let index = 0; index < 60_000; index++) texts.push(`event-${index}`)
  const held = new HeldTexts()
  const numbers = texts.map((text) => held.add(text))
  expect(new Set(numbers).size).toBe(texts.length)
  expect(Math.min(...numbers.slice(0, 9))).toBeGreaterThan(0)
  expect(numbers.map((number) => held.at(number))).toEqual(texts)
})

test("of many ids those are found that are repeated, and no other", () => {
  const ids = new RepeatedIds()
  for (let index = 0; index < 150_000; index++) ids.take(`event-${index}`)
  for (let index = 0; index < 150_000; index += 1_500) ids.take(`event-${index}`)
  const { count, includes } = ids.finish()
  expect(count).toBe(100)
  const found = Array.from({ length: 150_000 }, (_, index) => index).filter((index) =>
    includes(`event-${index}`),
  )
  expect(found).toEqual(Array.from({ length: 100 }, (_, index) => index * 1_500))
})

test("a log without repetitions has none", () => {
  const ids = new RepeatedIds()
  expect(new RepeatedIds().finish().count).toBe(0)
  for (const id of ["", "1", "2", "a-1", "a-2"]) ids.take(id)
  const { count, includes } = ids.finish()
  expect([count, includes("1"), includes("x")]).toEqual([0, false, false])
})
