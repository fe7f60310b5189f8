import { durationMs } from "../../map/duration"
import type { MessageType } from "../../map/message"
import { shareOf } from "../../map/share"
import type { FindingKind, FindingSeed } from "../finding"
import type { Person } from "../person"

/** Fewer messages than this say nothing about shares. */
const FEWEST = 10

/** Shares of message types off their targets, and more messages than the plan, of a person in the period up to now. */
export function listMixFindings(person: Person, now: number): FindingSeed[] {
  const { mix } = person.compiled.source
  if (!mix) return []
  const since = now - durationMs(mix.per)
  const sent = (person.messages ?? []).filter(
    ({ sentAt }) => sentAt !== null && sentAt > since && sentAt <= now,
  )
  const seeds: FindingSeed[] = []
  const tolerance = mix.tolerance === undefined ? 0 : shareOf(mix.tolerance)
  if (sent.length >= FEWEST) {
    for (const [type, target] of Object.entries(mix.targets ?? {})) {
      const share = sent.filter((message) => message.type === (type as MessageType)).length / sent.length
      // A share like 0.3 is not exact: a billionth more than the tolerance is not more.
      if (Math.abs(share - shareOf(target)) <= tolerance + 1e-9) continue
      seeds.push(seedOf("mix", now, `${type} ${percent(share)} instead of ${target}`))
    }
  }
  const plan = mix.volume?.find(({ segment }) => {
    const index = person.compiled.segments.findIndex(({ id }) => id === segment)
    return segment === undefined || person.inSegment(index, now)
  })
  if (plan && sent.length > plan.max)
    seeds.push(seedOf("volume", now, `${sent.length} instead of at most ${plan.max}`))
  return seeds
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}

function seedOf(kind: FindingKind, at: number, detail: string): FindingSeed {
  return { kind, at, scenario: null, step: null, channel: null, reason: null, evidence: [], detail }
}
