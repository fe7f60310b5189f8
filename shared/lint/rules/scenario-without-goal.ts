import { defineRule } from "../finding"
import { quote } from "../name-list"

/** A scenario of which nobody can say whether it works. */
export const scenarioWithoutGoal = defineRule({
  code: "scenario-without-goal",
  kind: "gap",
  find: ({ map }) =>
    (map.scenarios ?? []).flatMap(({ id, goal }, index) => {
      if (goal !== undefined) return []
      const scenario = quote(id)
      return {
        path: ["scenarios", index],
        severity: "note",
        message: {
          en: `Scenario ${scenario.en} has no goal: nothing tells whether it works, and nothing ends it early.`,
          ru: `У сценария ${scenario.ru} нет цели: непонятно, работает ли он, и ничто не завершит его раньше.`,
        },
        proposal: {
          en: "Name what it is for, for example `goal: { event: purchase, within: 7d }`.",
          ru: "Укажите, зачем он нужен, например `goal: { event: purchase, within: 7d }`.",
        },
      }
    }),
})
