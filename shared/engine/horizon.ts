/**
 * The next instant at which a condition that is being evaluated can change by time alone (rule 7).
 *
 * Each form notes its own instant while it is asked, so one evaluation gives both the answer and how long it stands.
 * Parts that were not asked (the rest of an `all` after a part that fails) cannot matter before a part that was.
 */
let horizon = Number.POSITIVE_INFINITY

export function noteChangeAt(at: number): void {
  if (at < horizon) horizon = at
}

/** Begins to gather for an evaluation. Gives what was gathered for the one around it, for `endHorizon`. */
export function beginHorizon(): number {
  const outer = horizon
  horizon = Number.POSITIVE_INFINITY
  return outer
}

/** The next instant at which what was evaluated since `beginHorizon` may change by itself. */
export function endHorizon(outer: number): number {
  const changesAt = horizon
  horizon = outer
  return changesAt
}
