import { describe, expect, it } from "vitest"
import { iso, NOW, pass, SENT } from "../service-pass"

describe("Postmark", () => {
  const message = (id: string, status = "Sent") => ({
    Tag: "cart-abandon",
    MessageID: id,
    Recipients: ["anna@example.test"],
    ReceivedAt: "2026-11-22T04:00:00.0000000-05:00",
    From: "shop@x.test",
    Subject: "Your cart",
    Status: status,
  })

  it("asks the details for what became of a message", async () => {
    const all = [...Array.from({ length: 51 }, (_, index) => message(`m${index}`)), message("q", "Queued")]
    const { evidence, polls, requests } = await pass(
      "postmark",
      { token: "t" },
      ({ path, query, headers }) => {
        if (headers["x-postmark-server-token"] !== "t") return { status: 401 }
        if (path === "/messages/outbound") {
          const offset = Number(query.get("offset"))
          return {
            json: {
              TotalCount: all.length,
              Messages: all.slice(offset, offset + Number(query.get("count"))),
            },
          }
        }
        const events = path.includes("/m0/")
          ? [
              { Recipient: "anna@example.test", Type: "Delivered", ReceivedAt: iso(SENT + 5_000) },
              { Recipient: "anna@example.test", Type: "Transient", ReceivedAt: iso(SENT + 6_000) },
              { Recipient: "anna@example.test", Type: "LinkClicked", ReceivedAt: iso(SENT + 9_000) },
            ]
          : []
        return { json: { MessageEvents: events } }
      },
    )
    expect(polls).toBe(2)
    expect(evidence).toHaveLength(51 + 2)
    expect(evidence[0]).toMatchObject({
      kind: "sent",
      at: SENT,
      providerId: "m0",
      campaigns: ["cart-abandon"],
    })
    expect(evidence.slice(1, 3).map(({ kind, at }) => [kind, at - SENT])).toEqual([
      ["delivered", 5_000],
      ["clicked", 9_000],
    ])
    expect(requests[0]?.query.get("count")).toBe("50")
  })

  it("covers only what it lets be read: nothing beyond its ten thousandth message", async () => {
    const from = SENT - 3_600_000
    const begun = { from, to: NOW, page: 9_950, keptFrom: null, newest: null, reachedOlder: false }
    const { coverage, polls } = await pass(
      "postmark",
      { token: "t" },
      ({ path }) => ({
        json:
          path === "/messages/outbound"
            ? { TotalCount: 20_000, Messages: Array.from({ length: 50 }, (_, index) => message(`m${index}`)) }
            : { MessageEvents: [] },
      }),
      { state: { pass: begun, readTo: null, mark: null, faults: 0 } },
    )
    expect([polls, coverage]).toEqual([1, [{ channel: "email", from: SENT, to: NOW - 60_000 }]])
  })
})
