import { defineRule } from "../finding"
import { quote } from "../name-list"

/** A channel that no scenario uses. One that is `planned` is for later by its own word. */
export const channelWithoutScenario = defineRule({
  code: "channel-without-scenario",
  kind: "gap",
  find({ map }) {
    const used = new Set((map.scenarios ?? []).flatMap(({ steps }) => steps.map(({ channel }) => channel)))
    return Object.entries(map.channels ?? {}).flatMap(([id, { status }]) => {
      if (used.has(id) || status === "planned") return []
      const channel = quote(id)
      return {
        path: ["channels", id],
        atKey: true,
        severity: "note",
        message: {
          en: `No scenario uses channel ${channel.en}.`,
          ru: `Канал ${channel.ru} не использует ни один сценарий.`,
        },
        proposal:
          status === "missing"
            ? {
                en: "Set `status: planned` if it is to come, or remove it.",
                ru: "Укажите `status: planned`, если он ещё появится, или уберите его.",
              }
            : {
                en: "Use it in a cascade, or set `status: planned` if it is for later.",
                ru: "Используйте его в каскаде или укажите `status: planned`, если он на будущее.",
              },
      }
    })
  },
})
