import type { TraitCondition } from "../../map/condition"
import { compileComparison, satisfies } from "../compare"
import { defineCondition } from "../condition"
import { bothWays, readLength } from "../explanation"
import { noteChangeAt } from "../horizon"
import { Kept } from "../kept"

/** Since when the trait has satisfied without a break (ms UTC). */
class HeldSince extends Kept {
  constructor(public at: number) {
    super()
  }
}

/**
 * `{ trait: PATH, … , for? }`: the person's latest trait satisfies the comparison, and with `for` has done so without
 * a break since t - D or before; a missing trait that satisfies has done so since the first event.
 */
export const trait = defineCondition<TraitCondition>({
  key: "trait",
  compile(condition, scope) {
    const { trait: pathText, for: forText, ...given } = condition
    const path = pathText.split(".")
    const comparison = compileComparison(given)
    const lasting = readLength(forText)
    const forMs = lasting?.ms ?? null
    const [asked, unasked] = bothWays((wanted) => ({
      code: "trait",
      path: pathText,
      wants: given,
      lasting,
      wanted,
    }))
    // Looked at after each instant, not after each event: what is undone within an instant never was.
    const slot =
      forMs === null
        ? -1
        : scope.takeInstantSlot(["trait", condition], ["identify"], (index) => (facts, at) => {
            const holds = satisfies(comparison, facts.trait(path))
            if (!holds) facts.slots[index] = undefined
            else if (!facts.slots[index]) facts.slots[index] = new HeldSince(at)
          })
    return {
      holds: ({ facts }, at) => {
        if (forMs === null) return satisfies(comparison, facts.trait(path))
        const since = (facts.slots[slot] as HeldSince | undefined)?.at
        if (since === undefined) return false
        if (since <= at - forMs) return true
        noteChangeAt(since + forMs)
        return false
      },
      because: ({ facts }, _at, ids) => {
        const id = facts.traitIds?.get(path[0] ?? "")
        if (id !== undefined) ids.add(id)
      },
      explain: ({ facts }, at, wanted) => {
        const value = facts.trait(path)
        const since = (facts.slots[slot] as HeldSince | undefined)?.at
        const now = satisfies(comparison, value)
        const holds = forMs === null ? now : since !== undefined && since <= at - forMs
        const tooShort = forMs !== null && now && !holds
        const wish = wanted ? asked : unasked
        return {
          kind: "leaf",
          asked: wish,
          met: holds === wanted,
          is:
            value === undefined
              ? { code: "missing", tooShort }
              : { code: "value", json: cut(JSON.stringify(value)), tooShort },
          change: { code: "fulfil", asked: wish, more: null },
        }
      },
    }
  },
})

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
