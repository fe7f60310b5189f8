import { Kept } from "./kept"
import type { Person } from "./person"
import { withLast } from "./small-list"

/** From this many ids on, an index is worth its memory. */
const MANY = 12

/** To whom an id leads. Nearly every household has one or two ids, for which a list is a tenth of a map. */
export class Routes extends Kept {
  private ids: string[] = []
  private people: Person[] = []
  private places: Map<string, number> | null = null

  get(id: string): Person | undefined {
    const place = this.placeOf(id)
    return place === undefined ? undefined : this.people[place]
  }

  set(id: string, person: Person): void {
    const place = this.placeOf(id)
    if (place !== undefined) {
      this.people[place] = person
      return
    }
    this.places?.set(id, this.ids.length)
    this.ids = withLast(this.ids, id)
    this.people = withLast(this.people, person)
    if (this.ids.length === MANY) this.places = new Map(this.ids.map((known, index) => [known, index]))
  }

  list(): [string, Person][] {
    return this.ids.map((id, index) => [id, this.people[index] as Person])
  }

  private placeOf(id: string): number | undefined {
    if (this.places) return this.places.get(id)
    const place = this.ids.indexOf(id)
    return place < 0 ? undefined : place
  }
}
