import { describe, expect, it } from "vitest"
import { pass, SENT, seconds } from "../service-pass"

describe("Customer.io", () => {
  const message = (id: string, more: object = {}) => ({
    id,
    type: "email",
    recipient: "anna@example.test",
    subject: "Your cart",
    customer_id: "42",
    customer_identifiers: { id: "42", email: "anna@example.test" },
    campaign_id: 1,
    newsletter_id: null,
    created: seconds(SENT),
    metrics: {
      sent: seconds(SENT),
      delivered: seconds(SENT) + 2,
      opened: seconds(SENT) + 100,
      drafted: seconds(SENT),
    },
    ...more,
  })

  it("gives each thing that became of a delivery, over all channels", async () => {
    const { evidence, polls, requests } = await pass("customerio", { key: "k" }, ({ query }) =>
      query.get("start") === null
        ? { json: { messages: [message("d1"), message("d2", { type: "webhook" })], next: "more" } }
        : {
            json: {
              messages: [message("d3", { type: "push", metrics: { sent: seconds(SENT), bounced: 0 } })],
              next: "",
            },
          },
    )
    expect(polls).toBe(2)
    expect(evidence.map(({ id, kind, channel }) => `${id} ${kind} ${channel}`)).toEqual([
      "d1:sent sent email",
      "d1:delivered delivered email",
      "d1:opened opened email",
      "d3:sent sent push",
    ])
    expect(evidence[0]).toMatchObject({ at: SENT, person: "42", campaigns: ["1"], providerId: "d1" })
    expect(requests[1]?.query.get("start")).toBe("more")
  })
})
