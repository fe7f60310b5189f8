import { expect, test } from "vitest"
import { takeTurns } from "../../extension/worker/in-turn"

test("what reads, waits and writes back loses no change of another", async () => {
  const inTurn = takeTurns()
  let stored = 0
  const increase = () =>
    inTurn(async () => {
      const read = stored
      await Promise.resolve()
      stored = read + 1
    })
  await Promise.all([increase(), increase(), increase()])
  expect(stored).toBe(3)
})

test("a task that fails tells its caller, and lets the next have its turn", async () => {
  const inTurn = takeTurns()
  const failed = inTurn(() => Promise.reject(new Error("disk full")))
  const next = inTurn(async () => "fine")
  await expect(failed).rejects.toThrow("disk full")
  await expect(next).resolves.toBe("fine")
})
