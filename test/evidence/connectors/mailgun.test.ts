import { describe, expect, it } from "vitest"
import { basic, kindsOf, NOW, pass, SENT, seconds, serviceUrl } from "../service-pass"

describe("Mailgun", () => {
  const settings = { domain: "mg.shop.test", key: "key-1" }
  const item = (id: string, event: string, more: object = {}) => ({
    id,
    event,
    timestamp: seconds(SENT) + 0.908181,
    recipient: "anna@example.test",
    tags: ["cart-abandon"],
    "user-variables": { scenario: "cart-abandon", step: "email-1" },
    message: { headers: { "message-id": "m1@mg", subject: "Your cart", from: "shop@x.test", to: "" } },
    ...more,
  })

  it("reads its pages until an empty one, and takes events for what they are", async () => {
    const first = [
      item("1", "accepted"),
      item("2", "delivered"),
      item("3", "opened"),
      item("4", "opened", { "client-info": { bot: "gmail" } }),
      item("5", "failed", { severity: "temporary" }),
      item("6", "failed", { severity: "permanent" }),
      item("7", "stored"),
      item("8", "complained"),
      { event: "delivered" },
    ]
    const { evidence, unreadable, requests, coverage } = await pass(
      "mailgun",
      settings,
      ({ path, headers }) => {
        if (headers.authorization !== basic("api", "key-1")) return { status: 401 }
        const page = path === "/v3/mg.shop.test/events" ? first : []
        return { json: { items: page, paging: { next: `${serviceUrl()}/v3/mg.shop.test/events/next-page` } } }
      },
    )
    expect(kindsOf(evidence)).toEqual(["delivered", "opened", "opened", "bounced", "unsubscribed"])
    expect(evidence[0]).toEqual({
      id: "2026-11-22:2",
      kind: "delivered",
      at: SENT + 908,
      channel: "email",
      to: "anna@example.test",
      person: null,
      providerId: "m1@mg",
      scenario: "cart-abandon",
      step: "email-1",
      message: null,
      campaigns: ["cart-abandon"],
      subject: "Your cart",
      sender: "shop@x.test",
    })
    expect(evidence[2]?.machine).toBe(true)
    expect(unreadable).toBe(1)
    expect(requests.map(({ path }) => path)).toEqual([
      "/v3/mg.shop.test/events",
      "/v3/mg.shop.test/events/next-page",
    ])
    expect(requests[0]?.query.get("ascending")).toBe("yes")
    expect(coverage[0]?.to).toBe(NOW - 120_000)
  })

  it("covers no more than it keeps", async () => {
    const answer = () => ({ json: { items: [], paging: {} } })
    const { coverage } = await pass("mailgun", settings, answer, { since: 0 })
    expect(coverage[0]?.from).toBe(NOW - 3 * 86_400_000)
  })
})
