import { compareEntries, type Entry, listLogged } from "./entry"
import { Facts } from "./facts"
import type { Person } from "./person"
import { noteRepeatedPurchase } from "./repeated-purchase"
import { completeRun, endRun, type Run } from "./run"

/**
 * Joins two people at an instant (rule 5). The one with the earlier first event lends the history (stages, since when
 * in segments); the facts are those of the joined log. Gives the one that stays; its instant is still to be processed.
 */
export function mergePeople(one: Person, other: Person, at: number): Person {
  const [kept, gone] = comesFirst(one, other) ? [one, other] : [other, one]
  kept.joined = true
  kept.user ??= gone.user
  kept.ids = [...kept.ids, ...gone.ids.filter((id) => !kept.ids.includes(id))]
  const log = [kept, gone].flatMap((person) => listLogged(person.log, person.compiled)).sort(compareEntries)
  kept.log = null
  for (const { event, place } of log) kept.log = { event, place, before: kept.log }
  const repeated: Entry[] = []
  kept.facts = joinFacts(kept, log, repeated)
  kept.runs = [...kept.runs, ...gone.runs].sort(compareRuns)
  for (const [order, run] of kept.runs.entries()) run.order = order
  kept.runsByScenario = null
  const runs = kept.runs
  kept.runs = []
  for (const run of runs) kept.addRun(run)
  kept.activeRuns = [...kept.activeRuns, ...gone.activeRuns].sort(compareRuns)
  kept.goalRuns = [...kept.goalRuns, ...gone.goalRuns].sort(compareRuns)
  if (gone.messages) {
    kept.messages = [...(kept.messages ?? []), ...gone.messages].sort((a, b) => a.firstAt - b.firstAt)
  }
  if (gone.byProvider) kept.byProvider = new Map([...gone.byProvider, ...(kept.byProvider ?? [])])
  if (gone.sends) kept.sends = [...(kept.sends ?? []), ...gone.sends]
  if (gone.findings) kept.findings = [...(kept.findings ?? []), ...gone.findings]
  noteJoinedPurchases(kept, repeated, at)
  if (gone.firedDates) kept.firedDates = new Set([...(kept.firedDates ?? []), ...gone.firedDates])
  for (const [mark, wall] of gone.firedWalls ?? []) {
    kept.firedWalls ??= new Map()
    kept.firedWalls.set(mark, Math.max(wall, kept.firedWalls.get(mark) ?? wall))
  }
  endDoubledRuns(kept, at)
  return kept
}

function comesFirst(one: Person, other: Person): boolean {
  const difference = one.facts.firstAt - other.facts.firstAt || one.firstPlace - other.firstPlace
  // One whose first event is of this very instant has no facts yet, and no history to lend.
  if (Number.isNaN(difference)) return Number.isNaN(other.facts.firstAt)
  return difference <= 0
}

function compareRuns(one: Run, other: Run): number {
  return (
    one.triggeredAt - other.triggeredAt ||
    (one.triggerPlace ?? Number.POSITIVE_INFINITY) - (other.triggerPlace ?? Number.POSITIVE_INFINITY) ||
    one.scenario.index - other.scenario.index ||
    one.order - other.order ||
    0
  )
}

/** Of several active runs of one scenario and key the earliest trigger stays; the others end as merged. */
function endDoubledRuns(person: Person, at: number): void {
  const first = new Set<string>()
  for (const run of person.activeRuns) {
    completeRun(run, at)
    if (run.over !== null) continue
    const key = JSON.stringify([run.scenario.index, run.key])
    if (first.has(key)) endRun(run, "merged", at)
    else first.add(key)
  }
}

/** What was one order of each is one order of both: known, and so reported, at the merge. */
function noteJoinedPurchases(person: Person, repeated: readonly Entry[], at: number): void {
  const reported = new Set(
    (person.findings ?? []).flatMap(({ kind, evidence }) => (kind === "duplicate-event" ? evidence : [])),
  )
  for (const entry of repeated) if (!reported.has(entry.event.id)) noteRepeatedPurchase(person, entry, at)
}

/** The facts of a joined log: those of all its events in order, as if one person had done them; `repeated` takes what rule 1 leaves out. */
function joinFacts({ compiled }: Person, log: readonly Entry[], repeated: Entry[]): Facts {
  const facts = new Facts(compiled.slots)
  let isFirst = true
  for (let index = 0; index < log.length; ) {
    const at = log[index]?.at ?? 0
    let identified = false
    for (; log[index]?.at === at; index++) {
      const entry = log[index] as Entry
      if (facts.isRepeatedPurchase(entry.event)) {
        repeated.push(entry)
        continue
      }
      facts.take(entry, entry.interest, compiled)
      identified ||= entry.event.name === "identify"
    }
    if (isFirst || identified) for (const update of compiled.instants) update(facts, at)
    isFirst = false
  }
  return facts
}
