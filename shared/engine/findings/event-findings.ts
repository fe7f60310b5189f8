import type { Entry } from "../entry"
import { namesChannel } from "../evidence-event"
import type { FindingKind } from "../finding"
import type { Interest } from "../interest"
import type { Person } from "../person"

/** What an event shows by itself: done without a gesture, or with a value that a condition cannot use. */
export function noteEventFindings(person: Person, entry: Entry, interest: Interest): void {
  const { event } = entry
  if (interest.needsGesture && event.gesture === null) note(person, entry, "phantom-event", event.name)
  for (const check of interest.checks) {
    const detail = check(entry)
    if (detail !== null) note(person, entry, "bad-event", detail)
  }
  if (interest.evidence && !namesChannel(event))
    note(person, entry, "bad-event", `${event.name} names no channel`)
}

function note(person: Person, { event, at }: Entry, kind: FindingKind, detail: string): void {
  person.addFinding({
    kind,
    at,
    scenario: null,
    step: null,
    channel: null,
    reason: null,
    evidence: [event.id],
    detail,
  })
}
