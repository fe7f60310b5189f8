/**
 * Lines in one page: only pages with events are held. So large that the system gives each its own room, of which nothing is
 * there before it is written, and has it back whole.
 */
const PAGE = 1 << 18
const NOBODY = 0
const SEVERAL = 1
/** Households are numbered from -1 (an event that nobody sees): the first two numbers mean something else here. */
const FIRST = 3
const MOST_IN_TWO = 0xffff

/**
 * Whose event stands on which line, in two bytes a line, or four where there are more households than that, until they
 * are divided: a further reading of the log need not read what belongs to people who are not its own. Lines with several
 * events are read again, whoever they belong to.
 */
export class LineOwners {
  private readonly pages: (Uint32Array | Uint16Array | undefined)[] = []
  private lastLine = 0

  /** An event of a household, as the survey of the log numbers them, stands on a line (from 1). */
  note(line: number, household: number): void {
    const number = Math.floor(line / PAGE)
    const place = line % PAGE
    const owner = household + FIRST
    let page = this.pages[number]
    if (!page || (owner > MOST_IN_TWO && page.BYTES_PER_ELEMENT === 2)) {
      const before = page
      page = owner > MOST_IN_TWO ? new Uint32Array(PAGE) : new Uint16Array(PAGE)
      if (before) page.set(before)
      this.pages[number] = page
    }
    page[place] = page[place] === NOBODY ? owner : SEVERAL
    if (line > this.lastLine) this.lastLine = line
  }

  /**
   * From now on owners are the parts into which households are divided, of which there are so many. Nothing can be noted
   * after that.
   */
  divide(partOfHousehold: (household: number) => number, parts: number): void {
    // Page by page, so that never all is there twice.
    for (const [number, page] of this.pages.entries()) {
      if (!page) continue
      const width = parts + FIRST <= MOST_IN_TWO ? 2 : 4
      const fits = page.BYTES_PER_ELEMENT === width
      const divided = fits ? page : width === 2 ? new Uint16Array(PAGE) : new Uint32Array(PAGE)
      const end = Math.min(PAGE, this.lastLine + 1 - number * PAGE)
      for (let place = 0; place < end; place++) {
        const owner = page[place] ?? NOBODY
        divided[place] = owner < FIRST ? owner : partOfHousehold(owner - FIRST) + FIRST
      }
      this.pages[number] = divided
    }
  }

  /** The owner of the only event of a line: its household, or the part of that; null where there is none, or several. */
  ownerOf(line: number): number | null {
    const owner = this.pages[Math.floor(line / PAGE)]?.[line % PAGE] ?? NOBODY
    return owner < FIRST - 1 ? null : owner - FIRST
  }
}
