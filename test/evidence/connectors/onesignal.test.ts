import { describe, expect, it } from "vitest"
import { pass, SENT, seconds } from "../service-pass"

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
})
