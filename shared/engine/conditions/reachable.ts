import { defineCondition } from "../condition"
import { bothWays } from "../explanation"
import { hasAddress, isReachable } from "../reach"

/** `{ reachable: CHANNEL }`: the gate `unreachable` would pass. */
export const reachable = defineCondition<{ reachable: string }>({
  key: "reachable",
  compile(condition, scope) {
    const channel = scope.channel(condition.reachable)
    const address = channel.address?.join(".") ?? "address"
    const [asked, unasked] = bothWays((wanted) => ({ code: "reachable", channel: channel.id, wanted }))
    return {
      holds: ({ facts }) => isReachable(facts, channel),
      because: ({ facts }, _at, ids) => {
        const id = facts.bounced?.get(channel.id) ?? facts.traitIds?.get(channel.address?.[0] ?? "")
        if (id !== undefined) ids.add(id)
      },
      explain: ({ facts }, _at, wanted) => {
        const known = hasAddress(facts, channel)
        const reached = isReachable(facts, channel)
        return {
          kind: "leaf",
          asked: wanted ? asked : unasked,
          met: reached === wanted,
          is: reached ? { code: "reachable" } : { code: known ? "bounced" : "no-address", address },
          change: { code: !wanted ? "address-gone" : known ? "address-new" : "address-known", address },
        }
      },
    }
  },
})
