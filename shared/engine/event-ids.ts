import { withLast } from "./small-list"

/** From so many on, a set is worth its memory. */
const MANY = 16

const NONE: string[] = []

/** Ids of events, each once, in the order in which they were added. There are few as a rule: a set is ten times such a list. */
export class EventIds {
  list = NONE
  private known: Set<string> | null = null

  add(id: string): void {
    if (this.known?.has(id) ?? this.list.includes(id)) return
    this.list = withLast(this.list, id)
    if (this.list.length === MANY) this.known = new Set(this.list)
    else this.known?.add(id)
  }
}
