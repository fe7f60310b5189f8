import { defineRule } from "../finding"
import { quote } from "../name-list"

/** A stage whose condition cannot hold, or in which nobody can be because later stages take everyone. */
export const stageNeverHolds = defineRule({
  code: "stage-never-holds",
  kind: "never-can",
  find: ({ map, reasoner }) =>
    map.stages.flatMap(({ id, when }, index) => {
      const stage = quote(id)
      if (when && !reasoner.canHold({ demands: [{ condition: when, holds: true }], literals: [] })) {
        return {
          path: ["stages", index, "when"],
          severity: "warning",
          message: {
            en: `The condition of stage ${stage.en} contradicts itself: nobody can ever be in it.`,
            ru: `Условие этапа ${stage.ru} противоречит само себе: на нём никто никогда не окажется.`,
          },
          proposal: {
            en: "Remove one of the parts that exclude each other.",
            ru: "Уберите одну из частей, которые исключают друг друга.",
          },
        }
      }
      if (reasoner.canHold({ demands: [{ condition: { stage: id }, holds: true }], literals: [] })) return []
      return {
        path: ["stages", index],
        severity: "warning",
        message: {
          en: `Nobody can be in stage ${stage.en}: whenever its condition holds, that of a later stage holds too.`,
          ru: `На этапе ${stage.ru} никто не окажется: когда его условие верно, верно и условие более позднего этапа.`,
        },
        proposal: {
          en: "A person is in the last listed stage that holds: list this one later, or narrow the later ones.",
          ru: "Человек находится на последнем подходящем этапе: поставьте этот ниже или сузьте следующие.",
        },
      }
    }),
})
