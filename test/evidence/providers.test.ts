import { afterEach, describe, expect, it } from "vitest"
import type { EvidenceDraft } from "../../shared/evidence/draft"
import { connectors, findConnector } from "../../shared/evidence/registry"
import {
  type LocalService,
  readPass,
  type ServiceAnswer,
  type ServiceRequest,
  startService,
} from "./local-service"

const NOW = Date.UTC(2026, 10, 22, 12)
const SENT = Date.UTC(2026, 10, 22, 9)
const iso = (ms: number) => new Date(ms).toISOString()
const seconds = (ms: number) => ms / 1000

let service: LocalService | null = null
afterEach(() => service?.close())

async function pass(
  id: string,
  settings: object,
  answer: (request: ServiceRequest) => ServiceAnswer | undefined,
  options = {},
) {
  const connector = findConnector(id)
  if (!connector) throw new Error(`No connector ${id}`)
  await service?.close()
  service = await startService(answer)
  const read = await readPass(connector, { url: service.url, ...settings }, { now: NOW, ...options })
  return { ...read, requests: service.requests, url: service.url }
}

const kindsOf = (evidence: readonly EvidenceDraft[]) => evidence.map(({ kind }) => kind)
const basic = (user: string, password: string) => `Basic ${btoa(`${user}:${password}`)}`

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
      { event: "delivered" },
    ]
    const { evidence, unreadable, requests, coverage } = await pass(
      "mailgun",
      settings,
      ({ path, headers }) => {
        if (headers.authorization !== basic("api", "key-1")) return { status: 401 }
        const page = path === "/v3/mg.shop.test/events" ? first : []
        return { json: { items: page, paging: { next: `${service?.url}/v3/mg.shop.test/events/next-page` } } }
      },
    )
    expect(kindsOf(evidence)).toEqual(["delivered", "opened", "opened", "bounced"])
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
})

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
})

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

describe("Twilio", () => {
  const settings = { account: "AC1", token: "t" }
  const message = (sid: string, more: object = {}) => ({
    sid,
    status: "delivered",
    to: "+18182008801",
    from: "+12019235161",
    direction: "outbound-api",
    date_created: new Date(SENT - 4_000).toUTCString(),
    date_sent: new Date(SENT).toUTCString().replace("GMT", "+0000"),
    ...more,
  })

  it("leaves out what came in and what is still to go, and follows its relative pages", async () => {
    const { evidence, requests } = await pass("twilio", settings, ({ path, query, headers }) => {
      if (headers.authorization !== basic("AC1", "t")) return { status: 401 }
      if (path !== "/2010-04-01/Accounts/AC1/Messages.json") return undefined
      return query.get("Page") === "1"
        ? { json: { messages: [message("SM3", { status: "undelivered" })], next_page_uri: null } }
        : {
            json: {
              messages: [
                message("SM1"),
                message("SM2", { direction: "inbound", status: "received" }),
                message("SM4", { status: "queued", date_sent: null }),
                message("SM5", { to: "whatsapp:+7999", status: "read" }),
              ],
              next_page_uri: "/2010-04-01/Accounts/AC1/Messages.json?Page=1&PageToken=x",
            },
          }
    })
    expect(evidence.map(({ id, kind, channel }) => `${id} ${kind} ${channel}`)).toEqual([
      "SM1:delivered delivered sms",
      "SM5:read opened messenger",
      "SM3:undelivered bounced sms",
    ])
    expect(evidence[0]).toMatchObject({ at: SENT, to: "+18182008801", providerId: "SM1" })
    expect(evidence[1]?.to).toBe("+7999")
    expect(requests[0]?.query.get("DateSent>")).toBe("2026-11-21T12:00:00Z")
  })
})

describe("OneSignal", () => {
  const notification = (id: string, more: object = {}) => ({
    id,
    contents: { en: "Come back" },
    successful: 1,
    failed: 0,
    received: 0,
    send_after: seconds(SENT),
    ...more,
  })

  it("proves nothing by a count of many, and something where it was for one", async () => {
    const one = { include_aliases: { external_id: ["anna"] }, received: 1 }
    const { evidence } = await pass("onesignal", { app: "a", key: "k" }, ({ headers }) =>
      headers.authorization === "Key k"
        ? {
            json: {
              total_count: 3,
              notifications: [
                notification("many", { successful: 900 }),
                notification("one", one),
                notification("two", { include_aliases: { external_id: ["anna", "boris"] } }),
                notification("failed", { ...one, successful: 0, received: 0, failed: 1 }),
              ],
            },
          }
        : { status: 401 },
    )
    expect(evidence.map(({ id, person }) => `${id} ${person}`)).toEqual([
      "one:sent anna",
      "one:delivered anna",
      "failed:failed anna",
    ])
  })
})

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

