import { describe, expect, it } from "vitest"
import { iso, pass, SENT } from "../service-pass"

const event = (id: string, status = "delivered", more: object = {}) => ({
  specversion: "1.0",
  id,
  source: "esp.example/acc1",
  type: "communication.delivery",
  time: iso(SENT),
  data: {
    channel: "email",
    status,
    messageId: "<m1@esp>",
    recipient: { email: "anna@example.test" },
    person: "p-42",
    scenario: "cart-abandon",
    step: "email-1",
  },
  ...more,
})

describe("CloudEvents", () => {
  it("are read one or in a batch", async () => {
    const { evidence } = await pass("cloudevents", {}, () => ({
      json: [event("1"), event("1"), event("2", "clicked")],
    }))
    expect(evidence.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "esp.example/acc1:1 delivered",
      "esp.example/acc1:1 delivered",
      "esp.example/acc1:2 clicked",
    ])
    expect(evidence[0]).toMatchObject({
      at: SENT,
      person: "p-42",
      scenario: "cart-abandon",
      step: "email-1",
      providerId: "m1@esp",
    })
    expect((await pass("cloudevents", {}, () => ({ json: event("1") }))).evidence).toHaveLength(1)
  })

  it("of an unknown status or version prove nothing", async () => {
    const odd = [
      event("1", "accepted"),
      event("2", "unknown"),
      event("3", "delivered", { specversion: "0.3" }),
      {},
      7,
    ]
    const { evidence, unreadable } = await pass("cloudevents", {}, () => ({ json: odd }))
    expect([evidence, unreadable]).toEqual([[], 4])
    expect((await pass("cloudevents", {}, () => ({ json: { hello: 1 } }))).problem?.code).toBe("wrong-shape")
  })
})
