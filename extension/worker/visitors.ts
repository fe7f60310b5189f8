import type { SiteRecord, Visitor } from "./site-record"

/** A visitor that was kept to come back to. */
export interface SavedVisitor {
  person: string
  name: string
  savedAt: number
}

const MOST_SAVED = 50
const MOST_NAME = 100

function visitorNamed(person: string): Visitor {
  // Another session: nobody has been here as this one for a while.
  return { person, session: "", lastAt: 0, campaign: "" }
}

/** From now on somebody else: the journey begins anew, and the one before can be had back. `at` in ms. */
export function beginVisitor(record: SiteRecord, person: string, shown: string | null, at: number): void {
  const before = shown ?? record.visitor.person
  if (shown !== null && !findSaved(record, before)) saveVisitor(record, before, "", at)
  record.visitor = visitorNamed(person)
  record.shown = { person, since: at }
}

/** Goes on as somebody who was here before. Unknown ones are ignored. */
export function switchVisitor(record: SiteRecord, person: string, shown: string | null, at: number): boolean {
  if (!findSaved(record, person)) return false
  if (shown !== null && !findSaved(record, shown)) saveVisitor(record, shown, "", at)
  record.visitor = visitorNamed(person)
  record.shown = { person, since: at }
  return true
}

/** Without a name it is called by the time at which it was saved. */
export function saveVisitor(record: SiteRecord, person: string, name: string, at: number): void {
  const others = (record.savedVisitors ?? []).filter((saved) => saved.person !== person)
  record.savedVisitors = [{ person, name: name.trim().slice(0, MOST_NAME), savedAt: at }, ...others].slice(
    0,
    MOST_SAVED,
  )
}

export function forgetVisitor(record: SiteRecord, person: string): void {
  record.savedVisitors = (record.savedVisitors ?? []).filter((saved) => saved.person !== person)
}

function findSaved({ savedVisitors = [] }: SiteRecord, person: string): SavedVisitor | undefined {
  return savedVisitors.find((saved) => saved.person === person)
}
