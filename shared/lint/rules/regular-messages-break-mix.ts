import { durationMs } from "../../map/duration"
import type { MessageType } from "../../map/message"
import type { Scenario } from "../../map/scenario"
import { shareOf } from "../../map/share"
import { defineRule, type Flaw, type LintContext } from "../finding"
import { nameList } from "../name-list"
import { countInPeriod, isRegular } from "../regular-sends"
import { typeOfStep } from "../scenario-plan"

/** Below so many messages in the period the audit does not judge the mix either. */
const FEWEST_FOR_MIX = 10

/** Message mix or volume that the regular scenarios alone already break. */
export const regularMessagesBreakMix = defineRule({
  code: "regular-messages-break-mix",
  kind: "conflict",
  find(context) {
    const { mix, scenarios } = context.map
    if (!mix) return []
    const regular = (scenarios ?? []).filter(isRegular)
    return [...judgeTargets(regular, context), ...judgeVolumes(regular, context)]
  },
})

function judgeTargets(regular: readonly Scenario[], context: LintContext): Flaw[] {
  const { map } = context
  if (!map.mix?.targets) return []
  const counts = new Map<MessageType, number>()
  // Everyone whom all of these audiences let in: who can be in all of them at once gets the whole mix.
  if (!canConcernOnePerson(regular, context)) return []
  const periodMs = durationMs(map.mix.per)
  for (const scenario of regular) {
    for (const type of new Set(scenario.steps.map((step) => typeOfStep(step, map)))) {
      const count = countInPeriod(scenario, (step) => typeOfStep(step, map) === type, periodMs, map)
      counts.set(type, (counts.get(type) ?? 0) + count)
    }
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total < FEWEST_FOR_MIX) return []
  const tolerance = map.mix.tolerance === undefined ? 0 : shareOf(map.mix.tolerance)
  return Object.entries(map.mix.targets).flatMap(([type, target]): Flaw[] => {
    const share = (counts.get(type as MessageType) ?? 0) / total
    if (share <= shareOf(target) + tolerance + 1e-9) return []
    const percent = Math.round(share * 100)
    return [
      {
        path: ["mix", "targets", type],
        severity: "warning",
        message: {
          en: `The regular scenarios alone make ${percent}% of the messages ${type}; the plan is ${target}.`,
          ru: `Одни только регулярные сценарии дают ${percent}% сообщений типа ${type}; по плану ${target}.`,
        },
        proposal: {
          en: "Send these less often, balance them with other types, or change the target.",
          ru: "Отправляйте их реже, добавьте сообщений других типов или измените цель.",
        },
      },
    ]
  })
}

function judgeVolumes(regular: readonly Scenario[], context: LintContext): Flaw[] {
  const { map, reasoner } = context
  const { mix } = map
  if (!mix?.volume) return []
  const periodMs = durationMs(mix.per)
  const earlier: string[] = []
  return mix.volume.flatMap(({ segment, max }, index): Flaw[] => {
    // The first entry that fits a person counts.
    const demands = [
      ...earlier.map((id) => ({ condition: { segment: id }, holds: false })),
      ...(segment === undefined ? [] : [{ condition: { segment }, holds: true }]),
    ]
    if (segment !== undefined) earlier.push(segment)
    const concerned: Scenario[] = []
    for (const scenario of regular) {
      const audiences = [...concerned, scenario].flatMap(({ audience }) => (audience ? [audience] : []))
      const together = [...demands, ...audiences.map((condition) => ({ condition, holds: true }))]
      if (reasoner.canHold({ demands: together, literals: [] })) concerned.push(scenario)
    }
    const total = concerned.reduce(
      (sum, scenario) => sum + countInPeriod(scenario, () => true, periodMs, map),
      0,
    )
    if (total <= max) return []
    const names = nameList(concerned.map(({ id }) => id))
    return [
      {
        path: ["mix", "volume", index, "max"],
        severity: "warning",
        message: {
          en: `The regular scenarios ${names.en} alone plan ${total} messages per ${mix.per}; the volume allows ${max}.`,
          ru: `Одни только регулярные сценарии ${names.ru} планируют за ${mix.per} сообщений: ${total}; объём допускает: ${max}.`,
        },
        proposal: {
          en: "Send them less often, or allow more.",
          ru: "Отправляйте их реже или увеличьте объём.",
        },
      },
    ]
  })
}

function canConcernOnePerson(scenarios: readonly Scenario[], { reasoner }: LintContext): boolean {
  const demands = scenarios.flatMap(({ audience }) =>
    audience ? [{ condition: audience, holds: true }] : [],
  )
  return reasoner.canHold({ demands, literals: [] })
}
