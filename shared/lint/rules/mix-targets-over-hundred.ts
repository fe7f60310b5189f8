import { shareOf } from "../../map/share"
import { defineRule } from "../finding"

/** Shares of one whole that come to more than it: whatever is sent, one of them is missed. */
export const mixTargetsOverHundred = defineRule({
  code: "mix-targets-over-hundred",
  kind: "never-can",
  find({ map }) {
    const targets = Object.values(map.mix?.targets ?? {})
    const percent = Math.round(targets.reduce((sum, target) => sum + shareOf(target), 0) * 1e6) / 1e4
    if (percent <= 100) return []
    return [
      {
        path: ["mix", "targets"],
        atKey: true,
        severity: "warning",
        message: {
          en: `The targets of the mix come to ${percent}%, so they can never all be reached.`,
          ru: `Цели по типам сообщений в сумме дают ${percent}%, поэтому все сразу недостижимы.`,
        },
        proposal: {
          en: "Lower some of them, so that they come to 100% at most.",
          ru: "Уменьшите некоторые из них, чтобы в сумме было не больше 100%.",
        },
      },
    ]
  },
})
