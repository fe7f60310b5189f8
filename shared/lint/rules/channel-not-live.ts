import { defineRule } from "../finding"
import { quote } from "../name-list"
import { channelOfStep, listSteps } from "../scenario-plan"

/** A step over a channel that is `missing` or `planned`: the engine skips it as `integration-missing`. */
export const channelNotLive = defineRule({
  code: "channel-not-live",
  kind: "never-can",
  find: ({ map }) =>
    listSteps(map).flatMap(({ step, path }) => {
      const { status } = channelOfStep(step, map)
      if (status !== "missing" && status !== "planned") return []
      const [id, channel] = [quote(step.id), quote(step.channel)]
      const why = {
        missing: { en: "its systems are not joined", ru: "он не подключён" },
        planned: { en: "it is only planned", ru: "он только в планах" },
      }[status]
      return {
        path: [...path, "channel"],
        severity: "warning",
        message: {
          en: `Step ${id.en} can never be sent over channel ${channel.en}: ${why.en}.`,
          ru: `Шаг ${id.ru} никогда не уйдёт через канал ${channel.ru}: ${why.ru}.`,
        },
        proposal: {
          en: "Join the channel and set `status: live`, or use one that is live.",
          ru: "Подключите канал и укажите `status: live` или возьмите действующий.",
        },
      }
    }),
})
