import * as z from "zod"

const SHARE = /^(\d+(?:\.\d+)?)%$/

const SAYS = "a share is a percentage from 0% to 100%, written 10%"

/** A share of a whole, written as a percentage: `10%`. */
export const Share = z.string({ error: SAYS }).refine(
  (text) => {
    const found = SHARE.exec(text)
    return found !== null && Number(found[1]) <= 100
  },
  { error: SAYS },
)
export type Share = z.infer<typeof Share>

/** The share as a number from 0 to 1. */
export function shareOf(text: Share): number {
  return Number(text.slice(0, -1)) / 100
}
