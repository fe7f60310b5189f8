import { describe, expect, it } from "vitest"
import { basic, pass, SENT } from "../service-pass"

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
