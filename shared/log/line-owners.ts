/** Lines in one page: only pages with events are held. */
const PAGE = 1_024
const NOBODY = 0
const SEVERAL = 1
/** Households are numbered from -1 (an event that nobody sees): the first two numbers mean something else here. */
const FIRST = 3

/**
 * Whose event stands on which line, in four bytes a line, or two once they are divided: a further reading of the log
 * need not read what belongs to people who are not its own. Lines with several events are read again, whoever they belong
 * to.
 */
export class LineOwners {
  private readonly pages: (Uint32Array | Uint16Array | undefined)[] = []

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

  /**
   * From now on owners are the parts into which households are divided, of which there are so many. Nothing can be noted
   * after that.
   */
  divide(partOfHousehold: (household: number) => number, parts: number): void {
    const Page = parts + FIRST <= 0xffff ? Uint16Array : Uint32Array
    // Page by page, so that never all is there twice.
    for (const [number, page] of this.pages.entries()) {
      if (!page) continue
      const divided = new Page(PAGE)
      for (const [place, owner] of page.entries())
        divided[place] = owner < FIRST ? owner : partOfHousehold(owner - FIRST) + FIRST
      this.pages[number] = divided
    }
  }

  /** The owner of the only event of a line: its household, or the part of that; null where there is none, or several. */
  ownerOf(line: number): number | null {
    const owner = this.pages[Math.floor(line / PAGE)]?.[line % PAGE] ?? NOBODY
    return owner < FIRST - 1 ? null : owner - FIRST
  }
}
