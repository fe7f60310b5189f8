import { describe, expect, it } from "vitest"
import { iso, pass, SENT } from "../service-pass"

describe("Altcraft", () => {
  const settings = { token: "secret", list: "20" }
  const item = (id: string, action = "send") => ({
    xxh: "92",
    profile_id: "p-1",
    email: "example@example.com",
    action,
    datetime: iso(SENT),
    message_id: 5,
    campaign_id: 137,
    event_id: id,
    smid: "opaque",
    campaign_name: "New astral campaign",
    message_name: "testing",
    subscription: { channel: "email", email: "sub1@yandex.ru" },
    channel: "email",
  })

  it("asks for a database with the token in the body, and pages by the last entry", async () => {
    const page = Array.from({ length: 1_000 }, (_, index) => item(`e${index}`))
    const { evidence, requests, polls } = await pass("altcraft", settings, ({ path, body }) => {
      if (path !== "/api/v1.1/subscribers/history_get_all") return undefined
      return {
        json: {
          data:
            (body as { from_id: string }).from_id === ""
              ? page
              : [item("last", "read"), item("x", "imported")],
        },
      }
    })
    expect(polls).toBe(2)
    expect(evidence).toHaveLength(1_001)
    expect(evidence[0]).toMatchObject({
      kind: "sent",
      to: "sub1@yandex.ru",
      person: "p-1",
      providerId: "opaque",
      campaigns: ["New astral campaign", "137"],
    })
    expect(requests[0]?.body).toEqual({
      token: "secret",
      list_id: 20,
      date_from: "2026-11-21",
      date_to: "2026-11-22",
      limit: 1_000,
      from_id: "",
    })
    expect(requests[1]?.body).toMatchObject({ from_id: "e999" })
  })

  it("asks for one subscriber where one is named", async () => {
    const { requests, evidence } = await pass(
      "altcraft",
      { ...settings, email: "anna@example.test" },
      () => ({ json: { data: [item("1")] } }),
    )
    expect(evidence).toHaveLength(1)
    expect(requests[0]).toMatchObject({
      path: "/api/v1.1/subscribers/history_get",
      body: { matching: "email", email: "anna@example.test" },
    })
  })

  it("says no with status 200", async () => {
    const { problem } = await pass("altcraft", settings, () => ({
      json: { error: 403, error_text: "bad token secret" },
    }))
    expect(problem).toEqual({ code: "refused-by-service", detail: "403" })
  })
})
