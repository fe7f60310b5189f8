import type { SumCondition } from "../../map/condition"
import { compileNumberComparison } from "../compare"
import { defineCondition, MOST_IDS } from "../condition"
import { bothWays, findLack, readLength } from "../explanation"
import type { Facts } from "../facts"
import { noteChangeAt } from "../horizon"
import { Kept } from "../kept"
import { compilePath, readAll } from "../path"

/** The matching events of the window with what each adds; without a window, the total and the latest ids. */
class SummedMatches extends Kept {
  total = 0
  ats: number[] = []
  values: number[] = []
  ids: string[] = []
}

/**
 * `{ sum: PATH, of, within? }` compared with a number: over the matching events; the sum of nothing is 0; values that
 * are not numbers are left out and reported; an array on the way stands for all of its elements.
 */
export const sum = defineCondition<SumCondition>({
  key: "sum",
  compile(condition, scope) {
    const { sum: pathText, of, within, ...comparison } = condition
    const satisfied = compileNumberComparison(comparison)
    const length = readLength(within)
    const withinMs = length?.ms ?? null
    const [asked, unasked] = bothWays((wanted) => ({
      code: "sum",
      path: pathText,
      of,
      wants: comparison,
      within: length,
      wanted,
    }))
    const matcher = scope.matchers.compile(of)
    const path = compilePath(pathText)
    scope.reportNonNumbers(matcher, path)
    const slot = scope.takeSlot(["sum", pathText, of, within], matcher.names, (index) => (facts, entry) => {
      if (!matcher.matches(entry)) return
      const added = readAll(entry.event, path)
        .filter((value) => typeof value === "number")
        .reduce((one, other) => one + other, 0)
      let matches = facts.slots[index] as SummedMatches | undefined
      if (!matches) {
        matches = new SummedMatches()
        facts.slots[index] = matches
      }
      matches.ids.push(entry.id)
      if (withinMs === null) {
        matches.total += added
        if (matches.ids.length > 2 * MOST_IDS) matches.ids = matches.ids.slice(-MOST_IDS)
        return
      }
      matches.ats.push(entry.at)
      matches.values.push(added)
      let gone = 0
      while ((matches.ats[gone] ?? entry.at) < entry.at - withinMs) gone++
      if (gone === 0) return
      matches.ats.splice(0, gone)
      matches.values.splice(0, gone)
      matches.ids.splice(0, gone)
    })
    const sumAt = (facts: Facts, at: number, note: boolean): number => {
      const matches = facts.slots[slot] as SummedMatches | undefined
      if (!matches) return 0
      if (withinMs === null) return roundSum(matches.total)
      let total = 0
      let oldest: number | undefined
      for (let index = matches.ats.length - 1; index >= 0; index--) {
        const matchedAt = matches.ats[index] ?? 0
        if (matchedAt < at - withinMs) break
        total += matches.values[index] ?? 0
        oldest = matchedAt
      }
      if (note && oldest !== undefined) noteChangeAt(oldest + withinMs + 1)
      return roundSum(total)
    }
    return {
      holds: ({ facts }, at) => satisfied(sumAt(facts, at, true)),
      because: ({ facts }, at, ids) => {
        const matches = facts.slots[slot] as SummedMatches | undefined
        if (!matches) return
        const inside =
          withinMs === null
            ? matches.ids
            : matches.ids.filter((_, index) => (matches.ats[index] ?? 0) >= at - withinMs)
        for (const id of inside.slice(-MOST_IDS)) ids.add(id)
      },
      explain: ({ facts }, at, wanted) => {
        const total = sumAt(facts, at, false)
        const wish = wanted ? asked : unasked
        return {
          kind: "leaf",
          asked: wish,
          met: satisfied(total) === wanted,
          is: { code: "sum", total },
          change: {
            code: "fulfil",
            asked: wish,
            more: wanted ? findLack(comparison, total, satisfied, 0.01) : null,
          },
        }
      },
    }
  },
})

/** Money is not binary: 0.1 + 0.7 must reach 0.8. A millionth is finer than any price. */
function roundSum(total: number): number {
  return Math.abs(total) < 1e9 ? Math.round(total * 1e6) / 1e6 : total
}
