import { describe, expect, it } from "vitest"
import { guessColumns, listDoubts } from "../../../shared/evidence/file/guess-columns"
import { readRows } from "../../../shared/evidence/file/read-rows"
import { readTables } from "../../../shared/evidence/file/read-tables"

const bytes = (text: string) => new TextEncoder().encode(text)

/** What a file gives by guesses alone: `kind at channel to` of each piece, what is rejected, and what is in doubt. */
async function guess(text: string | Uint8Array, zone = "UTC") {
  const { tables } = await readTables(typeof text === "string" ? bytes(text) : text)
  const [table] = tables
  if (!table) throw new Error("No table")
  const mapping = guessColumns(table, zone)
  const { evidence, rejected, empty } = readRows(table, mapping)
  return {
    mapping,
    doubts: listDoubts(table, mapping),
    rejected: rejected.map(({ line, reason, value }) => `${line} ${reason} ${value}`.trim()),
    empty,
    evidence,
    seen: evidence.map(
      ({ kind, at, channel, to }) => `${kind} ${new Date(at).toISOString().slice(5, 19)} ${channel} ${to}`,
    ),
  }
}

describe("exports of services are understood without a word", () => {
  it("Unisender's delivery report", async () => {
    const { seen, rejected, doubts } = await guess(
      "email,send_result,last_update\nanna@shop.test,ok_read,2026-03-02 10:00:00\nb@shop.test,err_user_unknown,2026-03-02 10:00:05\nc@shop.test,not_sent,2026-03-02 10:00:05\n",
    )
    expect(seen).toEqual([
      "opened 03-02T10:00:00 email anna@shop.test",
      "bounced 03-02T10:00:05 email b@shop.test",
    ])
    expect([rejected, doubts]).toEqual([[], ["zone"]])
  })

  it("SendPulse and Mindbox in Russian, with semicolons", async () => {
    const { seen, mapping } = await guess(
      "Дата отправки;Email получателя;Тема письма;Статус\r\n02.03.2026 13:00;anna@shop.test;Корзина; Доставлено\r\n02.03.2026 13:05;b@shop.test;Корзина;Не доставлено\r\n02.03.2026 13:06;c@shop.test;Корзина;Запланировано\r\n",
      "Europe/Moscow",
    )
    expect(mapping.columns).toEqual({
      "sent-at": "Дата отправки",
      to: "Email получателя",
      subject: "Тема письма",
      status: "Статус",
    })
    expect(seen).toEqual([
      "sent 03-02T10:00:00 email anna@shop.test",
      "delivered 03-02T10:00:00 email anna@shop.test",
      "bounced 03-02T10:05:00 email b@shop.test",
    ])
  })

  it("Twilio's log, without what came in and without the texts", async () => {
    const { seen, rejected, evidence, doubts } = await guess(
      [
        "From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit",
        '+12019235161,+79990000001,"Your code, 1234",delivered,2026-03-02T10:00:00Z,2010-04-01,1,,AC1,SM1,outbound-api,-0.0075,USD',
        "+12019235161,+79990000001,again,undelivered,2026-03-02T10:01:00Z,2010-04-01,1,30003,AC1,SM2,outbound-api,,USD",
        "+79990000001,+12019235161,STOP,received,2026-03-02T10:02:00Z,2010-04-01,1,,AC1,SM3,inbound,,USD",
      ].join("\n"),
    )
    expect(seen).toEqual([
      "sent 03-02T10:00:00 sms +79990000001",
      "delivered 03-02T10:00:00 sms +79990000001",
      "bounced 03-02T10:01:00 sms +79990000001",
    ])
    expect(evidence[0]).toMatchObject({ providerId: "SM1", sender: "+12019235161" })
    expect(JSON.stringify(evidence)).not.toContain("code")
    expect([rejected, doubts]).toEqual([["4 incoming inbound"], []])
  })

  it("Brevo's log, its opens by proxies too", async () => {
    const { evidence, mapping } = await guess(
      '"st_text";"ts";"sub";"frm";"email";"tag";"mid"\n"Loaded by proxy";"2026-03-02 10:00:00";"Cart";"shop@x.test";"anna@shop.test";"cart-1";"<m1@brevo>"\n',
    )
    expect(mapping.columns).toEqual({
      status: "st_text",
      at: "ts",
      subject: "sub",
      sender: "frm",
      to: "email",
      campaign: "tag",
      provider: "mid",
    })
    expect(evidence[0]).toMatchObject({
      kind: "opened",
      machine: true,
      campaigns: ["cart-1"],
      providerId: "m1@brevo",
    })
  })

  it("Altcraft's history and SendGrid's activity as JSON lines", async () => {
    const altcraft = await guess(
      [
        {
          action: "send",
          datetime: "2026-03-02T10:00:00.000Z",
          channel: "email",
          profile_id: "p1",
          smid: "s1",
          campaign_name: "cart-1",
          subscription: { email: "anna@shop.test" },
        },
        {
          action: "open",
          datetime: "2026-03-02T11:00:00.000Z",
          channel: "email",
          profile_id: "p1",
          smid: "s1",
          campaign_name: "cart-1",
          subscription: { email: "anna@shop.test" },
        },
      ]
        .map((each) => JSON.stringify(each))
        .join("\n"),
    )
    expect(altcraft.seen).toEqual([
      "sent 03-02T10:00:00 email anna@shop.test",
      "opened 03-02T11:00:00 email anna@shop.test",
    ])
    expect(altcraft.evidence[1]).toMatchObject({ person: "p1", providerId: "s1", campaigns: ["cart-1"] })
    const sendgrid = await guess(
      "processed,message_id,event,subject,from,email,template_id\n2026-03-02 10:00:00 UTC,m1,delivered,Cart,shop@x.test,anna@shop.test,t-1\n",
      "Asia/Tokyo",
    )
    expect(sendgrid.seen).toEqual(["delivered 03-02T10:00:00 email anna@shop.test"])
  })

  it("Mailchimp's wide report: one row a message, a time for each thing", async () => {
    const { seen, rejected } = await guess(
      'Campaign Title,Email Address,Sent At,Opened At,Clicked At\n"Cart, again",anna@shop.test,"Mar 2, 2026 10:00 am","Mar 2, 2026 11:30 pm",\nCart,b@shop.test,"Mar 2, 2026 10:00 am",soon,\n',
    )
    expect(seen).toEqual([
      "sent 03-02T10:00:00 email anna@shop.test",
      "opened 03-02T23:30:00 email anna@shop.test",
    ])
    expect(rejected).toEqual(["3 bad-time soon"])
  })

  it("a table that somebody has made by hand, under a title, without a zone", async () => {
    const { seen, mapping, doubts } = await guess(
      "Отчёт по рассылкам за март;;;\n;;;\nКанал;Когда;Телефон;Сообщение\nСМС;03/04/2026 9:05;8 (999) 000-00-01;cart-reminder\nпуш;03/04/2026 9:06;8 (999) 000-00-01;cart-reminder\n",
      "Europe/Moscow",
    )
    expect(mapping.columns).toEqual({ channel: "Канал", at: "Когда", to: "Телефон", message: "Сообщение" })
    expect(seen[0]).toBe("sent 04-03T06:05:00 sms 8 (999) 000-00-01")
    expect(seen[1]).toContain(" push ")
    expect(doubts).toEqual(["order", "zone", "status"])
  })
})

