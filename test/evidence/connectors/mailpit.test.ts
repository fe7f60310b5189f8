import { describe, expect, it } from "vitest"
import { mailpit } from "../../../shared/evidence/connectors/mailpit"
import { readPass, type ServiceRequest, startService } from "../local-service"

const NOW = Date.UTC(2026, 10, 22, 12)
const mail = (number: number, more: object = {}) => ({
  ID: `id-${number}`,
  MessageID: `m${number}@example.test`,
  Read: false,
  From: { Name: "Shop", Address: "shop@example.test" },
  To: [{ Name: "", Address: "anna@example.test" }],
  Cc: [],
  Bcc: [],
  ReplyTo: [],
  Subject: `Subject ${number}`,
  Created: new Date(NOW - number * 60_000).toISOString(),
  Username: "",
  Tags: ["cart-abandon"],
  Size: 1,
  Attachments: 0,
  Snippet: "",
  ...more,
})

function inbox(
  mails: object[],
  info: object | null = { RuntimeStats: { Uptime: 7_200, MessagesDeleted: 0 } },
) {
  return ({ path, query }: ServiceRequest) => {
    if (path === "/api/v1/messages") {
      const start = Number(query.get("start"))
      const page = mails.slice(start, start + Number(query.get("limit")))
      const counts = { messages_count: mails.length, messages_unread: 0, start, tags: [], unread: 0 }
      return { json: { messages: page, total: mails.length, ...counts } }
    }
    if (path.endsWith("/headers"))
      return { json: { "X-Comm-Scenario": ["abandoned-cart"], "X-Comm-Step": ["email"] } }
    if (path === "/api/v1/info" && info) return { json: info }
    return undefined
  }
}

describe("Mailpit", () => {
  it("reads all pages, with headers and tags", async () => {
    const service = await startService(inbox(Array.from({ length: 120 }, (_, index) => mail(index + 1))))
    const { evidence, coverage, polls } = await readPass(mailpit, service, { now: NOW })
    await service.close()
    expect(polls).toBe(3)
    expect(evidence).toHaveLength(120)
    expect(evidence[0]).toMatchObject({
      id: "id-1",
      at: NOW - 60_000,
      providerId: "m1@example.test",
      to: "anna@example.test",
      sender: "shop@example.test",
      scenario: "abandoned-cart",
      step: "email",
      campaigns: ["cart-abandon"],
    })
    // It has been up for two hours, and nothing was deleted.
    expect(coverage).toEqual([{ channel: "email", from: NOW - 7_200_000, to: NOW }])
  })

  it("asks for the headers of new mail only, and stops at what it has read", async () => {
    const mails = Array.from({ length: 60 }, (_, index) => mail(index + 1))
    const service = await startService(inbox(mails))
    const first = await readPass(mailpit, service, { now: NOW })
    service.requests.length = 0
    mails.unshift(mail(0, { Created: new Date(NOW + 10_000).toISOString() }))
    const second = await readPass(mailpit, service, { now: NOW + 30_000, state: first.state })
    await service.close()
    expect(second.evidence.map(({ id }) => id)).toEqual(["id-0", "id-1"])
    expect(service.requests.filter(({ path }) => path === "/api/v1/messages")).toHaveLength(1)
    expect(second.coverage[0]?.to).toBe(NOW + 30_000)
  })

  it("is taken at the person's word where it does not say how long it has kept everything", async () => {
    for (const info of [null, { RuntimeStats: { Uptime: 7_200, MessagesDeleted: 3 } }]) {
      const service = await startService(inbox([mail(1)], info))
      const { coverage } = await readPass(mailpit, service, { now: NOW, keptSince: NOW - 5_000 })
      await service.close()
      expect(coverage).toEqual([{ channel: "email", from: NOW - 5_000, to: NOW }])
    }
  })

  it("says that Mailpit refuses other origins, which a permission does not help", async () => {
    const refusing = await startService(() => ({ status: 403, text: "Blocked due to CORS violation" }))
    expect((await readPass(mailpit, refusing)).problem).toEqual({ code: "cors-blocked" })
    await refusing.close()
    const other = await startService(() => ({ status: 403, text: "no" }))
    expect((await readPass(mailpit, other)).problem).toEqual({ code: "forbidden" })
    await other.close()
  })

  it("survives a mail that is deleted between list and headers, and broken entries", async () => {
    const service = await startService((request) =>
      request.path.endsWith("/headers")
        ? { status: 404, text: "gone" }
        : inbox([mail(1), 7 as unknown as object, mail(3, { Created: "soon", To: null })])(request),
    )
    const { evidence, unreadable, problem } = await readPass(mailpit, service, { now: NOW })
    await service.close()
    expect([evidence.length, unreadable, problem]).toEqual([1, 2, null])
  })
})
