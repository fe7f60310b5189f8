import { describe, expect, it } from "vitest"
import { coverageOf } from "../../extension/worker/coverage"
import { addLooked } from "../../extension/worker/inbox/answer-inbox"
import { viewInbox } from "../../extension/worker/inbox/compose-inbox"
import { findEchoes, makeInboxEvents } from "../../extension/worker/inbox/take-lines"
import { takeEvent } from "../../extension/worker/site-journey"
import { hourMs, loadJourney, minuteMs, noon, tell } from "../panel/journey"

const map = JSON.stringify({
  cuelight: 1,
  id: "m",
  name: "M",
  timeZone: "UTC",
  stages: [{ id: "all" }],
  channels: { email: {}, sms: {} },
  messages: {
    reminder: { name: "Cart reminder", match: { subject: "*shelf*" } },
    promo: { name: "Promo", match: { sender: "*@kiln.example" } },
    nameless: { name: "Nameless" },
    text: { match: { subject: "*" } },
  },
  scenarios: [
    {
      id: "cart",
      trigger: { event: "add_to_cart" },
      steps: [
        { id: "mail", after: "1h", grace: "15m", channel: "email", message: "reminder" },
        { id: "promo", after: "24h", channel: "email", message: "promo" },
        { id: "last", after: "24h", channel: "email", message: "nameless" },
        { id: "sms", after: "24h", channel: "sms", message: "text" },
      ],
    },
  ],
})
const CART = noon - 2 * hourMs
const journey = (...more: ReturnType<typeof tell>[]) =>
  loadJourney({ map, events: [tell("add_to_cart", CART), ...more] })
const line = (subject: string, from: number, more: object = {}) => ({
  id: `l-${subject.length}`,
  sender: null,
  subject,
  from,
  to: from + minuteMs - 1,
  ...more,
})
const seen = (loaded: ReturnType<typeof journey>, lines: unknown) =>
  makeInboxEvents(loaded, { origin: "http://127.0.0.1:1080", lines }, noon)

describe("the lines of an open inbox", () => {
  it("become evidence of the visitor's step", () => {
    const loaded = journey()
    const events = seen(loaded, [line("Still on the shelf", CART + 61 * minuteMs)])
    expect(events).toMatchObject([
      {
        name: "message_delivered",
        person: "a-1",
        source: "webmail",
        props: { channel: "email", subject: "Still on the shelf" },
      },
    ])
    for (const event of events) takeEvent(loaded, event)
    const view = viewInbox(loaded, { language: "en", at: noon, clockOffsetMs: 0 })
    expect(view.arrived).toMatchObject([{ step: "mail", status: "sent", message: "Cart reminder" }])
    expect(view.expected.map(({ step, status }) => [step, status])).toEqual([
      ["promo", "scheduled"],
      ["last", "scheduled"],
    ])
    expect(view.unknowable).toEqual(["Nameless"])
  })

  it("are kept only where the map expects them, whatever the page says", () => {
    const secret = line("SECRET balance", CART + hourMs, { sender: "bank@bank.example" })
    expect(seen(journey(), [secret])).toEqual([])
    const own = seen(journey(), [
      line("Anything", CART + hourMs, { sender: "shop@kiln.example", body: "SECRET", to2: 1 }),
    ])
    expect(own).toHaveLength(1)
    expect(JSON.stringify(own)).not.toContain("SECRET")
  })

  it("from before the audit, from the future, or broken, are none", () => {
    const good = line("Still on the shelf", CART + hourMs)
    expect(seen(journey(), [line("Still on the shelf", CART - hourMs)])).toEqual([])
    expect(seen(journey(), [line("Still on the shelf", noon + hourMs)])).toEqual([])
    for (const broken of [
      null,
      "x",
      [],
      { ...good, id: "" },
      { ...good, subject: 7 },
      { ...good, from: Number.NaN },
      { ...good, to: good.from - 1 },
      { ...good, id: undefined },
    ])
      expect(seen(journey(), [broken])).toEqual([])
    for (const broken of [null, "x", {}, 7]) expect(seen(journey(), broken)).toEqual([])
    expect(seen(loadJourney({ map }), [good])).toEqual([])
  })

  it("say a minute: a mail in the minute of its due time came with it, not before", () => {
    const loaded = loadJourney({ map, events: [tell("add_to_cart", CART + 30_000)] })
    expect(seen(loaded, [line("Still on the shelf", CART + hourMs)])[0]?.at).toBe(CART + hourMs + 30_000)
    expect(seen(loaded, [line("Still on the shelf", CART + hourMs - minuteMs)])[0]?.at).toBe(
      CART + hourMs - minuteMs,
    )
  })

  it("two of them are two mails", () => {
    const loaded = journey()
    for (const event of seen(loaded, [
      line("Still on the shelf", CART + 61 * minuteMs, { id: "a" }),
      line("Still on the shelf", CART + 63 * minuteMs, { id: "b" }),
    ]))
      takeEvent(loaded, event)
    expect(loaded.journey.result(noon).findings.map(({ kind }) => kind)).toEqual(["duplicate"])
  })

  it("that a source has told of are the same mail, whoever came first", () => {
    const told = tell("message_delivered", CART + 61 * minuteMs + 20_000, {
      channel: "email",
      subject: "Still on the shelf",
      provider_id: "x@y",
    })
    const mail = line("Still on the shelf", CART + 61 * minuteMs)
    expect(seen(journey(told), [mail])).toEqual([])
    const [first] = seen(journey(), [mail])
    expect(findEchoes([first!, told])).toEqual(new Set([first!.id]))
    expect(findEchoes([first!, { ...told, at: told.at + hourMs }])).toEqual(new Set())
    expect(findEchoes([told])).toEqual(new Set())
  })
})