describe("what is not sure is asked, and what is wrong is said", () => {
  it("names every doubt of a table that says little", async () => {
    const { doubts, evidence, rejected } = await guess("name;colour\nAnna;red\nBoris;blue\n")
    expect(doubts).toEqual(["time", "channel", "status", "owner"])
    expect(evidence).toEqual([])
    expect(rejected).toEqual(["2 no-channel", "3 no-channel"])
  })

  it("reads a file without names by what stands in it", async () => {
    const { mapping, seen } = await guess(
      "anna@shop.test,2026-03-02T10:00:00Z,delivered\nb@shop.test,2026-03-02T10:01:00Z,bounce\n",
    )
    expect(mapping.columns).toEqual({ to: "1", at: "2", status: "3" })
    expect(seen).toHaveLength(2)
  })

  it("takes no unknown status, no day without a time and no sentence for evidence", async () => {
    const { rejected, evidence } = await guess(
      "email,status,time\na@x.test,teleported,2026-03-02 10:00\na@x.test,sent,2026-03-02\na@x.test,sent,yesterday\na@x.test,sent,\na@x.test,sent,2026-02-30 10:00\na@x.test,sent,2026-03-02 25:00\na@x.test,delivered,2026-03-02 10:00\na@x.test,delivered,2026-03-02 10:00\na@x.test,delivered,2026-03-02 10:00\na@x.test,delivered,2026-03-02 10:00\na@x.test,,2026-03-02 10:00\n",
    )
    expect(rejected).toEqual([
      "2 unknown-status teleported",
      "3 day-only 2026-03-02",
      "4 bad-time yesterday",
      "5 no-time",
      "6 bad-time 2026-02-30 10:00",
      "7 bad-time 2026-03-02 25:00",
      "12 no-status",
    ])
    expect(evidence).toHaveLength(4)
  })

  it("by the person's own words for statuses, and tells which there are", async () => {
    const { tables } = await readTables(
      bytes("email,status,time\na@x.test,Ушло,2026-03-02 10:00\nb@x.test,Мимо,2026-03-02 10:00\n"),
    )
    const [table] = tables
    if (!table) throw new Error("No table")
    const mapping = { ...guessColumns(table, "UTC"), statuses: { Ушло: "delivered", Мимо: "nothing" } }
    const read = readRows(table, mapping)
    expect(read.evidence.map(({ kind }) => kind)).toEqual(["delivered"])
    expect([read.empty, read.rejected]).toEqual([1, []])
    expect(read.statuses).toEqual([
      { word: "Ушло", rows: 1, kind: "delivered" },
      { word: "Мимо", rows: 1, kind: "nothing" },
    ])
  })

  it("gives the same ids whenever and in whatever file it is read, and two to what happened twice", async () => {
    const row = "a@x.test,sent,2026-03-02 10:00\n"
    const one = await guess(`email,status,time\n${row}${row}`)
    const other = await guess(
      `email;status;time\nb@x.test;sent;2026-03-02 10:00\na@x.test;sent;2026-03-02 10:00\n`,
    )
    const ids = one.evidence.map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect(other.evidence.map(({ id }) => id)).toContain(ids[0])
  })

  it("by the short names that people give to the columns of their own tables", async () => {
    const { mapping, evidence } = await guess(
      "Когда;Кому;Тема;Статус\n01.03.2026 10:00;anna@x.test;Корзина;доставлено\n",
    )
    expect(mapping.columns).toMatchObject({ at: "Когда", to: "Кому", subject: "Тема", status: "Статус" })
    expect(evidence).toHaveLength(1)
  })
})
