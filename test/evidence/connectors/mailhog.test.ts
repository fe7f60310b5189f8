import { describe, expect, it } from "vitest"
import { mailhog } from "../../../shared/evidence/connectors/mailhog"
import { readPass, startService } from "../local-service"

const NOW = Date.UTC(2026, 10, 22, 12)
const path = (mailbox: string, domain = "example.test") => ({
  Relays: null,
  Mailbox: mailbox,
  Domain: domain,
  Params: "",
})
const mail = (number: number) => ({
  ID: `id-${number}@mailhog.example`,
  From: path("shop"),
  To: [path("anna"), path("boris")],
  Content: {
    Headers: {
      Subject: [`Subject ${number}`],
      "Message-ID": [`<m${number}@example.test>`],
      "X-Mailgun-Tag": ["cart-1"],
    },
    Body: "",
    Size: 0,
    MIME: null,
  },
  Created: `${new Date(NOW - number * 1_000).toISOString().slice(0, -1)}123456Z`,
  MIME: null,
})

describe.each(["items", "messages"])("MailHog, whose list is called %s", (name) => {
  it("reads all pages", async () => {
    const mails = Array.from({ length: 300 }, (_, index) => mail(index + 1))
    const service = await startService(({ path, query }) => {
      if (path !== "/api/v2/messages") return undefined
      const start = Number(query.get("start"))
      const page = mails.slice(start, start + Math.min(250, Number(query.get("limit"))))
      const headers = { "Content-Type": "text/json" }
      return { headers, json: { total: mails.length, count: page.length, start, [name]: page } }
    })
    const { evidence, polls, coverage } = await readPass(mailhog, service, {
      now: NOW,
      keptSince: NOW - 9_000,
    })
    await service.close()
    expect([polls, evidence.length]).toEqual([2, 600])
    expect(evidence[0]).toMatchObject({
      kind: "delivered",
      at: NOW - 1_000,
      to: "anna@example.test",
      providerId: "m1@example.test",
      subject: "Subject 1",
      sender: "shop@example.test",
      campaigns: ["cart-1"],
    })
    expect(evidence[1]?.to).toBe("boris@example.test")
    expect(coverage).toEqual([{ channel: "email", from: NOW - 9_000, to: NOW }])
  })
})

it("refuses what is no MailHog", async () => {
  const service = await startService(() => ({ json: { total: 3 } }))
  expect((await readPass(mailhog, service)).problem).toEqual({ code: "wrong-shape" })
  await service.close()
})
