import { describe, expect, it } from "vitest"
import { NOW, pass, SENT, seconds } from "../service-pass"

describe("OneSignal", () => {
  const notification = (id: string, more: object = {}) => ({
    id,
    contents: { en: "Come back" },
    successful: 1,
    failed: 0,
    received: 0,
    send_after: seconds(SENT),
    ...more,
  })

  it("proves nothing by a count of many, and something where it was for one", async () => {
    const one = { include_aliases: { external_id: ["anna"] }, received: 1 }
    const { evidence } = await pass("onesignal", { app: "a", key: "k" }, ({ headers }) =>
      headers.authorization === "Key k"
        ? {
            json: {
              total_count: 3,
              notifications: [
                notification("many", { successful: 900 }),
                notification("one", one),
                notification("two", { include_aliases: { external_id: ["anna", "boris"] } }),
                notification("failed", { ...one, successful: 0, received: 0, failed: 1 }),
              ],
            },
          }
        : { status: 401 },
    )
    expect(evidence.map(({ id, person }) => `${id} ${person}`)).toEqual([
      "one:sent anna",
      "one:delivered anna",
      "failed:failed anna",
    ])
  })

  it("covers no moment at which something went to many: this person may have been among them", async () => {
    const { coverage } = await pass(
      "onesignal",
      { app: "a", key: "k" },
      () => ({ json: { total_count: 1, notifications: [notification("many", { successful: 900 })] } }),
      { since: SENT - 60_000 },
    )
    expect(coverage).toEqual([
      { channel: "push", from: SENT - 60_000, to: SENT - 1_000 },
      { channel: "push", from: SENT + 1_000, to: NOW - 60_000 },
    ])
    const many = Array.from({ length: 300 }, (_, index) =>
      notification(`m${index}`, { send_after: seconds(SENT) + index }),
    )
    const { coverage: none } = await pass("onesignal", { app: "a", key: "k" }, ({ query }) => {
      const offset = Number(query.get("offset"))
      return { json: { total_count: 300, notifications: many.slice(offset, offset + 50) } }
    })
    expect(none).toEqual([])
  })
})
