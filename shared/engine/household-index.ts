import type { Household } from "./household"
import { hashId, NumberedIds } from "./numbered-ids"

/** By the number of an id: that of another one nearer to the first of its household; that is its own. */
const LEADS = 0
/** By the number of a household: the first and the last event that wait to be folded, by their numbers; -1: none. */
const FIRST = 1
const LAST = 2
const WIDTH = 4

const FIRST_ROOM = 64

/** Finds households by ids. The number of a household is that of the first of its ids. */
export class HouseholdIndex {
  private readonly ids = new NumberedIds()
  /** Those that have not been taken over, by their numbers. */
  private readonly households: (Household | undefined)[] = []
  /** What is asked of for each event lies together, for otherwise little of it would be at hand. */
  private records = new Int32Array(WIDTH * FIRST_ROOM)
  private readonly likely: Int32Array

  /** `most`: of so many ids is fetched at once. */
  constructor(most: number) {
    this.likely = new Int32Array(most)
  }

  /** The number of the household to which an id leads, -1 where there is none. */
  find(id: string, hash = hashId(id)): number {
    const number = this.ids.find(id, hash)
    return number < 0 ? -1 : this.follow(number)
  }

  private follow(from: number): number {
    const { records } = this
    let number = from
    for (let next = records[from * WIDTH] ?? from; next !== number; next = records[next * WIDTH] ?? next)
      number = next
    if (records[from * WIDTH] !== number) records[from * WIDTH] = number
    return number
  }

  /** A new household, of an id that leads nowhere yet. Gives its number. */
  add(id: string, hash: number, household: Household): number {
    const number = this.lead(id, hash, -1)
    this.households[number] = household
    return number
  }

  /** From now on an id that led nowhere leads to a household; -1: to one of its own. Gives the number of the id. */
  lead(id: string, hash: number, household: number): number {
    const number = this.ids.add(id, hash)
    if (number * WIDTH === this.records.length) this.makeRoom()
    const at = number * WIDTH
    this.records[at + LEADS] = household < 0 ? number : household
    this.records[at + FIRST] = -1
    this.households.push(undefined)
    return number
  }

  private makeRoom(): void {
    const before = this.records
    this.records = new Int32Array(before.length * 2)
    this.records.set(before)
  }

  get(number: number): Household {
    return this.households[number] as Household
  }

  /** One takes over another: all its ids lead to it. */
  join(number: number, other: number): void {
    this.records[other * WIDTH + LEADS] = number
    this.households[other] = undefined
  }

  list(): Household[] {
    return this.households.filter((household) => household !== undefined)
  }

  firstOf(number: number): number {
    return this.records[number * WIDTH + FIRST] ?? -1
  }

  lastOf(number: number): number {
    return this.records[number * WIDTH + LAST] ?? -1
  }

  setFirst(number: number, event: number): void {
    this.records[number * WIDTH + FIRST] = event
  }

  setLast(number: number, event: number): void {
    this.records[number * WIDTH + LAST] = event
  }

  /** See `NumberedIds.fetchIds`. */
  fetch(hashes: Uint32Array, count: number): number {
    const { likely, records } = this
    let fetched = this.ids.fetchIds(hashes, count, likely)
    for (let index = 0; index < count; index++) fetched ^= records[(likely[index] ?? 0) * WIDTH] ?? 0
    return fetched
  }
}
