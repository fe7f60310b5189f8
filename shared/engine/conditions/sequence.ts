import type { SequenceCondition } from "../../map/condition"
import { defineCondition } from "../condition"
import { bothWays, readLength } from "../explanation"
import { Kept } from "../kept"

/**
 * How far the sequence has come: for each number of matched parts the latest possible first event (a later start
 * leaves the most time), with the ids on the way. Once complete it stays so.
 */
class SequenceProgress extends Kept {
  done: string[] | null = null
  starts: number[] = []
  chains: string[][] = []
}

/**
 * `{ sequence: [matcher…], within: D }`: in this order, others may lie between, equal times count in log order, the
 * last no later than the first + D (both ends included); at any time up to t; one event serves one matcher.
 */
export const sequence = defineCondition<SequenceCondition>({
  key: "sequence",
  compile(condition, scope) {
    const within = readLength(condition.within)
    const withinMs = within.ms
    const [asked, unasked] = bothWays((wanted) => ({
      code: "sequence",
      of: condition.sequence,
      within,
      wanted,
    }))
    const matchers = condition.sequence.map((matcher) => scope.matchers.compile(matcher))
    const names = [...new Set(matchers.flatMap((matcher) => matcher.names))]
    const last = matchers.length - 1
    const slot = scope.takeSlot(
      ["sequence", condition.sequence, condition.within],
      names,
      (index) => (facts, entry) => {
        let progress = facts.slots[index] as SequenceProgress | undefined
        if (progress?.done) return
        // From the last part back, so that one event serves one matcher.
        for (let part = last; part >= 0; part--) {
          if (!matchers[part]?.matches(entry)) continue
          const start = part === 0 ? entry.at : progress?.starts[part - 1]
          if (start === undefined || entry.at - start > withinMs) continue
          if (!progress) {
            progress = new SequenceProgress()
            facts.slots[index] = progress
          }
          const chain = [...(part === 0 ? [] : (progress.chains[part - 1] ?? [])), entry.id]
          if (part === last) {
            progress.done = chain
            progress.starts = []
            progress.chains = []
            return
          }
          progress.starts[part] = start
          progress.chains[part] = chain
        }
      },
    )
    return {
      holds: ({ facts }) => Boolean((facts.slots[slot] as SequenceProgress | undefined)?.done),
      because: ({ facts }, _at, ids) => {
        for (const id of (facts.slots[slot] as SequenceProgress | undefined)?.done ?? []) ids.add(id)
      },
      explain: ({ facts }, at, wanted) => {
        const progress = facts.slots[slot] as SequenceProgress | undefined
        const complete = Boolean(progress?.done)
        const come =
          progress?.starts.reduce((most, start, part) => (at - start <= withinMs ? part + 1 : most), 0) ?? 0
        const wish = wanted ? asked : unasked
        return {
          kind: "leaf",
          asked: wish,
          met: complete === wanted,
          is: complete ? { code: "in-order" } : { code: "progress", come, of: matchers.length },
          change: { code: "fulfil", asked: wish, more: null },
          // Once complete it stays so.
          ...(complete && !wanted && { lost: true }),
        }
      },
    }
  },
})
