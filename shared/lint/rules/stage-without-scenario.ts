import type { Scenario } from "../../map/scenario"
import { defineRule, type LintContext } from "../finding"
import { quote } from "../name-list"
import { listTriggers, situationAtTrigger, withAudience } from "../reasoning/at-trigger"
import { addCondition, type Mentions, mentionsOfScenario, noMentions } from "../reasoning/mentions"

/**
 * A stage that no scenario serves.
 *
 * A scenario serves a stage if it names it, if it is a regular one for everybody, or if it can start for a person in
 * the stage and is about what the stage is about (the same events, or the same silence). The first stage has nothing of
 * its own: there it is enough that the scenario can start.
 */
export const stageWithoutScenario = defineRule({
  code: "stage-without-scenario",
  kind: "gap",
  find(context) {
    const scenarios = (context.map.scenarios ?? []).map((scenario) => ({
      scenario,
      mentions: mentionsOfScenario(scenario, context),
    }))
    return context.map.stages.flatMap(({ id, when }, index) => {
      const about = noMentions()
      addCondition(when, about, context)
      const isServed = scenarios.some(
        ({ scenario, mentions }) =>
          mentions.stages.has(id) ||
          isForEverybody(scenario) ||
          ((index === 0 || share(about, mentions)) && canStartIn(id, scenario, context)),
      )
      if (isServed) return []
      const stage = quote(id)
      return {
        path: ["stages", index],
        severity: "note",
        message: {
          en: `No scenario serves stage ${stage.en}.`,
          ru: `Этап ${stage.ru} не обслуживает ни один сценарий.`,
        },
        proposal: {
          en: `Plan one that starts there, for example with \`trigger: { enters: { stage: ${id} } }\`.`,
          ru: `Запланируйте сценарий, который начинается на нём, например с \`trigger: { enters: { stage: ${id} } }\`.`,
        },
      }
    })
  },
})

function isForEverybody({ trigger, audience }: Scenario): boolean {
  return (
    audience === undefined &&
    listTriggers(trigger).some(({ trigger: one }) => "schedule" in one || "date" in one)
  )
}

function share(stage: Mentions, scenario: Mentions): boolean {
  if ([...stage.events].some((name) => scenario.events.has(name))) return true
  if (stage.quiet.size === 0 || scenario.quiet.size === 0) return false
  if (stage.quiet.has(null) || scenario.quiet.has(null)) return true
  return [...stage.quiet].some((name) => scenario.quiet.has(name))
}

function canStartIn(stage: string, scenario: Scenario, context: LintContext): boolean {
  return listTriggers(scenario.trigger).some(({ trigger }) => {
    const situation = situationAtTrigger(trigger, context)
    if (situation === null) return false
    const { demands, literals } = withAudience(situation, scenario)
    return context.reasoner.canHold({
      demands: [...demands, { condition: { stage }, holds: true }],
      literals,
    })
  })
}
