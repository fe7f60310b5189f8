import type { TouchpointEvent } from "../event"
import type { CommunicationMap } from "../map/communication-map"
import { at, text } from "./read-json"

/** The traits that hold an address, whatever the map says of its channels. */
const USUAL_TRAITS = ["email", "phone"]

/**
 * Who has which address, as the log tells it: the traits that the map's channels name. The latest to have an address has
 * it.
 */
export class AddressBook {
  private readonly owners = new Map<string, string>()
  private readonly people = new Set<string>()
  private readonly traits: string[]

  constructor(map: CommunicationMap) {
    const named = Object.values(map.channels ?? {}).flatMap(({ address }) => address ?? [])
    this.traits = [...new Set([...named, ...USUAL_TRAITS])]
  }

  take({ person, user, name, props }: TouchpointEvent): void {
    this.people.add(person)
    if (user !== undefined) this.people.add(user)
    if (name !== "identify") return
    for (const trait of this.traits) {
      const address = text(props, trait) ?? text(at(props, "traits"), trait)
      if (address !== null) this.owners.set(normalise(address), user ?? person)
    }
  }

  /** The person behind an id of the source, else behind an address; null where nobody is known by either. */
  find({ person, to }: { person?: string | null; to: string | null }): string | null {
    if (person && this.people.has(person)) return person
    return to === null ? null : (this.owners.get(normalise(to)) ?? null)
  }

  /** Changes when somebody gets another address: what was left out before may be somebody's now. */
  get size(): number {
    return this.owners.size
  }

  /** Whether one of this person's addresses of this kind (mail, or not) is known. */
  hasAddress(isPerson: (person: string) => boolean, like: string): boolean {
    const isMail = like.includes("@")
    for (const [address, owner] of this.owners)
      if (address.includes("@") === isMail && isPerson(owner)) return true
    return false
  }
}

/** Letter case of a mail address and the spaces of a phone number say nothing. */
export function normalise(address: string): string {
  if (address.includes("@")) return address.trim().toLowerCase()
  const digits = address.replace(/\D/g, "")
  return digits.length >= 6 ? digits : address.trim()
}
