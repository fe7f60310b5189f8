import type * as ending from "./ending"

/** `ending.ts` for the files of the tag. */
export const createEnding = () => ({}) as ending.Ending
export const atEnd: typeof ending.atEnd = () => {}
export const hasEnded: typeof ending.hasEnded = () => false
export const listening: typeof ending.listening = () => ({ capture: true, passive: true })
export const noteHearing: typeof ending.noteHearing = () => {}
export const heardAt: typeof ending.heardAt = Date.now
