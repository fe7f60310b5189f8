import type { ClockQuestion, ClockState, ClockView } from "../../panel/states/clock"
import { coverageOf } from "../coverage"
import { compareBranch } from "./compare-branch"
import { listMoments } from "./list-moments"
import { listOffers } from "./list-offers"
import type { ViewAnswerer } from "./view-answerer"

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const MOST_AHEAD_MS = 400 * dayMs

/** The journey on a time line, and what would be if. */
export const clock: ViewAnswerer<ClockView> = {
  read: (question) => ({ aheadMs: readAhead(question) }),
  compose: (given, { aheadMs }): ClockState => {
    const { now, at, loaded, journey, lens, person } = given
    const to = Math.max(now + aheadMs, lens.at ?? now)
    // Who watches now is taken to watch then: the same rule as for the moved clock.
    const channels = Object.keys(loaded.map.channels ?? {})
    for (const fold of new Set([journey, loaded.journey]))
      fold.setCoverage(coverageOf(loaded.record, channels, to))
    const { moments, cut } = listMoments(given, to)
    return {
      now,
      at,
      from: Math.min(moments[0]?.at ?? now - dayMs, now - hourMs),
      to,
      moments,
      cut,
      branch: lens.pretended.length > 0 && person !== null ? compareBranch(given, to) : null,
      offers: listOffers(given),
    }
  },
}

function readAhead(question: unknown): number {
  const { aheadMs } = (
    typeof question === "object" && question !== null ? question : {}
  ) as Partial<ClockQuestion>
  return typeof aheadMs === "number" && aheadMs > 0 ? Math.min(aheadMs, MOST_AHEAD_MS) : 7 * dayMs
}
