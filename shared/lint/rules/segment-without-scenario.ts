import type { Condition } from "../../map/condition"
import { defineRule, type LintContext } from "../finding"
import { quote } from "../name-list"
import { mentionsOfScenario } from "../reasoning/mentions"

/** A segment that no scenario addresses; one that scenarios only leave out is not addressed either. */
export const segmentWithoutScenario = defineRule({
  code: "segment-without-scenario",
  kind: "gap",
  find(context) {
    const { map } = context
    const addressed = new Set(
      (map.scenarios ?? []).flatMap((scenario) => [...mentionsOfScenario(scenario, context).segments]),
    )
    const excluded = findExcluded(context)
    return (map.segments ?? []).flatMap(({ id }, index) => {
      if (addressed.has(id)) return []
      const segment = quote(id)
      return {
        path: ["segments", index],
        severity: "note",
        message: excluded.has(id)
          ? {
              en: `Scenarios only leave segment ${segment.en} out; none addresses it.`,
              ru: `Сценарии только исключают сегмент ${segment.ru}; ни один к нему не обращается.`,
            }
          : {
              en: `No scenario addresses segment ${segment.en}.`,
              ru: `К сегменту ${segment.ru} не обращается ни один сценарий.`,
            },
        proposal: {
          en: `Plan a scenario with \`audience: { segment: ${id} }\`, or remove the segment.`,
          ru: `Запланируйте сценарий с \`audience: { segment: ${id} }\` или уберите сегмент.`,
        },
      }
    })
  },
})

/** Segments that stand below `not` in a scenario. */
function findExcluded({ map }: LintContext): Set<string> {
  const found = new Set<string>()
  const visit = (condition: Condition | undefined, denied: boolean): void => {
    if (!condition) return
    if ("not" in condition) visit(condition.not, !denied)
    else if ("all" in condition) for (const inner of condition.all) visit(inner, denied)
    else if ("any" in condition) for (const inner of condition.any) visit(inner, denied)
    else if (denied && "segment" in condition) found.add(condition.segment)
  }
  for (const { audience, continueIf, steps } of map.scenarios ?? []) {
    for (const condition of [audience, continueIf, ...steps.map(({ only }) => only)]) visit(condition, false)
  }
  return found
}
