import type { AuditResult, Journey } from "../domain"

export interface NextDue {
  at: number
  result: AuditResult
}

/** A journey whose nothing falls due in a year is taken to rest. */
const FARTHEST_MS = 366 * 24 * 60 * 60 * 1000
/** Instants looked at; most of them are windows that close and change nothing here. */
const MOST_INSTANTS = 120

/**
 * The next instant after `now` at which a step of this person falls due if nothing else happens: what is planned, and
 * what will have been triggered by then. A step that will be refused then counts too: why is what one wants to see.
 */
export function findNextDue(
  journey: Journey,
  isPerson: (ids: string[]) => boolean,
  now: number,
): NextDue | null {
  let at = now
  for (let looked = 0; looked < MOST_INSTANTS; looked++) {
    const next = journey.nextChangeAt(at)
    if (next === null || next > now + FARTHEST_MS) return null
    at = next
    const result = journey.result(at)
    const person = result.people.find(({ ids }) => isPerson(ids))
    const due = person?.runs.some((run) =>
      run.steps.some((step) => step.dueAt !== null && Date.parse(step.dueAt) === at),
    )
    if (due) return { at, result }
  }
  return null
}
