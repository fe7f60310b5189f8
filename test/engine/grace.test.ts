import { expect, it } from "vitest"
import { graceMs } from "../../shared/engine/grace"
import { mapOf } from "./story"

const MINUTE_MS = 60_000

it("is the step's own, else the channel's, else the usual one of its kind (rule 25)", () => {
  const ids = ["push", "popup", "chatbot", "app", "sms", "messenger", "email", "call", "offline", "pigeon"]
  const map = mapOf({ channels: Object.fromEntries(ids.map((id) => [id, {}])) })
  expect(ids.map((id) => graceMs(map, id) / MINUTE_MS)).toEqual([2, 2, 2, 2, 5, 5, 10, 480, 480, 10])
  const own = mapOf({ channels: { push: { grace: "15m" }, email: {} } })
  expect(graceMs(own, "push")).toBe(15 * MINUTE_MS)
  expect(graceMs(own, "push", "0s")).toBe(0)
  expect(graceMs(own, "constructor")).toBe(10 * MINUTE_MS)
})
