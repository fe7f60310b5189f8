import { expect, test } from "vitest"
import type { RecordedEvent } from "../../extension/messages"
import type { Visitor } from "../../extension/worker/site-record"
import { stampVisitor } from "../../extension/worker/stamp-visitor"

const minute = 60_000
const visitor = (): Visitor => ({ person: "a-1", session: "", lastAt: 0, campaign: "" })
const event = (at: number, campaign?: RecordedEvent["campaign"]): RecordedEvent => ({
  id: `e${at}`,
  name: "page_view",
  at,
  source: "page",
  ...(campaign ? { campaign } : {}),
})

test("every event gets the site's visitor", () => {
  expect(stampVisitor(event(1), visitor()).person).toBe("a-1")
})

test("a session goes on through 30 minutes of silence, and no longer", () => {
  const who = visitor()
  const first = stampVisitor(event(0), who).session
  expect(stampVisitor(event(30 * minute), who).session).toBe(first)
  expect(stampVisitor(event(60 * minute + 1), who).session).not.toBe(first)
})

test("a new campaign begins a session, the same one does not", () => {
  const who = visitor()
  const first = stampVisitor(event(0), who).session
  const second = stampVisitor(event(1, { source: "news" }), who).session
  expect(second).not.toBe(first)
  expect(stampVisitor(event(2, { source: "news" }), who).session).toBe(second)
  expect(stampVisitor(event(3), who).session).toBe(second)
})

test("a late event does not turn the session's clock back", () => {
  const who = visitor()
  stampVisitor(event(40 * minute), who)
  stampVisitor(event(10 * minute), who)
  expect(who.lastAt).toBe(40 * minute)
})
