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

/** Runs an evaluation and gives its answer with the next instant at which it may change by itself. */
export function withHorizon<T>(evaluate: () => T): { answer: T; changesAt: number } {
  const outer = horizon
  horizon = Number.POSITIVE_INFINITY
  try {
    const answer = evaluate()
    return { answer, changesAt: horizon }
  } finally {
    horizon = outer
  }
}
