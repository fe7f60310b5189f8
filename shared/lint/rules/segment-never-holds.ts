import { defineRule } from "../finding"
import { quote } from "../name-list"

/** A segment whose condition cannot hold. */
export const segmentNeverHolds = defineRule({
  code: "segment-never-holds",
  kind: "never-can",
  find: ({ map, reasoner }) =>
    (map.segments ?? []).flatMap(({ id, when }, index) => {
      if (reasoner.canHold({ demands: [{ condition: when, holds: true }], literals: [] })) return []
      const segment = quote(id)
      return {
        path: ["segments", index, "when"],
        severity: "warning",
        message: {
          en: `The condition of segment ${segment.en} contradicts itself: it stays empty for ever.`,
          ru: `Условие сегмента ${segment.ru} противоречит само себе: он всегда пуст.`,
        },
        proposal: {
          en: "Remove one of the parts that exclude each other.",
          ru: "Уберите одну из частей, которые исключают друг друга.",
        },
      }
    }),
})
