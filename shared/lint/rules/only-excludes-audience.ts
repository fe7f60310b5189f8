import type { Condition } from "../../map/condition"
import { DAY_MS } from "../../map/duration"
import type { DocumentPath } from "../../map/map-problem"
import type { Scenario, Step } from "../../map/scenario"
import { defineRule, type Flaw, type LintContext } from "../finding"
import { quote } from "../name-list"
import { listTriggers, situationAtTrigger, withAudience } from "../reasoning/at-trigger"
import { letTimePass, persist } from "../reasoning/later"
import type { Literal } from "../reasoning/literal"
import type { Situation } from "../reasoning/reasoner"
import { channelOfStep, planOffsetsMs } from "../scenario-plan"

type Verdict = "fine" | "only-after-a-change" | "never"

/** A step's `only`, or the scenario's `continueIf`, that excludes those whom the audience lets in. */
export const onlyExcludesAudience = defineRule({
  code: "only-excludes-audience",
  kind: "never-can",
  find: (context) =>
    (context.map.scenarios ?? []).flatMap((scenario, index) => {
      const starts = listTriggers(scenario.trigger)
        .map(({ trigger }) => situationAtTrigger(trigger, context))
        .filter((situation) => situation !== null)
        .map((situation) => withAudience(situation, scenario))
        // Where it cannot even start, another rule says so.
        .filter((situation) => context.reasoner.canHold(situation))
      if (starts.length === 0) return []
      const path: DocumentPath = ["scenarios", index]
      const flaws = scenario.steps.map((step, place) =>
        judgeStep(scenario, step, place, [...path, "steps", place, "only"], starts, context),
      )
      return [...judgeContinueIf(scenario, [...path, "continueIf"], starts, context), ...flaws.flat()]
    }),
})

function judgeStep(
  scenario: Scenario,
  step: Step,
  place: number,
  path: DocumentPath,
  starts: readonly Situation[],
  context: LintContext,
): Flaw[] {
  const { only } = step
  if (!only) return []
  const waitMs = longestWaitMs(scenario, place, context)
  const verdict = judge(only, scenario, waitMs, starts, context)
  if (verdict === "fine") return []
  const id = quote(step.id)
  const with_ = scenario.audience ? AUDIENCE : TRIGGER
  return [
    {
      path,
      ...(verdict === "never"
        ? {
            severity: "warning" as const,
            message: {
              en: `Step ${id.en} can never be sent: its \`only\` and ${with_.en} exclude each other.`,
              ru: `Шаг ${id.ru} никогда не уйдёт: его \`only\` и ${with_.ru} исключают друг друга.`,
            },
          }
        : {
            severity: "note" as const,
            message: {
              en: `The \`only\` of step ${id.en} and ${with_.en} exclude each other at one moment: it reaches only those for whom this changes in between.`,
              ru: `\`only\` шага ${id.ru} и ${with_.ru} в один момент исключают друг друга: шаг дойдёт только до тех, у кого это успеет измениться.`,
            },
          }),
      proposal: PROPOSAL,
    },
  ]
}

const AUDIENCE = { en: "the audience of the scenario", ru: "аудитория сценария" }
const TRIGGER = { en: "the trigger of the scenario", ru: "триггер сценария" }
const PROPOSAL = {
  en: "Widen one of the two, or remove the step.",
  ru: "Расширьте одно из двух условий или уберите шаг.",
}

function judgeContinueIf(
  scenario: Scenario,
  path: DocumentPath,
  starts: readonly Situation[],
  context: LintContext,
): Flaw[] {
  if (!scenario.continueIf) return []
  const waits = scenario.steps.map((_, place) => longestWaitMs(scenario, place, context))
  const verdicts = waits.map((waitMs) =>
    judge(scenario.continueIf as Condition, scenario, waitMs, starts, context),
  )
  if (!verdicts.every((verdict) => verdict === "never")) return []
  const id = quote(scenario.id)
  return [
    {
      path,
      severity: "warning",
      message: {
        en: `No step of scenario ${id.en} can ever be sent: \`continueIf\` excludes those who have just started it.`,
        ru: `Ни один шаг сценария ${id.ru} не уйдёт: \`continueIf\` исключает тех, кто в него вошёл.`,
      },
      proposal: PROPOSAL,
    },
  ]
}

/** Asks at the trigger itself, and at the step's own time, when other things may be so. */
function judge(
  condition: Condition,
  scenario: Scenario,
  waitMs: number,
  starts: readonly Situation[],
  { reasoner }: LintContext,
): Verdict {
  const demand = { condition, holds: true }
  const atOnce = starts.some(({ demands, literals }) =>
    reasoner.canHold({ demands: [...demands, demand], literals }),
  )
  if (atOnce) return "fine"
  if (waitMs === 0) return "never"
  const canHoldLater = (known: (literals: readonly Literal[]) => Literal[]) =>
    starts.some((start) =>
      reasoner.canHoldInTurn(start, (literals) => ({ demands: [demand], literals: known(literals) })),
    )
  if (!canHoldLater((literals) => persist(literals, scenario, waitMs))) return "never"
  return canHoldLater((literals) => letTimePass(literals, waitMs)) ? "fine" : "only-after-a-change"
}

/** The longest time from the trigger to the step, as planned; 0 only where it is due at the trigger itself. */
function longestWaitMs(scenario: Scenario, place: number, { map }: LintContext): number {
  const before = scenario.steps.slice(0, place + 1)
  const offsetMs = planOffsetsMs(scenario)[place] ?? 0
  return before.reduce((waitMs, step) => {
    const { quiet, caps } = channelOfStep(step, map)
    const isDeferred = [...(caps ?? []), ...(map.caps ?? [])].some(({ on }) => on === "defer")
    const mayShift = step.at !== undefined || step.days !== undefined || quiet !== undefined || isDeferred
    return waitMs + (mayShift ? (step.days || isDeferred ? 7 : 1) * DAY_MS : 0)
  }, offsetMs)
}
