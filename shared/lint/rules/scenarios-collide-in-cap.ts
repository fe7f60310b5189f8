import type { Cap } from "../../map/channel"
import { DAY_MS, durationMs } from "../../map/duration"
import type { DocumentPath } from "../../map/map-problem"
import type { Scenario, Step } from "../../map/scenario"
import { defineRule, type Flaw, type LintContext } from "../finding"
import { nameList } from "../name-list"
import { countInPeriod } from "../regular-sends"
import { channelOfStep, typeOfStep } from "../scenario-plan"

/** Of more scenarios than this under one cap, those with the most messages are looked at. */
const MOST_SCENARIOS = 60

const CALENDAR_MS: Record<string, number> = {
  "calendar-day": DAY_MS,
  "calendar-week": 7 * DAY_MS,
  "calendar-month": 31 * DAY_MS,
}

interface Share {
  scenario: Scenario
  index: number
  count: number
}

/** Scenarios that together plan more messages for one person than a cap lets through. */
export const scenariosCollideInCap = defineRule({
  code: "scenarios-collide-in-cap",
  kind: "conflict",
  find(context) {
    const { map } = context
    const caps: { cap: Cap; channel: string | null; path: DocumentPath }[] = [
      ...Object.entries(map.channels ?? {}).flatMap(([channel, { caps: own }]) =>
        (own ?? []).map((cap, index) => ({ cap, channel, path: ["channels", channel, "caps", index] })),
      ),
      ...(map.caps ?? []).map((cap, index) => ({ cap, channel: null, path: ["caps", index] })),
    ]
    const together = new PossiblePairs(context)
    return caps.flatMap(({ cap, channel, path }) => {
      if (cap.max === 0) return []
      const group = findExceeding(listShares(cap, channel, context), cap.max, together)
      return group ? [flaw(group, cap, path)] : []
    })
  },
})

function listShares({ per, types }: Cap, channel: string | null, { map }: LintContext): Share[] {
  const periodMs = CALENDAR_MS[per] ?? durationMs(per)
  const counts = (step: Step) => {
    const type = typeOfStep(step, map)
    const isSent = (channelOfStep(step, map).status ?? "live") === "live"
    return (
      isSent &&
      type !== "service" &&
      (types?.includes(type) ?? true) &&
      (channel ?? step.channel) === step.channel
    )
  }
  return (map.scenarios ?? [])
    .map((scenario, index) => ({ scenario, index, count: countInPeriod(scenario, counts, periodMs, map) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || one.index - other.index)
    .slice(0, MOST_SCENARIOS)
}

/** The fewest scenarios, all possible for one person, that plan more than the cap allows; null where none do. */
function findExceeding(shares: readonly Share[], max: number, together: PossiblePairs): Share[] | null {
  let best: Share[] | null = null
  for (const seed of shares) {
    const group: Share[] = []
    let total = 0
    for (const share of [seed, ...shares.filter((other) => other !== seed)]) {
      if (!group.every((member) => together.has(member, share))) continue
      group.push(share)
      total += share.count
      if (total > max) break
    }
    if (total > max && (!best || group.length < best.length)) best = group
    // Seeds come with the most messages first: nothing later needs fewer scenarios than this.
    if (best && best.length === 1) break
  }
  return best
}

/** Whether two scenarios can concern the same person: audiences that exclude each other cannot. */
class PossiblePairs {
  private readonly known = new Map<string, boolean>()

  constructor(private readonly context: LintContext) {}

  has(one: Share, other: Share): boolean {
    const audiences = [one, other].flatMap(({ scenario }) => (scenario.audience ? [scenario.audience] : []))
    if (audiences.length < 2) return true
    const key = `${Math.min(one.index, other.index)} ${Math.max(one.index, other.index)}`
    const before = this.known.get(key)
    if (before !== undefined) return before
    const demands = audiences.map((condition) => ({ condition, holds: true }))
    const answer = this.context.reasoner.canHold({ demands, literals: [] })
    this.known.set(key, answer)
    return answer
  }
}

function flaw(group: readonly Share[], { max, per }: Cap, path: DocumentPath): Flaw {
  const total = group.reduce((sum, { count }) => sum + count, 0)
  const names = nameList(group.map(({ scenario }) => scenario.id))
  const isOne = group.length === 1
  return {
    path,
    severity: "warning",
    message: {
      en: `${isOne ? "Scenario" : "Scenarios"} ${names.en} can plan ${total} messages for one person within the cap's period (${per}), of which it lets ${max} through.`,
      ru: `${isOne ? "Сценарий" : "Сценарии"} ${names.ru} ${isOne ? "может" : "могут"} запланировать одному человеку за период лимита (${per}) сообщений: ${total}, а лимит пропустит: ${max}.`,
    },
    proposal: {
      en: "Raise the cap, space the steps out, or let audiences exclude each other; otherwise `priority` decides what is cut.",
      ru: "Поднимите лимит, разнесите шаги или разведите аудитории; иначе, что отсечь, решит `priority`.",
    },
  }
}
