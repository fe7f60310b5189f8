/** FNV-1a over UTF-16 units with a last mixing; never 0, which stands for an empty place in tables. */
export function hashId(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0 || 1
}

/** 16 further bits, of another walk over the id: two ids hardly ever share these and `hashId`. */
export function hashIdFurther(id: string): number {
  let hash = 0x9747b28c
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash, 0x5bd1e995) + id.charCodeAt(index)
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2d)
  return (hash >>> 16) & 0xffff
}

/** Ids that meet in one place more often than this were made to: they are told apart in another way. */
const MOST_STEPS = 256

/**
 * Ids, numbered from 0 as they come. A `Map` of millions of texts looks at many of them for each one it takes; this looks
 * at the numbers that stand for them, and at a text only where its number is there already.
 */
export class NumberedIds {
  private readonly ids: string[] = []
  /** By place: the hash of an id (`hashId`), then its number and 1. */
  private table = new Uint32Array(2 << 6)
  /** Those that found no place near that of their hash. */
  private crowded: Map<string, number> | null = null

  /** How many there are: the number of the next new one. */
  get size(): number {
    return this.ids.length
  }

  /** The number of an id, -1 where it has none. */
  find(id: string, hash: number): number {
    const { table, ids } = this
    const last = table.length / 2 - 1
    let place = hash & last
    for (let steps = 0; steps < MOST_STEPS; steps++, place = (place + 1) & last) {
      const there = table[place * 2]
      if (there === 0) break
      if (there !== hash) continue
      const number = (table[place * 2 + 1] ?? 1) - 1
      if (ids[number] === id) return number
    }
    return this.crowded?.get(id) ?? -1
  }

  /** The number of an id, which is `size` before where it is new. */
  add(id: string, hash: number): number {
    const { table, ids } = this
    // Since then the table may have grown, with room where there was none.
    const crowded = this.crowded?.get(id)
    if (crowded !== undefined) return crowded
    const last = table.length / 2 - 1
    let place = hash & last
    for (let steps = 0; steps < MOST_STEPS; steps++, place = (place + 1) & last) {
      const there = table[place * 2]
      if (there === 0) {
        table[place * 2] = hash
        table[place * 2 + 1] = ids.push(id)
        if (ids.length * 3 > last * 2) this.grow()
        return ids.length - 1
      }
      if (there !== hash) continue
      const number = (table[place * 2 + 1] ?? 1) - 1
      if (ids[number] === id) return number
    }
    this.crowd(id, ids.push(id) - 1)
    return ids.length - 1
  }

  private crowd(id: string, number: number): void {
    this.crowded ??= new Map()
    this.crowded.set(id, number)
  }

  private grow(): void {
    const before = this.table
    this.table = new Uint32Array(before.length * 2)
    const last = before.length - 1
    for (let from = 0; from < before.length; from += 2) {
      const hash = before[from] ?? 0
      if (hash === 0) continue
      const index = before[from + 1] ?? 1
      let place = hash & last
      let steps = 0
      while (this.table[place * 2] !== 0 && steps < MOST_STEPS) {
        place = (place + 1) & last
        steps++
      }
      if (steps === MOST_STEPS) {
        this.crowd(this.ids[index - 1] ?? "", index - 1)
        continue
      }
      this.table[place * 2] = hash
      this.table[place * 2 + 1] = index
    }
  }

  /**
   * Looks at the places of so many hashes, so that what is far away in memory comes for all of them at once instead of one
   * after the other. What it gives means nothing but that it was looked at.
   */
  fetchPlaces(hashes: Uint32Array, count: number): number {
    const { table } = this
    const last = table.length / 2 - 1
    let fetched = 0
    for (let index = 0; index < count; index++) fetched ^= table[((hashes[index] ?? 0) & last) * 2] ?? 0
    return fetched
  }

  /** The same, and at the ids that stand there. `numbers` takes what is likely the number of each, else 0. */
  fetchIds(hashes: Uint32Array, count: number, numbers: Int32Array): number {
    const { table, ids } = this
    const last = table.length / 2 - 1
    for (let index = 0; index < count; index++) {
      const place = ((hashes[index] ?? 0) & last) * 2
      numbers[index] = Math.max(0, (table[place + 1] ?? 0) - 1)
    }
    let fetched = 0
    for (let index = 0; index < count; index++) fetched += ids[numbers[index] ?? 0]?.length ?? 0
    return fetched
  }
}
