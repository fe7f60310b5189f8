import { describe, expect, it } from "vitest"
import { iso, kindsOf, pass, SENT } from "../service-pass"

describe("SendGrid", () => {
  it("takes the time from the details: the list has that of the last event", async () => {
    const { evidence, requests } = await pass("sendgrid", { key: "k" }, ({ path, headers }) => {
      if (headers.authorization !== "Bearer k") return { status: 401 }
      if (path === "/v3/messages")
        return {
          json: {
            messages: [
              {
                from_email: "shop@x.test",
                msg_id: "abc.filter0001",
                subject: "Your cart",
                to_email: "anna@example.test",
                status: "delivered",
                opens_count: 1,
                last_event_time: iso(SENT + 7_200_000),
              },
            ],
          },
        }
      return {
        json: {
          events: [
            { event_name: "processed", processed: iso(SENT) },
            { event_name: "delivered", processed: iso(SENT + 1_000) },
            { event_name: "opened", processed: iso(SENT + 7_200_000) },
            { event_name: "deferred", processed: iso(SENT) },
            { event_name: "bounced", processed: iso(SENT), bounce_type: "soft" },
          ],
          categories: ["cart-1"],
          unique_args: '{"scenario":"cart","step":"email"}',
        },
      }
    })
    expect(evidence.map(({ kind, at }) => [kind, at - SENT])).toEqual([
      ["sent", 0],
      ["delivered", 1_000],
      ["opened", 7_200_000],
      ["bounced", 0],
    ])
    expect(evidence[0]).toMatchObject({
      providerId: "abc",
      scenario: "cart",
      step: "email",
      campaigns: ["cart-1"],
    })
    expect(evidence[3]?.bounce).toBe("soft")
    expect(requests[0]?.query.get("query")).toContain('BETWEEN TIMESTAMP "2026-11-21T12:00:00Z"')
  })

  it("survives arguments that are no JSON", async () => {
    const { evidence } = await pass("sendgrid", { key: "k" }, ({ path }) =>
      path === "/v3/messages"
        ? { json: { messages: [{ msg_id: "a", to_email: "x@y.test" }, {}] } }
        : { json: { events: [{ event_name: "processed", processed: iso(SENT) }, 3], unique_args: "{" } },
    )
    expect(kindsOf(evidence)).toEqual(["sent"])
  })

  it("covers nothing before a second in which there was more than it hands out", async () => {
    const full = Array.from({ length: 1_000 }, () => ({ last_event_time: iso(SENT) }))
    const { coverage, polls } = await pass(
      "sendgrid",
      { key: "k" },
      ({ path }) => ({ json: path === "/v3/messages" ? { messages: full } : { events: [] } }),
      { now: SENT + 3_600_000, since: SENT - 3_600_000 },
    )
    expect(polls).toBe(2)
    expect(coverage).toEqual([{ channel: "email", from: SENT + 1_000, to: SENT + 3_300_000 }])
  })
})
