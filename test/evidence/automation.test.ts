import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { audit, type TouchpointEvent } from "../../shared/domain"
import { AddressBook } from "../../shared/evidence/address-book"
import { maildev } from "../../shared/evidence/connectors/maildev"
import { makeEvents } from "../../shared/evidence/make-events"
import { carryOn } from "../../shared/evidence/spans"
import { parseMap } from "../../shared/map/parse-map"
import { Automation, type Habit } from "../shop/automation"
import { readPass } from "./local-service"
import { type MailServer, startMailServer } from "./mail-server"

const { map } = parseMap(
  JSON.stringify({
    cuelight: 1,
    id: "m",
    name: "Shop",
    timeZone: "UTC",
    stages: [{ id: "all" }],
    channels: { email: { address: "email" } },
    messages: { reminder: { match: { subject: "*shelf*" } } },
    scenarios: [
      {
        id: "cart",
        trigger: { event: "add_to_cart" },
        goal: { event: "purchase" },
        steps: [{ id: "mail", after: "1h", grace: "15m", channel: "email", message: "reminder" }],
      },
    ],
  }),
)
if (!map) throw new Error("The map of this test is broken.")

const CART = Date.UTC(2026, 2, 2, 10)
const DAY = 86_400_000
const tell = (id: string, name: string, at: number, more: Partial<TouchpointEvent> = {}) => ({
  id,
  name,
  at,
  person: "a-1",
  source: "test",
  ...more,
})

let inbox: MailServer
beforeAll(async () => {
  inbox = await startMailServer()
}, 60_000)
afterAll(() => inbox.close())
beforeEach(() => inbox.clear())

/** A cart, what the automation makes of it in real mail, and what the audit of a day later says. */
async function live(habit: Habit, bought: boolean) {
  const automation = new Automation({ smtpPort: inbox.smtpPort, habit })
  automation.cartFilled("anna@example.test", CART)
  if (bought) automation.ordered("anna@example.test")
  await automation.runUntil(CART + DAY)
  automation.close()
  const events: TouchpointEvent[] = [
    tell("e1", "identify", CART - 1_000, { user: "anna", props: { email: "anna@example.test" } }),
    tell("e2", "add_to_cart", CART),
    ...(bought ? [tell("e3", "purchase", CART + 60_000)] : []),
  ]
  const book = new AddressBook(map as NonNullable<typeof map>)
  for (const event of events) book.take(event)
  const wanted = habit === "twice" ? 2 : habit === "forget" || (bought && habit !== "after-purchase") ? 0 : 1
  const read = await readUntil(wanted)
  const made = makeEvents(read.evidence, {
    map: map as NonNullable<typeof map>,
    sourceKey: "1",
    source: "maildev",
    personOf: (draft) => book.find(draft),
  })
  const now = CART + DAY
  const coverage = carryOn(read.coverage, read.coverage[0]?.to ?? 0, DAY)
  const result = audit(map as NonNullable<typeof map>, [...events, ...made.events], { now, coverage })
  const [step] = result.people[0]?.runs[0]?.steps ?? []
  return { status: step?.status, reason: step?.reason, findings: result.findings.map(({ kind }) => kind) }
}

/** SMTP has accepted a mail a moment before the inbox shows it. */
async function readUntil(count: number) {
  for (;;) {
    const read = await readPass(maildev, { url: inbox.url }, { now: CART + 60_000, since: CART - DAY })
    if (read.problem) throw new Error(read.problem.code)
    if (read.evidence.length >= count) return read
  }
}

it.each<[Habit, boolean, string, string[]]>([
  ["on-time", false, "sent", []],
  ["late", false, "late", ["late"]],
  ["twice", false, "sent", ["duplicate"]],
  ["forget", false, "missed", ["missed"]],
  ["on-time", true, "skipped", []],
  ["after-purchase", true, "skipped", ["should-not-have"]],
])("an automation that is %s (bought: %s) leaves the step %s", async (habit, bought, status, findings) => {
  const seen = await live(habit, bought)
  expect([seen.status, seen.findings]).toEqual([status, findings])
  if (bought) expect(seen.reason).toBe("goal")
})
