import { hashId, hashIdFurther } from "./numbered-ids"

/** Which ids a log has more than once, as far as their hashes tell. */
export interface Repeated {
  /** How many hashes come more than once. */
  count: number
  /** True for every id that is repeated, and for those that only share a hash with another. */
  includes(id: string): boolean
}

/** Ids are divided by one byte of their hash, so that each division can be sorted in little room. */
const DIVISIONS = 256
const FIRST_PAGE = 32
const LARGEST_PAGE = 2_048
const MARKS = 0xffff
const UINT32 = 0x1_0000_0000

/** Bytes of the first slab. */
const FIRST_SLAB = 1 << 20
/**
 * Bytes of each further one. More than 32 MiB are never put among smaller things, where what is given up would leave holes:
 * the system has them back whole. What is not written yet takes no room.
 */
const SLAB = 40 << 20

/** A part of the hashes of a division: the low 32 bits of each, and the next 8. */
interface Page {
  low: Uint32Array
  high: Uint8Array
}

/**
 * Finds the hashes of 48 bits that come more than once: of ids that are repeated, and hardly ever of two that are not, so
 * that a log without repetitions is known to have none. Five bytes an id, written one behind the other: nothing is looked
 * up before the end, and nothing is there twice.
 */
export class RepeatedIds {
  private pages: Page[][] = Array.from({ length: DIVISIONS }, () => [])
  /** How many the last page of each division holds. */
  private readonly filled = new Uint32Array(DIVISIONS)
  private slab = new ArrayBuffer(0)
  private used = 0

  take(id: string): void {
    const further = hashIdFurther(id)
    const division = further & 0xff
    const pages = this.pages[division] as Page[]
    let page = pages[pages.length - 1]
    let place = this.filled[division] ?? 0
    if (!page || place === page.low.length) {
      const room = page ? Math.min(LARGEST_PAGE, page.low.length * 2) : FIRST_PAGE
      page = this.makePage(room)
      pages.push(page)
      place = 0
    }
    page.low[place] = hashId(id)
    page.high[place] = (further >>> 8) & 0xff
    this.filled[division] = place + 1
  }

  private makePage(room: number): Page {
    const bytes = room * 5
    if (this.used + bytes > this.slab.byteLength) {
      this.slab = new ArrayBuffer(this.slab.byteLength === 0 ? FIRST_SLAB : SLAB)
      this.used = 0
    }
    const low = new Uint32Array(this.slab, this.used, room)
    const high = new Uint8Array(this.slab, this.used + room * 4, room)
    this.used += bytes
    return { low, high }
  }

  /** Nothing can be taken after that. */
  finish(): Repeated {
    const repeated = new Set<number>()
    for (const [division, pages] of this.pages.entries()) {
      const hashes = joinPages(pages, this.filled[division] ?? 0).sort()
      for (let index = 1; index < hashes.length; index++)
        if (hashes[index] === hashes[index - 1]) repeated.add((hashes[index] ?? 0) * DIVISIONS + division)
      pages.length = 0
    }
    this.pages = []
    this.slab = new ArrayBuffer(0)
    // Nearly no id is repeated: most are told from those by a part of their number.
    const marked = new Uint8Array(MARKS + 1)
    for (const hash of repeated) marked[Math.floor(hash / DIVISIONS) & MARKS] = 1
    return {
      count: repeated.size,
      includes(id) {
        const low = hashId(id)
        if (marked[low & MARKS] !== 1) return false
        const further = hashIdFurther(id)
        return repeated.has((low + ((further >>> 8) & 0xff) * UINT32) * DIVISIONS + (further & 0xff))
      },
    }
  }
}

function joinPages(pages: readonly Page[], inLast: number): Float64Array {
  const room = pages.reduce((sum, { low }) => sum + low.length, 0)
  const hashes = new Float64Array(Math.max(0, room - (pages.at(-1)?.low.length ?? 0) + inLast))
  let at = 0
  for (const { low, high } of pages)
    for (let place = 0; place < low.length && at < hashes.length; place++)
      hashes[at++] = (low[place] ?? 0) + (high[place] ?? 0) * UINT32
  return hashes
}
