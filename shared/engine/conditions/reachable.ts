import { defineCondition } from "../condition"
import { hasAddress, isReachable } from "../reach"

/** `{ reachable: CHANNEL }`: the gate `unreachable` would pass. */
export const reachable = defineCondition<{ reachable: string }>({
  key: "reachable",
  compile(condition, scope) {
    const channel = scope.channel(condition.reachable)
    return {
      holds: ({ facts }) => isReachable(facts, channel),
      because: ({ facts }, _at, ids) => {
        const id = facts.bounced?.get(channel.id) ?? facts.traitIds?.get(channel.address?.[0] ?? "")
        if (id !== undefined) ids.add(id)
      },
      explain: ({ facts }, _at, wanted) => {
        const address = channel.address?.join(".") ?? "address"
        const trouble = hasAddress(facts, channel) ? "bounced" : `no ${address}`
        return {
          kind: "leaf",
          condition: `${wanted ? "" : "not "}reachable by ${channel.id}`,
          met: isReachable(facts, channel) === wanted,
          is: isReachable(facts, channel) ? "reachable" : trouble,
          change: !wanted
            ? `${address} is removed or bounces`
            : hasAddress(facts, channel)
              ? `${address} gets another value`
              : `${address} becomes known`,
        }
      },
    }
  },
})
