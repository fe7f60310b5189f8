import type { DocumentPath } from "../../map/map-problem"
import { defineRule } from "../finding"

/** A cap of 0 lets nothing through. */
export const capOfZero = defineRule({
  code: "cap-of-zero",
  kind: "never-can",
  find({ map }) {
    const caps: { max: number; path: DocumentPath }[] = [
      ...(map.caps ?? []).map(({ max }, index) => ({ max, path: ["caps", index, "max"] })),
      ...Object.entries(map.channels ?? {}).flatMap(([id, channel]) =>
        (channel.caps ?? []).map(({ max }, index) => ({ max, path: ["channels", id, "caps", index, "max"] })),
      ),
    ]
    return caps
      .filter(({ max }) => max === 0)
      .map(({ path }) => ({
        path,
        severity: "warning",
        message: {
          en: "A cap of 0 lets no message through, ever (service messages excepted).",
          ru: "Лимит 0 не пропускает ни одного сообщения (кроме сервисных).",
        },
        proposal: {
          en: "Raise it, or set the channel's `status: planned` if nothing is to go out.",
          ru: "Увеличьте его или укажите каналу `status: planned`, если ничего не должно уходить.",
        },
      }))
  },
})
