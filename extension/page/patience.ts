/** So often in a row the overlay is put back or raised; put back, half of that at the place that suits it best. */
const MOST_REPAIRS = 20
/** A page that lets us be for so long was made anew, and does not fight us. */
export const PEACE_MS = 3_000

export interface Patience {
  /** Counts a repair; false when the page shall have its will. */
  spend(): boolean
  /** The page does not want us where we are: another place may do. */
  isThin(): boolean
}

/** How long a page that takes the overlay away, or covers it, is answered: a fight without end would stop the page. */
export function keepPatience(): Patience {
  let spent = 0
  let last = 0
  let wasThin = false
  return {
    spend() {
      const now = Date.now()
      if (now - last > PEACE_MS) spent = 0
      last = now
      spent++
      if (spent > MOST_REPAIRS / 2) wasThin = true
      return spent <= MOST_REPAIRS
    },
    isThin: () => wasThin,
  }
}