describe("Dittofeed", () => {
  const item = (id: string, status: string, channel = "Email") => ({
    sentAt: iso(SENT),
    updatedAt: iso(SENT + 60_000),
    journeyId: "j-1",
    userId: "anna",
    originMessageId: id,
    templateId: "t-1",
    status,
    channel,
  })

  it("gives the send and its outcome, and a message that was skipped as none", async () => {
    const { evidence, polls } = await pass(
      "dittofeed",
      { workspace: "w", key: "k" },
      ({ query, headers }) => {
        if (headers.authorization !== "Bearer k" || query.get("workspaceId") !== "w") return { status: 401 }
        return query.get("cursor") === null
          ? {
              json: {
                items: [
                  item("1", "DFEmailOpened"),
                  item("2", "DFMessageSkipped"),
                  item("3", "DFMessageFailure"),
                ],
                cursor: "c",
              },
            }
          : { json: { items: [item("4", "DFSmsDelivered", "Sms"), item("5", "DFEmailBounced")] } }
      },
    )
    expect(polls).toBe(2)
    expect(evidence.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      "1:sent sent",
      "1:dfemailopened opened",
      "3:dfmessagefailure failed",
      "4:sent sent",
      "4:dfsmsdelivered delivered",
      "5:sent sent",
      "5:dfemailbounced bounced",
    ])
    expect(evidence[1]).toMatchObject({
      at: SENT + 60_000,
      person: "anna",
      template: "t-1",
      campaigns: ["j-1"],
    })
  })
})

describe("every source that asks a service", () => {
  const all = connectors.filter(({ fields }) => fields.some(({ kind }) => kind === "url"))
  const settingsOf = (id: string) =>
    Object.fromEntries(
      (findConnector(id)?.fields ?? [])
        .filter(({ kind }) => kind !== "url")
        .map((field) => [field.id, field.kind === "secret" ? "T0PSECRET" : "7"]),
    )

  it.each(all.map(({ id }) => id))(
    "%s: says what is wrong, waits when asked to, and tells no token",
    async (id) => {
      const hostile: [ServiceAnswer, string][] = [
        [{ status: 401, text: "T0PSECRET is wrong" }, "unauthorised"],
        [{ status: 429, headers: { "Retry-After": "45" } }, "rate-limited"],
        [{ text: "<html>" }, "not-json"],
        [{ json: 7 }, "wrong-shape"],
        [
          { json: { items: 1, messages: 1, events: 1, data: 1, Messages: 1, notifications: 1 } },
          "wrong-shape",
        ],
      ]
      for (const [answer, code] of hostile) {
        const { problem, state, coverage, comeAgainAt } = await pass(id, settingsOf(id), () => answer)
        expect(problem?.code).toBe(code)
        expect(coverage).toEqual([])
        expect(JSON.stringify([problem, state])).not.toContain("T0PSECRET")
        if (code === "rate-limited") expect(comeAgainAt).toBe(NOW + 45_000)
      }
    },
  )

  it.each(all.map(({ id }) => id))(
    "%s: takes no harm from entries that are none, and does not turn in circles",
    async (id) => {
      const junk = [
        null,
        0,
        "x",
        [],
        {},
        { id: {}, ID: [], msg_id: 1, MessageID: {}, timestamp: "x", metrics: 4 },
      ]
      const lists = {
        items: junk,
        messages: junk,
        events: junk,
        data: junk,
        Messages: junk,
        notifications: junk,
      }
      const answers = (request: ServiceRequest) =>
        request.path === "/email" ? { json: junk } : { json: { ...lists, total: 6, TotalCount: 6 } }
      const { problem, evidence, coverage } = await pass(id, settingsOf(id), answers)
      expect(problem).toBeNull()
      expect(evidence).toEqual([])
      expect(coverage.length).toBeGreaterThan(0)
    },
  )

  it("asks for nothing but its own address", () => {
    for (const { fields } of all) expect(fields.filter(({ kind }) => kind === "url")).toHaveLength(1)
    expect(new Set(connectors.map(({ id }) => id)).size).toBe(connectors.length)
  })
})
