import type { Entry } from "../entry"
import { isEvidence, readEvidence } from "../evidence-event"
import type { FindingKind } from "../finding"
import type { Person } from "../person"

/** Events that nobody makes without touching the page. */
const NEEDS_GESTURE = new Set(["add_to_cart", "remove_from_cart", "form_submit", "sign_up"])

/** What an event shows by itself: done without a gesture, or with a value that a condition cannot use. */
export function noteEventFindings(person: Person, entry: Entry): void {
  const { event } = entry
  if (event.gesture === null && NEEDS_GESTURE.has(event.name))
    note(person, entry, "phantom-event", event.name)
  for (const check of person.compiled.interests.get(event.name)?.checks ?? []) {
    const detail = check(entry)
    if (detail !== null) note(person, entry, "bad-event", detail)
  }
  if (isEvidence(event) && !readEvidence(entry))
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
