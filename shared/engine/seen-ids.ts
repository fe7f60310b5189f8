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
 * The ids that have been seen (rule 1). A `Set` of millions of texts looks at many of them for each one it takes; this
 * looks at the numbers that stand for them, and at a text only where its number is there already.
 */
export class SeenIds {
  private readonly ids: string[] = []
  /** By place: the hash of an id, then its index from 1. */
  private table = new Uint32Array(2 << 6)
  /** Those that found no place near that of their hash. */
  private crowded: Set<string> | null = null

  /** Takes an id; false where it has been taken before. */
  add(id: string): boolean {
    if (this.crowded?.has(id)) return false
    const hash = hashId(id)
    const { table } = this
    const last = table.length / 2 - 1
    let place = hash & last
    for (let steps = 0; steps < MOST_STEPS; steps++, place = (place + 1) & last) {
      const there = table[place * 2]
      if (there === 0) {
        table[place * 2] = hash
        table[place * 2 + 1] = this.ids.push(id)
        if (this.ids.length * 3 > last * 2) this.grow()
        return true
      }
      if (there === hash && this.ids[(table[place * 2 + 1] ?? 1) - 1] === id) return false
    }
    this.crowd(id)
    return true
  }

  private crowd(id: string): void {
    this.crowded ??= new Set()
    this.crowded.add(id)
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
        this.crowd(this.ids[index - 1] ?? "")
        continue
      }
      this.table[place * 2] = hash
      this.table[place * 2 + 1] = index
    }
  }
}
