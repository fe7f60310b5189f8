import type { Scenario } from "../../map/scenario"
import { defineRule, type Flaw, type LintContext } from "../finding"
import { quote } from "../name-list"
import { listTriggers, situationAtTrigger, withAudience } from "../reasoning/at-trigger"
import { neverFires } from "../regular-sends"

/** A trigger that can never fire, or an audience that can never hold when it does. */
export const scenarioNeverStarts = defineRule({
  code: "scenario-never-starts",
  kind: "never-can",
  find: (context) => {
    const scenarios = context.map.scenarios ?? []
    const begun = findBegun(scenarios)
    return scenarios.flatMap((scenario, index) => {
      const path = ["scenarios", index]
      const flaws = findIn(scenario, path, context)
      return flaws.length > 0 || begun.has(scenario.id) ? flaws : [waitsInCircle(scenario, path)]
    })
  },
})

/** The scenarios that something else than the goal of another can begin, and those that wait for the goal of such a one. */
function findBegun(scenarios: readonly Scenario[]): Set<string> {
  const begun = new Set<string>()
  const waiting = new Map<string, string[]>()
  const open: string[] = []
  for (const { id, trigger } of scenarios) {
    const goals = listTriggers(trigger).map(({ trigger: single }) => ("goal" in single ? single.goal : null))
    if (goals.includes(null)) open.push(id)
    for (const goal of goals) if (goal !== null) waiting.set(goal, [...(waiting.get(goal) ?? []), id])
  }
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (begun.has(id)) continue
    begun.add(id)
    open.push(...(waiting.get(id) ?? []))
  }
  return begun
}

function waitsInCircle({ id }: Scenario, path: (string | number)[]): Flaw {
  const name = quote(id)
  return {
    path: [...path, "trigger"],
    severity: "warning",
    message: {
      en: `Scenario ${name.en} can never start: it waits for a goal that only a run of it could bring about.`,
      ru: `Сценарий ${name.ru} никогда не начнётся: он ждёт цели, к которой привёл бы только его собственный запуск.`,
    },
    proposal: {
      en: "Let an event, a date or a segment begin one of these scenarios.",
      ru: "Пусть один из этих сценариев начинается с события, даты или сегмента.",
    },
  }
}

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
