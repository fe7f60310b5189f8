/** Lines in one page: only pages with events are held. */
const PAGE = 1_024
const NOBODY = 0
const SEVERAL = 1
/** Households are numbered from -1 (an event that nobody sees): the first two numbers mean something else here. */
const FIRST = 3

/**
 * Whose event stands on which line, in four bytes a line: a further reading of the log need not read what belongs to
 * people who are not its own. Lines with several events are read again, whoever they belong to.
 */
export class LineOwners {
  private readonly pages: (Uint32Array | undefined)[] = []

  /** An event of a household, as the survey of the log numbers them, stands on a line (from 1). */
  note(line: number, household: number): void {
    const number = Math.floor(line / PAGE)
    let page = this.pages[number]
    if (!page) {
      page = new Uint32Array(PAGE)
      this.pages[number] = page
    }
    const place = line % PAGE
    page[place] = page[place] === NOBODY ? household + FIRST : SEVERAL
  }

  /** The household of the only event of a line; null where there is none, or several. */
  ownerOf(line: number): number | null {
    const owner = this.pages[Math.floor(line / PAGE)]?.[line % PAGE] ?? NOBODY
    return owner < FIRST - 1 ? null : owner - FIRST
  }
}
