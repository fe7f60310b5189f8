/** The tests' present: a Sunday afternoon, in nobody's quiet hours. */
export const noon = Date.UTC(2026, 10, 22, 14, 14, 10)
