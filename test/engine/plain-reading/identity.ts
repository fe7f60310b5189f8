import type { CommunicationMap } from "../../../shared/map/communication-map"
import { type Placed, type PlainPerson, type PlainRun, pastOf } from "./people"
import { endRun, isActive } from "./runs"

export interface Identities {
  people: PlainPerson[]
  leads: Map<string, PlainPerson>
  own: Map<PlainPerson, Placed[]>
  merged: Set<PlainPerson>
  map: CommunicationMap
}

/** Rules 4 and 5. */
export function findOwner({ event }: Placed, at: number, identities: Identities): PlainPerson {
  const { people, leads } = identities
  const make = (): PlainPerson => {
    const person: PlainPerson = {
      user: null,
      ids: [],
      log: [],
      runs: [],
      messages: [],
      notes: [],
      stages: [],
      segments: new Map(),
      firedDates: new Set(),
      firedWalls: new Map(),
      joined: 0,
    }
    people.push(person)
    return person
  }
  const call = (id: string, person: PlainPerson) => {
    leads.set(id, person)
    if (!person.ids.includes(id)) person.ids.push(id)
  }
  const { person: id, user } = event
  let owner = leads.get(id)
  if (user === undefined) {
    if (owner) return owner
    owner = make()
    call(id, owner)
    return owner
  }
  const known = leads.get(user)
  if (!owner) owner = known ?? make()
  else if (owner.user === null && known && known !== owner) owner = merge(owner, known, at, identities)
  else if (owner.user !== null && owner.user !== user) owner = known ?? make()
  owner.user ??= user
  if (leads.get(id)?.user !== id || owner.user === id) call(id, owner)
  call(user, owner)
  return owner
}

function merge(one: PlainPerson, other: PlainPerson, at: number, identities: Identities): PlainPerson {
  const { people, leads, own, merged } = identities
  const firstOf = ({ log }: PlainPerson) => log[0]
  const [a, b] = [firstOf(one), firstOf(other)]
  const isFirst =
    a !== undefined &&
    (b === undefined || a.event.at < b.event.at || (a.event.at === b.event.at && a.place < b.place))
  const [kept, gone] = isFirst || b === undefined ? [one, other] : [other, one]
  kept.user ??= gone.user
  for (const id of gone.ids) if (!kept.ids.includes(id)) kept.ids.push(id)
  const before = new Set([...pastOf(kept), ...pastOf(gone)].map(({ id }) => id))
  kept.log = [...kept.log, ...gone.log].sort((x, y) => x.event.at - y.event.at || x.place - y.place)
  const after = new Set(pastOf(kept).map(({ id }) => id))
  for (const id of before)
    if (!after.has(id))
      kept.notes.push({
        kind: "duplicate-event",
        at,
        scenario: null,
        step: null,
        reason: null,
        evidence: [id],
      })
  const place = (run: PlainRun) => run.place ?? Number.MAX_SAFE_INTEGER
  const order = (run: PlainRun) =>
    identities.map.scenarios?.findIndex(({ id }) => id === run.scenario.id) ?? 0
  kept.runs = [...kept.runs, ...gone.runs].sort(
    (x, y) => x.at - y.at || place(x) - place(y) || order(x) - order(y) || x.order - y.order,
  )
  for (const [index, run] of kept.runs.entries()) run.order = index
  kept.messages = [...kept.messages, ...gone.messages].sort((x, y) => x.firstAt - y.firstAt)
  kept.notes.push(...gone.notes)
  for (const date of gone.firedDates) kept.firedDates.add(date)
  for (const [mark, wall] of gone.firedWalls)
    kept.firedWalls.set(mark, Math.max(wall, kept.firedWalls.get(mark) ?? wall))
  const running = new Set<string>()
  for (const run of kept.runs) {
    if (!isActive(identities.map, run, at)) continue
    const key = JSON.stringify([run.scenario.id, run.key])
    if (running.has(key)) endRun(identities.map, run, "merged", at)
    running.add(key)
  }
  for (const [id, person] of leads) if (person === gone) leads.set(id, kept)
  own.set(
    kept,
    [...(own.get(kept) ?? []), ...(own.get(gone) ?? [])].sort((x, y) => x.place - y.place),
  )
  own.delete(gone)
  people.splice(people.indexOf(gone), 1)
  merged.add(kept)
  return kept
}
