import { describe, expect, it } from "vitest"
import { iso, kindsOf, pass, SENT } from "../service-pass"

describe("Brevo", () => {
  const event = (name: string, more: object = {}) => ({
    email: "anna@example.test",
    date: iso(SENT),
    subject: "Your cart",
    messageId: "<m1@brevo>",
    event: name,
    tag: "cart",
    from: "shop@x.test",
    templateId: 7,
    ...more,
  })

  it("counts a proxy's open for a delivery, and what is only requested for nothing", async () => {
    const names = [
      "requests",
      "delivered",
      "opened",
      "loadedByProxy",
      "clicks",
      "hardBounces",
      "softBounces",
      "blocked",
      "deferred",
      "unsubscribed",
      "news",
    ]
    const { evidence, requests } = await pass("brevo", { key: "k" }, () => ({
      json: { events: names.map((name) => event(name)) },
    }))
    expect(kindsOf(evidence)).toEqual([
      "delivered",
      "opened",
      "opened",
      "clicked",
      "bounced",
      "bounced",
      "failed",
      "unsubscribed",
    ])
    expect(evidence[2]).toMatchObject({
      machine: true,
      providerId: "m1@brevo",
      template: "7",
      campaigns: ["cart"],
    })
    expect(evidence.map(({ bounce }) => bounce).filter(Boolean)).toEqual(["hard", "soft"])
    expect(requests[0]?.headers["api-key"]).toBe("k")
    expect(requests[0]?.query.get("endDate")).toBe("2026-11-22")
  })

  it("leaves the list out where it is empty, which is no fault; and days are whole", async () => {
    expect((await pass("brevo", { key: "k" }, () => ({ json: {} }))).problem).toBeNull()
    expect((await pass("brevo", { key: "k" }, () => ({ json: [] }))).problem?.code).toBe("wrong-shape")
    const { evidence } = await pass(
      "brevo",
      { key: "k" },
      () => ({ json: { events: [event("delivered")] } }),
      { since: SENT + 1 },
    )
    expect(evidence).toEqual([])
  })
})
