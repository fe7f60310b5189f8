import type { CommunicationMap } from "../../map/communication-map"
import { defineRule } from "../finding"
import { quote } from "../name-list"
import { listTriggers } from "../reasoning/at-trigger"
import { channelOfStep, listSteps, typeOfStep } from "../scenario-plan"

const COSTLY_BY_NAME = new Set(["call", "sms"])
/** A channel that costs so many times the cheapest paid one is costly whatever it is called. */
const COSTLY_TIMES = 20

/** Calls and SMS (or what costs as much) without a condition on who gets them. Service messages are owed to everyone. */
export const costlyChannelForEveryone = defineRule({
  code: "costly-channel-for-everyone",
  kind: "gap",
  find: ({ map }) =>
    listSteps(map).flatMap(({ scenario, step, path }) => {
      if (step.only || scenario.audience || typeOfStep(step, map) === "service") return []
      if (!isCostly(step.channel, map)) return []
      const isForSome = listTriggers(scenario.trigger).every(
        ({ trigger }) => "enters" in trigger && "segment" in trigger.enters,
      )
      if (isForSome) return []
      const [id, channel] = [quote(step.id), quote(step.channel)]
      const { cost } = channelOfStep(step, map)
      const price = cost === undefined ? "" : ` (${cost}${map.currency ? ` ${map.currency}` : ""})`
      return {
        path,
        severity: "note" as const,
        message: {
          en: `Step ${id.en} opens the costly channel ${channel.en}${price} to everyone.`,
          ru: `Шаг ${id.ru} открывает дорогой канал ${channel.ru}${price} для всех.`,
        },
        proposal: {
          en: "Limit it with `only`, for example to a segment that is worth the cost.",
          ru: "Ограничьте его с помощью `only`, например сегментом, который окупит затраты.",
        },
      }
    }),
})

function isCostly(id: string, map: CommunicationMap): boolean {
  const cost = map.channels?.[id]?.cost
  if (COSTLY_BY_NAME.has(id)) return cost !== 0
  if (cost === undefined) return false
  const paid = Object.values(map.channels ?? {}).flatMap((channel) => (channel.cost ? [channel.cost] : []))
  return cost > 0 && cost >= COSTLY_TIMES * paid.reduce((least, one) => Math.min(least, one), cost)
}
