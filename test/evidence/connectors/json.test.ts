import { describe, expect, it } from "vitest"
import { iso, pass, SENT, serviceUrl } from "../service-pass"

const entry = (id: string, status = "sent", more: object = {}) => ({
  uid: id,
  when: SENT / 1000,
  state: status,
  phone: "+7999",
  ...more,
})
const settings = {
  channel: "sms",
  list: "data.rows",
  header: "X-Key: T0P",
  "path-provider": "uid",
  "path-at": "when",
  "path-status": "state",
  "path-to": "phone",
}

describe("any JSON over HTTP", () => {
  it("is read by the paths that the person gives, with the header", async () => {
    const rows = [
      entry("1"),
      entry("2", "message_delivered", { when: SENT }),
      entry("3", "opened", { when: iso(SENT) }),
    ]
    const { evidence, coverage } = await pass("json", settings, ({ headers }) =>
      headers["x-key"] === "T0P" ? { json: { data: { rows } } } : { status: 401 },
    )
    expect(
      evidence.map(
        ({ providerId, kind, at, channel, to }) => `${providerId} ${kind} ${at - SENT} ${channel} ${to}`,
      ),
    ).toEqual(["1 sent 0 sms +7999", "2 delivered 0 sms +7999", "3 opened 0 sms +7999"])
    expect(new Set(evidence.map(({ id }) => id)).size).toBe(3)
    expect(coverage[0]?.channel).toBe("sms")
  })

  it("takes no unknown status for a delivery, and no guess for a time", async () => {
    const rows = [entry("1", "ok"), entry("2", "sent", { when: "soon" }), { uid: "3" }, null]
    const { evidence, unreadable } = await pass("json", settings, () => ({ json: { data: { rows } } }))
    expect([evidence, unreadable]).toEqual([[], 4])
  })

  it("is read by the names of its keys where no path is given, and by the person's own statuses", async () => {
    const rows = [
      { messageId: "m1", recipient: { email: "anna@x.test" }, sent_at: "02.11.2026 12:00", state: "ушло" },
      { messageId: "m2", recipient: { email: "anna@x.test" }, sent_at: "22.11.2026 12:00", state: "ушло" },
      { messageId: "m3", recipient: { email: "anna@x.test" }, sent_at: "22.11.2026 12:00", state: "queued" },
    ]
    const given = { channel: "email", zone: "Europe/Moscow", statuses: JSON.stringify({ ушло: "delivered" }) }
    const { evidence, unreadable } = await pass("json", given, () => ({ json: rows }))
    expect(evidence.map(({ kind, at, to, providerId }) => [kind, at - SENT, to, providerId])).toEqual([
      ["sent", 0, "anna@x.test", "m2"],
      ["delivered", 0, "anna@x.test", "m2"],
    ])
    expect(unreadable).toBe(0)
  })

  it("gives a row the same id in every poll, whatever stands beside it", async () => {
    const read = async (...rows: object[]) =>
      (await pass("json", settings, () => ({ json: { data: { rows } } }))).evidence.map(({ id }) => id)
    const [first] = await read(entry("1"), entry("2"))
    expect(await read(entry("3"), entry("1"))).toContain(first)
  })

  it("refuses a list that is none, and a header that is none", async () => {
    expect((await pass("json", settings, () => ({ json: { data: {} } }))).problem?.code).toBe("wrong-shape")
    const broken = { ...settings, header: "T0P\r\nHost: evil" }
    expect((await pass("json", broken, () => ({ json: [] }))).problem).toEqual({
      code: "setting-missing",
      detail: "header",
    })
    const statuses = { ...settings, statuses: "OK=delivered" }
    expect((await pass("json", statuses, () => ({ json: { data: { rows: [] } } }))).problem?.detail).toBe(
      "statuses",
    )
    expect(serviceUrl()).toContain("127.0.0.1")
  })
})
