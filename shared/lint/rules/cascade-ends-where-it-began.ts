import { defineRule } from "../finding"
import { quote } from "../name-list"
import { readIfNot } from "../scenario-plan"

/**
 * A cascade that ends in the same channel it began with: who did not react there is asked there again.
 *
 * Steps stand in for one another by `ifNot` of an outcome of the message; `ifNot: goal` only asks whether there is still
 * a reason to write.
 */
export const cascadeEndsWhereItBegan = defineRule({
  code: "cascade-ends-where-it-began",
  kind: "gap",
  find: ({ map }) =>
    (map.scenarios ?? []).flatMap(({ id, steps }, scenarioIndex) => {
      const links = steps.map((_, index) => {
        const ifNot = readIfNot(steps, index)
        return ifNot && ifNot.outcome !== "goal" ? ifNot.index : null
      })
      // Links go back only, so the first step of each chain is known when its next one comes.
      const firsts: number[] = []
      for (const [index, link] of links.entries())
        firsts.push(link === null ? index : (firsts[link] ?? index))
      const followed = new Set(links)
      return steps.flatMap((step, index) => {
        const first = firsts[index] ?? index
        if (first === index || followed.has(index) || steps[first]?.channel !== step.channel) return []
        const [scenario, channel] = [quote(id), quote(step.channel)]
        return {
          path: ["scenarios", scenarioIndex, "steps", index, "channel"],
          severity: "note" as const,
          message: {
            en: `The cascade of scenario ${scenario.en} ends in channel ${channel.en}, where it began: who did not react there is asked there again.`,
            ru: `Каскад сценария ${scenario.ru} заканчивается в канале ${channel.ru}, с которого начался: кто там не отреагировал, получит сообщение там же.`,
          },
          proposal: {
            en: "End it in another channel, or wait with `ifNot: goal`.",
            ru: "Закончите его в другом канале или пишите по `ifNot: goal`.",
          },
        }
      })
    }),
})
