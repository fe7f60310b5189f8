import type { Entry } from "./entry"
import type { Person } from "./person"

/** Reports a purchase whose transaction the person has already (rule 1), at the instant at which that is known. */
export function noteRepeatedPurchase(person: Person, { event }: Entry, at: number): void {
  person.addFinding({
    kind: "duplicate-event",
    at,
    scenario: null,
    step: null,
    channel: null,
    reason: null,
    evidence: [event.id],
    detail: event.name,
  })
}
