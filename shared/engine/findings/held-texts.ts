/** Bytes in one slab. So large that the system gives each its own room, and has it back whole. */
const SLAB = 1 << 18
const LONGEST = 0xff

/**
 * Many short texts, most of them ids: in ASCII a text takes as many bytes as letters, and one more, where a text of its
 * own takes some forty, and is looked at by every collection of garbage. Any other text is kept as it is.
 */
export class HeldTexts {
  private readonly slabs: Uint8Array[] = []
  private filled = SLAB
  /** By their numbers. */
  private readonly others = new Map<number, string>()

  /** Gives the number by which the text is found again, from 1. */
  add(text: string): number {
    const isShort = text.length <= LONGEST
    if (this.filled + (isShort ? text.length : 0) + 1 > SLAB) {
      this.slabs.push(new Uint8Array(SLAB))
      this.filled = 0
    }
    const slab = this.slabs[this.slabs.length - 1] as Uint8Array
    const start = this.filled
    const number = (this.slabs.length - 1) * SLAB + start + 1
    this.filled = start + 1
    if (isShort && writeAscii(slab, start + 1, text)) {
      slab[start] = text.length
      this.filled += text.length
    } else this.others.set(number, text)
    return number
  }

  at(number: number): string {
    const other = this.others.get(number)
    if (other !== undefined) return other
    const slab = this.slabs[Math.floor((number - 1) / SLAB)]
    const start = (number - 1) % SLAB
    const length = slab?.[start] ?? 0
    return slab ? String.fromCharCode(...slab.subarray(start + 1, start + 1 + length)) : ""
  }
}

/** False where a letter is none of ASCII. */
function writeAscii(slab: Uint8Array, from: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code > 0x7f) return false
    slab[from + index] = code
  }
  return true
}