describe("an inbox that was looked at", () => {
  const looked = (span: unknown, since = CART) => {
    const loaded = journey()
    const isNew = addLooked(loaded, { since }, span as { from: number; to: number }, noon)
    return { isNew, spans: loaded.record.looked ?? [], loaded }
  }

  it("covers mail for that time, and nothing else", () => {
    const { spans, loaded } = looked({ from: CART + 59 * minuteMs, to: CART + 80 * minuteMs })
    expect(spans).toEqual([{ channel: "email", from: CART + 59 * minuteMs, to: CART + 80 * minuteMs }])
    loaded.journey.setCoverage(coverageOf(loaded.record, ["email", "sms"], noon))
    const { steps } = loaded.journey.result(noon).people[0]!.runs[0]!
    expect(steps[0]?.status).toBe("missed")
  })

  it("covers no step of which a part was not looked at, and nothing ahead of the present", () => {
    const { loaded } = looked({ from: CART + 59 * minuteMs, to: CART + 74 * minuteMs })
    loaded.journey.setCoverage(coverageOf(loaded.record, ["email"], noon))
    expect(loaded.journey.result(noon).people[0]!.runs[0]!.steps[0]?.status).toBe("unknown")
    expect(looked({ from: noon - minuteMs, to: noon + 48 * hourMs }).spans[0]?.to ?? noon).toBe(noon)
  })

  it("is not believed to have been looked at before it was switched on, for days, or backwards", () => {
    for (const span of [
      null,
      { from: CART - 1, to: noon },
      { from: noon, to: noon - 1 },
      { from: "x", to: noon },
      { from: Number.NaN, to: noon },
    ])
      expect(looked(span)).toMatchObject({ isNew: false, spans: [] })
    expect(looked({ from: noon - 48 * hourMs, to: noon }, 0).spans).toEqual([])
    const once = looked({ from: noon - hourMs, to: noon })
    expect(addLooked(once.loaded, { since: CART }, { from: noon - hourMs, to: noon }, noon)).toBe(false)
  })
})
