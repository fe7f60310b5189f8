import { describe, expect, it } from "vitest"
import { basic, iso, pass, SENT } from "../service-pass"

describe("Mautic", () => {
  const event = (name: string, number: number, at = iso(SENT)) => ({
    event: name,
    eventId: `${name}${number}`,
    eventLabel: { label: "Your cart", href: "/x" },
    timestamp: at,
    contactId: 42,
    extra: { stat: { idHash: "h1", email_address: "anna@example.test" } },
  })
  const settings = { user: "u", password: "p" }

  it("pages to the last, takes a send that is listed twice once, and nothing that is only scheduled", async () => {
    const { evidence, polls } = await pass("mautic", settings, ({ path, query, headers }) => {
      if (headers.authorization !== basic("u", "p")) return { status: 401 }
      if (path !== "/api/contacts/activity") return undefined
      const events =
        query.get("page") === "1"
          ? [
              event("campaign.event.scheduled", 1),
              event("email.read", 1),
              event("email.sent", 1),
              event("email.sent", 1),
            ]
          : { 3: event("sms.sent", 9) }
      return { json: { events, total: 5, page: Number(query.get("page")), maxPages: 2 } }
    })
    expect(polls).toBe(2)
    expect([...new Set(evidence.map(({ id }) => id))]).toEqual(["email.read1", "email.sent1", "sms.sent9"])
    expect(evidence[1]).toMatchObject({
      person: "42",
      to: "anna@example.test",
      providerId: "h1",
      subject: "Your cart",
    })
  })

  it("asks for one contact, and stops at what is older", async () => {
    const { requests } = await pass("mautic", { ...settings, contact: "42" }, () => ({
      json: { events: [event("email.sent", 1), event("email.sent", 2, "2020-01-01 00:00:00")], maxPages: 9 },
    }))
    expect(requests.map(({ path }) => path)).toEqual(["/api/contacts/42/activity"])
    expect((await pass("mautic", settings, () => ({ json: { errors: [] } }))).problem?.code).toBe(
      "wrong-shape",
    )
  })
})
