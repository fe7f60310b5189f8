import type { Scenario } from "../../map/scenario"
import { defineRule, type Flaw, type LintContext } from "../finding"
import { quote } from "../name-list"
import { listTriggers, situationAtTrigger, withAudience } from "../reasoning/at-trigger"
import { neverFires } from "../regular-sends"

/** A trigger that can never fire, or an audience that can never hold when it does. */
export const scenarioNeverStarts = defineRule({
  code: "scenario-never-starts",
  kind: "never-can",
  find: (context) =>
    (context.map.scenarios ?? []).flatMap((scenario, index) =>
      findIn(scenario, ["scenarios", index], context),
    ),
})

function findIn(scenario: Scenario, path: (string | number)[], context: LintContext): Flaw[] {
  const id = quote(scenario.id)
  const flaws: Flaw[] = []
  let canFire = false
  let canStart = false
  for (const { trigger, path: below } of listTriggers(scenario.trigger)) {
    const situation = situationAtTrigger(trigger, context)
    if (situation === null && "goal" in trigger) {
      const other = quote(trigger.goal)
      flaws.push({
        path: [...path, ...below],
        severity: "warning",
        message: {
          en: `This waits for the goal of scenario ${other.en}, which has none.`,
          ru: `Триггер ждёт цели сценария ${other.ru}, а цели у него нет.`,
        },
        proposal: { en: `Give ${other.en} a \`goal\`.`, ru: `Задайте \`goal\` сценарию ${other.ru}.` },
      })
    }
    if (situation === null || !context.reasoner.canHold(situation)) continue
    if ("schedule" in trigger && neverFires(trigger, context.map)) continue
    canFire = true
    canStart ||= context.reasoner.canHold(withAudience(situation, scenario))
  }
  if (!canFire && flaws.length === 0) {
    flaws.push({
      path: [...path, "trigger"],
      severity: "warning",
      message: {
        en: `Scenario ${id.en} can never start: what its trigger waits for contradicts itself.`,
        ru: `Сценарий ${id.ru} никогда не начнётся: то, чего ждёт триггер, противоречит само себе.`,
      },
      proposal: {
        en: "Look at the conditions that the trigger refers to.",
        ru: "Проверьте условия, на которые ссылается триггер.",
      },
    })
  }
  if (canFire && !canStart) {
    flaws.push({
      path: [...path, "audience"],
      severity: "warning",
      message: {
        en: `Scenario ${id.en} can never start: when its trigger fires, its audience cannot hold.`,
        ru: `Сценарий ${id.ru} никогда не начнётся: когда срабатывает триггер, условие аудитории не может быть верным.`,
      },
      proposal: {
        en: "The audience is asked once, at the trigger: change one of the two.",
        ru: "Аудитория проверяется один раз, в момент триггера: измените одно из двух.",
      },
    })
  }
  return flaws
}
