import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { maildev } from "../../../shared/evidence/connectors/maildev"
import { readPass, startService } from "../local-service"
import { type MailServer, startMailServer } from "../mail-server"

const AT = Date.UTC(2026, 2, 2, 10, 0)
let server: MailServer

beforeAll(async () => {
  server = await startMailServer()
}, 60_000)
afterAll(() => server.close())
beforeEach(() => server.clear())

describe("MailDev 2 with real mail", () => {
  it("gives each mail as delivered, at its Date, with what its headers name", async () => {
    await server.send({
      to: "Anna@Example.test",
      subject: "You left 2 items in your cart",
      at: AT,
      headers: { "X-Comm-Scenario": "abandoned-cart", "X-Comm-Step": "email", "X-Tags": "cart-1" },
      messageId: "<one@example.test>",
    })
    const { evidence, problem, coverage, unreadable } = await readPass(
      maildev,
      { url: `${server.url}/` },
      { now: AT + 60_000 },
    )
    expect([problem, unreadable]).toEqual([null, 0])
    expect(evidence).toMatchObject([
      {
        kind: "delivered",
        at: AT,
        channel: "email",
        to: "anna@example.test",
        providerId: "one@example.test",
        subject: "You left 2 items in your cart",
        sender: "shop@shop.example",
        scenario: "abandoned-cart",
        step: "email",
        campaigns: ["cart-1"],
      },
    ])
    expect(coverage).toEqual([{ channel: "email", from: AT + 60_000 - 86_400_000, to: AT + 60_000 }])
  })

  it("gives one for each recipient, with ids that stay the same", async () => {
    await server.send({ to: "anna@example.test, boris@example.test", subject: "Both", at: AT })
    const [first, second] = [await readPass(maildev, server), await readPass(maildev, server)]
    expect(first.evidence.map(({ to }) => to)).toEqual(["anna@example.test", "boris@example.test"])
    expect(new Set(first.evidence.map(({ id }) => id)).size).toBe(2)
    expect(second.evidence).toEqual(first.evidence)
  })

  it("covers nothing over a time in which the inbox was emptied", async () => {
    await server.send({ to: "anna@example.test", subject: "One", at: AT })
    const first = await readPass(maildev, server, { now: AT + 1_000 })
    const second = await readPass(maildev, server, { now: AT + 60_000, state: first.state })
    expect(second.coverage).toEqual([{ channel: "email", from: AT + 1_000 - 60_000, to: AT + 60_000 }])
    await server.clear()
    const third = await readPass(maildev, server, { now: AT + 120_000, state: second.state })
    expect(third.coverage).toEqual([{ channel: "email", from: AT + 120_000, to: AT + 120_000 }])
  })
})

describe("what calls itself MailDev", () => {
  it("answers at /api/email in version 3", async () => {
    const mail = {
      id: "x",
      time: "2026-07-27T09:12:44.000Z",
      subject: "S",
      to: [{ address: "a@x.test", name: "" }],
    }
    const service = await startService(({ path }) => (path === "/api/email" ? { json: [mail] } : undefined))
    const { evidence } = await readPass(maildev, service)
    await service.close()
    expect(evidence).toMatchObject([{ id: "x", to: "a@x.test", providerId: "x" }])
  })

  it("asks with the login that is given, and says when it is not accepted", async () => {
    const service = await startService(({ headers }) =>
      headers.authorization === `Basic ${btoa("u:p")}` ? { json: [] } : { status: 401, text: "no" },
    )
    const { url } = service
    expect((await readPass(maildev, { url, user: "u", password: "p" })).problem).toBeNull()
    expect((await readPass(maildev, { url })).problem).toEqual({ code: "unauthorised" })
    await service.close()
  })

  it("counts what it cannot read, and takes the rest", async () => {
    const hostile = [
      "no",
      null,
      { id: {}, time: 1 },
      { id: "a", time: "never" },
      { id: "b", time: "2026-07-27T09:12:44Z", to: "x", headers: [1], envelope: { to: {} } },
    ]
    const service = await startService(() => ({ json: hostile }))
    const { evidence, unreadable } = await readPass(maildev, service)
    await service.close()
    expect(unreadable).toBe(4)
    expect(evidence).toMatchObject([{ id: "b", to: null }])
  })
})
