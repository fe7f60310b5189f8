import type { TraitCondition } from "../../map/condition"
import { durationMs } from "../../map/duration"
import { compileComparison, satisfies } from "../compare"
import { defineCondition } from "../condition"
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
    const forMs = forText === undefined ? null : durationMs(forText)
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
        const wants = Object.entries(given)
          .map(([key, wish]) => `${key} ${JSON.stringify(wish)}`)
          .join(" and ")
        const lasting = forText === undefined ? "" : ` for ${forText}`
        const tooShort = forMs !== null && now && !holds ? ", not long enough" : ""
        return {
          kind: "leaf",
          condition: `${wanted ? "" : "not "}trait ${pathText} ${wants}${lasting}`,
          met: holds === wanted,
          is: value === undefined ? `missing${tooShort}` : `${cut(JSON.stringify(value))}${tooShort}`,
          change: `trait ${pathText} becomes ${wanted ? "" : "not "}${wants}${lasting}`,
        }
      },
    }
  },
})

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}
