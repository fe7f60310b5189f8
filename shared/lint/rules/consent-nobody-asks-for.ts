import type { Condition } from "../../map/condition"
import type { Filter } from "../../map/matcher"
import { defineRule, type LintContext } from "../finding"
import { nameList, quote } from "../name-list"
import { kindsOfGoal, listTriggers } from "../reasoning/at-trigger"
import { type EventKind, kindsOf, listKinds } from "../reasoning/event-kind"
import { mentionsOfScenario } from "../reasoning/mentions"
import { typeOfStep } from "../scenario-plan"

/**
 * A channel that needs a yes (`opt-in`), used by scenarios, while nothing on the map asks for one.
 *
 * Asking is a touchpoint rule, a goal, a trigger or a condition on the event `consent` that could be of this channel.
 * Service messages need no consent.
 */
export const consentNobodyAsksFor = defineRule({
  code: "consent-nobody-asks-for",
  kind: "gap",
  find(context) {
    const { map } = context
    const asked = listAsked(context)
    return Object.entries(map.channels ?? {}).flatMap(([id, channel]) => {
      if (channel.consent !== "opt-in" || asked.some((kind) => isAbout(id, kind.where))) return []
      const needing = (map.scenarios ?? []).filter(
        (scenario) =>
          scenario.steps.some((step) => step.channel === id && typeOfStep(step, map) !== "service") ||
          mentionsOfScenario(scenario, context).consents.has(id),
      )
      if (needing.length === 0) return []
      const [name, scenarios] = [quote(id), nameList(needing.map((scenario) => scenario.id))]
      return {
        path: ["channels", id, "consent"],
        severity: "warning",
        message: {
          en: `Channel ${name.en} needs a yes that nothing on the map asks for; it is needed by ${scenarios.en}.`,
          ru: `Каналу ${name.ru} нужно согласие, которого на карте никто не спрашивает; оно нужно сценариям: ${scenarios.ru}.`,
        },
        proposal: {
          en: "Add a touchpoint rule for the event `consent` (the form with the box to tick), or a scenario with `goal: consent`.",
          ru: "Добавьте правило точки контакта для события `consent` (форма с галочкой) или сценарий с `goal: consent`.",
        },
      }
    })
  },
})

function listAsked({ map }: LintContext): EventKind[] {
  const found: EventKind[] = (map.touchpoints ?? []).map(({ event, props }) => ({
    name: event,
    where: Object.fromEntries(
      Object.keys(props ?? {}).map((path): [string, Filter[string]] => [path, { exists: true }]),
    ),
  }))
  const visit = (condition: Condition | undefined): void => {
    if (!condition) return
    if ("all" in condition) condition.all.forEach(visit)
    else if ("any" in condition) condition.any.forEach(visit)
    else if ("not" in condition) visit(condition.not)
    else if ("sequence" in condition)
      found.push(...condition.sequence.flatMap((matcher) => listKinds(matcher)))
    else if ("event" in condition) found.push(...kindsOf(condition.event, condition.where))
  }
  for (const { when } of [...map.stages, ...(map.segments ?? [])]) visit(when)
  for (const { trigger, goal, audience } of map.scenarios ?? []) {
    visit(audience)
    if (goal !== undefined) found.push(...kindsOfGoal(goal))
    for (const { trigger: one } of listTriggers(trigger)) {
      if ("event" in one) found.push(...kindsOf(one.event, one.where))
    }
  }
  return found.filter(({ name }) => name === "consent")
}

/** Whether a consent so described may be one for the channel: of it, of marketing, or of nothing in particular. */
function isAbout(channel: string, where: Filter): boolean {
  const paths = Object.keys(where)
  return paths.length === 0 || paths.includes(channel) || paths.includes("marketing")
}
