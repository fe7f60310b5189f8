import type { Surroundings } from "./detector"

const MOST_A_VISIT = 10

/** Whether a thing happens for the first time in the present visit, and is not one of too many. */
export function countOnce({ onVisit }: Surroundings): (thing: unknown) => boolean {
  let known = new Set<unknown>()
  onVisit(() => {
    known = new Set()
  })
  return (thing) => known.size < MOST_A_VISIT && known.size < known.add(thing).size
}
