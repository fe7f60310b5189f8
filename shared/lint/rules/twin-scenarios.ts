import { defineRule } from "../finding"
import { quote } from "../name-list"

/** Two scenarios with the same trigger, audience and priority: chance decides which of them a person hears first. */
export const twinScenarios = defineRule({
  code: "twin-scenarios",
  kind: "conflict",
  find({ map }) {
    const firsts = new Map<string, string>()
    return (map.scenarios ?? []).flatMap(({ id, trigger, audience, priority }, index) => {
      const key = JSON.stringify([inOrder(trigger), inOrder(audience), priority ?? 0])
      const twin = firsts.get(key)
      if (twin === undefined) {
        firsts.set(key, id)
        return []
      }
      const [one, other] = [quote(twin), quote(id)]
      return {
        path: ["scenarios", index],
        severity: "warning",
        message: {
          en: `Scenarios ${one.en} and ${other.en} have the same trigger, audience and priority: everyone gets both at once.`,
          ru: `У сценариев ${one.ru} и ${other.ru} одинаковые триггер, аудитория и приоритет: каждый получит оба сразу.`,
        },
        proposal: {
          en: "Join them, divide the audience between them, or give one a higher `priority`.",
          ru: "Объедините их, разделите аудиторию или дайте одному более высокий `priority`.",
        },
      }
    })
  },
})

/** Lists in which the order says nothing. */
const UNORDERED = new Set(["all", "any", "in", "event", "without"])

/** The same value with keys, and lists in which order says nothing, in one order; a list of one is the one. */
function inOrder(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part) => inOrder(part))
    if (!UNORDERED.has(key)) return parts
    const sorted = [...new Map(parts.map((part) => [JSON.stringify(part), part])).entries()].sort(
      ([one], [other]) => (one < other ? -1 : 1),
    )
    return sorted.length === 1 && key !== "in" ? sorted[0]?.[1] : sorted.map(([, part]) => part)
  }
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).map(([name, part]) => [name, inOrder(part, name)] as const)
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
}
