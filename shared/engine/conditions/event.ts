import type { EventCondition } from "../../map/condition"
import type { NumberComparison } from "../../map/matcher"
import { compileNumberComparison } from "../compare"
import { defineCondition, MOST_IDS } from "../condition"
import { bothWays, findLack, readLength } from "../explanation"
import type { Facts } from "../facts"
import { noteChangeAt } from "../horizon"
import { Kept } from "../kept"
import { withLast } from "../small-list"

const NO_INSTANTS: number[] = []
const NO_IDS: string[] = []

/** The latest matching events, as many as can make a difference, and how many there were in all. */
class RecentMatches extends Kept {
  total = 0
  /** The latest one: as a rule nothing more is asked for. */
  at = 0
  id = ""
  /** All that are kept, where more than one can make a difference. */
  ats: number[] = NO_INSTANTS
  ids: string[] = NO_IDS

  take(at: number, id: string, most: number): void {
    this.total++
    this.at = at
    this.id = id
    if (most === 1) return
    const { ats, ids } = this
    const last = ats.length - 1
    if (most < 16 && ats.length === most) {
      for (let index = 0; index < last; index++) {
        ats[index] = ats[index + 1] ?? at
        ids[index] = ids[index + 1] ?? id
      }
      ats[last] = at
      ids[last] = id
      return
    }
    this.ats = withLast(ats, at)
    this.ids = withLast(ids, id)
    if (this.ats.length <= most * 2) return
    this.ats = this.ats.slice(-most)
    this.ids = this.ids.slice(-most)
  }
}

/**
 * `{ event, where?, count?, within? }`: the number of matching events e with t - within <= e <= t satisfies `count`
 * (default: at least 1; a bare n: at least n; 0: none).
 */
export const event = defineCondition<EventCondition>({
  key: "event",
  compile(condition, scope) {
    const comparison = readCount(condition.count)
    const satisfied = compileNumberComparison(comparison)
    const most = countThatMatters(comparison)
    const canOnlyEnd = fallsWithCount(comparison)
    const turns = listTurns(comparison)
    const within = readLength(condition.within)
    const withinMs = within?.ms ?? null
    const matcher = scope.matchers.compileEvent(condition.event, condition.where)
    const slot = scope.takeSlot(
      ["event", condition.event, condition.where, most],
      matcher.names,
      (index) => (facts, entry) => {
        if (!matcher.matches(entry)) return
        let matches = facts.slots[index] as RecentMatches | undefined
        if (!matches) {
          matches = new RecentMatches()
          facts.slots[index] = matches
        }
        matches.take(entry.at, entry.id, most)
      },
    )
    const [asked, unasked] = bothWays((wanted) => ({
      code: "event",
      of: { event: condition.event, ...(condition.where && { where: condition.where }) },
      count: comparison,
      within,
      wanted,
    }))
    const countAt = (facts: Facts, at: number, note: boolean): number => {
      const matches = facts.slots[slot] as RecentMatches | undefined
      if (!matches) return 0
      if (withinMs === null) return Math.min(matches.total, most)
      if (most === 1) {
        if (matches.at < at - withinMs) return 0
        if (note) noteChangeAt(matches.at + withinMs + 1)
        return 1
      }
      const first = Math.max(0, matches.ats.length - most)
      let index = matches.ats.length
      while (index > first && (matches.ats[index - 1] ?? 0) >= at - withinMs) index--
      const oldest = matches.ats[index]
      if (note && oldest !== undefined && (!canOnlyEnd || satisfied(matches.ats.length - index)))
        noteChangeAt(oldest + withinMs + 1)
      return matches.ats.length - index
    }
    const listIds = (facts: Facts, at: number): string[] => {
      const matches = facts.slots[slot] as RecentMatches | undefined
      const count = Math.min(countAt(facts, at, false), MOST_IDS)
      if (!matches || count === 0) return []
      return most === 1 ? [matches.id] : matches.ids.slice(-count)
    }
    return {
      holds: ({ facts }, at) => satisfied(countAt(facts, at, true)),
      because: ({ facts }, at, ids) => {
        for (const id of listIds(facts, at)) ids.add(id)
      },
      explain: ({ facts }, at, wanted) => {
        const count = countAt(facts, at, false)
        const wish = wanted ? asked : unasked
        const met = satisfied(count) === wanted
        // What is counted without a window only becomes more.
        const lost =
          !met && withinMs === null && !turns.some((turn) => turn > count && satisfied(turn) === wanted)
        return {
          kind: "leaf",
          asked: wish,
          met,
          is:
            count === 0
              ? { code: "never", within, of: null }
              : { code: "times", count, orMore: count >= most, within },
          change: {
            code: "fulfil",
            asked: wish,
            more: wanted ? findLack(comparison, count, satisfied, 1) : null,
          },
          ...(lost && { lost: true }),
        }
      },
    }
  },
})

function readCount(count: EventCondition["count"]): NumberComparison {
  if (count === undefined) return { gte: 1 }
  if (typeof count !== "number") return count
  return count === 0 ? { eq: 0 } : { gte: count }
}

/** From this count on, every comparison says the same: more need not be kept. */
function countThatMatters({ eq, ne, gt, gte, lt, lte }: NumberComparison): number {
  const beyond = [eq, ne, gt, lte].filter((n) => n !== undefined).map((n) => Math.floor(n) + 1)
  const reached = [gte, lt].filter((n) => n !== undefined).map((n) => Math.ceil(n))
  return Math.max(1, ...beyond, ...reached)
}

/** The counts at which the comparison may begin to say something else, and the ones after. */
function listTurns(comparison: NumberComparison): number[] {
  const said = Object.values(comparison).filter((n) => n !== undefined)
  return said.flatMap((n) => [Math.ceil(n), Math.floor(n) + 1, Math.floor(n) + 2])
}

/** Whether fewer events can only make it fail: while it does, time alone changes nothing. */
function fallsWithCount({ eq, ne, lt, lte }: NumberComparison): boolean {
  return eq === undefined && ne === undefined && lt === undefined && lte === undefined
}
