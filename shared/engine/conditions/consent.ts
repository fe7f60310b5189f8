import { defineCondition } from "../condition"
import { decidingConsent, hasConsent } from "../consent"

/** `{ consent: CHANNEL }`: the gate `consent` would pass. */
export const consent = defineCondition<{ consent: string }>({
  key: "consent",
  compile(condition, scope) {
    const channel = scope.channel(condition.consent)
    return {
      holds: ({ facts }) => hasConsent(facts, channel),
      because: ({ facts }, _at, ids) => {
        const decision = decidingConsent(facts, channel)
        if (decision) ids.add(decision.id)
      },
      explain: ({ facts }, _at, wanted) => {
        const decision = decidingConsent(facts, channel)
        const said = decision ? (decision.granted ? "granted" : "denied") : "never asked"
        return {
          kind: "leaf",
          condition: `${wanted ? "" : "no "}consent for ${channel.id}`,
          met: hasConsent(facts, channel) === wanted,
          is: channel.consent === "none" ? "none needed" : said,
          change: `consent for ${channel.id} is ${wanted ? "granted" : "denied"}`,
        }
      },
    }
  },
})
