import type { EvidenceDraft } from "../../shared/evidence/draft"
import { AddressBook, findConnector, normaliseAddress } from "../domain"
import type { Source } from "./evidence-store"
import { latestPerson, type SiteJourney } from "./site-journey"

/** Who of this site has which address, as its events tell. */
export function readAddresses({ map, events }: SiteJourney): AddressBook {
  const book = new AddressBook(map)
  for (const event of events.values()) book.take(event)
  return book
}

/**
 * Whose a piece of evidence is: whom the site knows by this id or address; what goes to the visitor's own address, or
 * into a test inbox of which nothing says that it is another's, is the visitor's. All else is somebody's we do not know.
 */
export function chooseOwner(
  loaded: SiteJourney,
  source: Pick<Source, "connector" | "recipient">,
  book: AddressBook,
): (draft: EvidenceDraft) => string | null {
  const visitor = latestPerson(loaded) ?? loaded.record.visitor.person
  const household = new Set([visitor, loaded.record.visitor.person])
  for (const { person, user } of loaded.events.values())
    if (user !== undefined && (household.has(person) || household.has(user))) household.add(user).add(person)
  const isShared = findConnector(source.connector)?.kind === "inbox"
  const own = source.recipient === "" ? null : normaliseAddress(source.recipient)
  return (draft) => {
    const known = book.find(draft)
    if (known !== null) return known
    if (own !== null) return draft.to !== null && normaliseAddress(draft.to) === own ? visitor : null
    if (!isShared) return null
    if (draft.to !== null && book.hasAddress((person) => household.has(person), draft.to)) return null
    return visitor
  }
}
