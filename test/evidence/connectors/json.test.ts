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
  "path-id": "uid",
  "path-time": "when",
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
    expect(evidence.map(({ id, at, channel, to }) => `${id} ${at - SENT} ${channel} ${to}`)).toEqual([
      "1:sent 0 sms +7999",
      "2:delivered 0 sms +7999",
      "3:opened 0 sms +7999",
    ])
    expect(coverage[0]?.channel).toBe("sms")
  })

  it("takes no unknown status for a delivery, and no guess for a time", async () => {
    const rows = [entry("1", "ok"), entry("2", "sent", { when: "soon" }), { uid: "3" }, null]
    const { evidence, unreadable } = await pass("json", settings, () => ({ json: { data: { rows } } }))
    expect([evidence, unreadable]).toEqual([[], 4])
  })

  it("refuses a list that is none, and a header that is none", async () => {
    expect((await pass("json", settings, () => ({ json: { data: {} } }))).problem?.code).toBe("wrong-shape")
    const broken = { ...settings, header: "T0P\r\nHost: evil" }
    expect((await pass("json", broken, () => ({ json: [] }))).problem).toEqual({
      code: "setting-missing",
      detail: "header",
    })
    expect(serviceUrl()).toContain("127.0.0.1")
  })
})
