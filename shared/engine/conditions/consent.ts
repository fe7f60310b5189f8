import { defineCondition } from "../condition"
import { decidingConsent, hasConsent } from "../consent"
import { bothWays } from "../explanation"

/** `{ consent: CHANNEL }`: the gate `consent` would pass. */
export const consent = defineCondition<{ consent: string }>({
  key: "consent",
  compile(condition, scope) {
    const channel = scope.channel(condition.consent)
    const [asked, unasked] = bothWays((wanted) => ({ code: "consent", channel: channel.id, wanted }))
    return {
      holds: ({ facts }) => hasConsent(facts, channel),
      because: ({ facts }, _at, ids) => {
        const decision = decidingConsent(facts, channel)
        if (decision) ids.add(decision.id)
      },
      explain: ({ facts }, _at, wanted) => {
        const decision = decidingConsent(facts, channel)
        return {
          kind: "leaf",
          asked: wanted ? asked : unasked,
          met: hasConsent(facts, channel) === wanted,
          is:
            channel.consent === "none"
              ? { code: "none-needed" }
              : decision === null
                ? { code: "never-asked" }
                : decision.granted
                  ? { code: "granted" }
                  : { code: "denied", at: decision.at },
          change: { code: "consent", channel: channel.id, granted: wanted },
        }
      },
    }
  },
})
