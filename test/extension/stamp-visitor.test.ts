import { expect, test } from "vitest"
import type { RecordedEvent } from "../../extension/messages"
import type { Visitor } from "../../extension/worker/site-record"
import { stampVisitor } from "../../extension/worker/stamp-visitor"

const minute = 60_000
const stamp = (given: RecordedEvent, who: Visitor) => stampVisitor(given, who, given.at)
const visitor = (): Visitor => ({ person: "a-1", session: "", lastAt: 0, campaign: "" })
const event = (at: number, campaign?: RecordedEvent["campaign"]): RecordedEvent => ({
  id: `e${at}`,
  name: "page_view",
  at,
  source: "page",
  ...(campaign ? { campaign } : {}),
})

test("every event gets the site's visitor", () => {
  expect(stamp(event(1), visitor()).person).toBe("a-1")
})

test("a session goes on through 30 minutes of silence, and no longer", () => {
  const who = visitor()
  const first = stamp(event(0), who).session
  expect(stamp(event(30 * minute), who).session).toBe(first)
  expect(stamp(event(60 * minute + 1), who).session).not.toBe(first)
})

test("a new campaign begins a session, the same one does not", () => {
  const who = visitor()
  const first = stamp(event(0), who).session
  const second = stamp(event(1, { source: "news" }), who).session
  expect(second).not.toBe(first)
  expect(stamp(event(2, { source: "news" }), who).session).toBe(second)
  expect(stamp(event(3), who).session).toBe(second)
})

test("a late event does not turn the session's clock back", () => {
  const who = visitor()
  stamp(event(40 * minute), who)
  stampVisitor(event(10 * minute), who, 40 * minute)
  expect(who.lastAt).toBe(40 * minute)
})

test("a computer's clock that is set back neither ends the session nor keeps it for ever", () => {
  const who = visitor()
  const first = stamp(event(600 * minute), who).session
  expect(stamp(event(10 * minute), who).session).toBe(first)
  expect(stamp(event(39 * minute), who).session).toBe(first)
  expect(stamp(event(70 * minute), who).session).not.toBe(first)
})
