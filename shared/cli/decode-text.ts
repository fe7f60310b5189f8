import { BadInput } from "./shell"

/**
 * Stands for a byte that is no UTF-8. Half of a character, so that `findHostile` refuses the line it stands in, instead of
 * two names becoming one `\ufffd`.
 */
export const NOT_UTF8 = "\udc80"

/** What the first bytes of a file say of it where it is no text. */
const OTHERS: [bytes: number[], what: string][] = [
  [[0xff, 0xfe, 0x00, 0x00], "UTF-32: save it as UTF-8"],
  [[0x00, 0x00, 0xfe, 0xff], "UTF-32: save it as UTF-8"],
  [[0x50, 0x4b, 0x03, 0x04], "a ZIP archive (a spreadsheet is one too): unpack or export it first"],
  [[0x28, 0xb5, 0x2f, 0xfd], "compressed (zstd): unpack it first, with `zstd -dc FILE | cuelight … -`"],
  [[0x42, 0x5a, 0x68], "compressed (bzip2): unpack it first, with `bzip2 -dc FILE | cuelight … -`"],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "compressed (xz): unpack it first, with `xz -dc FILE | cuelight … -`"],
  [[0x50, 0x41, 0x52, 0x31], "a Parquet file: export it as JSON, one event a line"],
  [[0x4f, 0x62, 0x6a, 0x01], "an Avro file: export it as JSON, one event a line"],
]

/** Whether a file is gzip, by its first bytes. */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b
}

/** Bytes of a file become text, portion by portion. */
export interface TextDecoding {
  push(bytes: Uint8Array): string
  end(): string
}

/**
 * Reads UTF-8, with or without a byte order mark, and UTF-16 with one. A byte that is no UTF-8 becomes `NOT_UTF8`. Throws
 * `BadInput` for what is no text at all. `path` is for the message.
 */
export function startDecoding(path: string): TextDecoding {
  let held: Uint8Array = new Uint8Array()
  let decode: ((bytes: Uint8Array, last: boolean) => string) | null = null
  const take = (bytes: Uint8Array, last: boolean): string => {
    const all = join(held, bytes)
    held = new Uint8Array()
    // A few bytes tell what it is; a file may come in portions of one.
    if (!decode && all.length < 6 && !last) {
      held = all
      return ""
    }
    decode ??= chooseDecoder(path, all)
    if (last) return decode(all, true)
    const end = decode === decodeUtf8 ? lastWholeCharacter(all) : all.length
    held = all.slice(end)
    return decode(all.subarray(0, end), false)
  }
  return { push: (bytes) => take(bytes, false), end: () => take(new Uint8Array(), true) }
}

function chooseDecoder(path: string, start: Uint8Array): (bytes: Uint8Array, last: boolean) => string {
  for (const [bytes, what] of OTHERS) {
    if (bytes.every((byte, index) => start[index] === byte))
      throw new BadInput(`cannot read ${path}: it is ${what}`)
  }
  const [first, second] = start
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const decoder = new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be", { fatal: true })
    return (bytes, last) => {
      try {
        return decoder.decode(bytes, { stream: !last })
      } catch {
        throw new BadInput(`cannot read ${path}: it is broken UTF-16; save it as UTF-8`)
      }
    }
  }
  if (start.includes(0)) throw new BadInput(`cannot read ${path}: it is no text in UTF-8; save it as UTF-8`)
  return decodeUtf8
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder("utf-8", { ignoreBOM: true })

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes)
  } catch {
    return decodeLines(bytes)
  }
}

/** Line by line, so that only what is in a broken line is called broken. */
function decodeLines(bytes: Uint8Array): string {
  let text = ""
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, from)
    const to = newline < 0 ? bytes.length : newline + 1
    const line = bytes.subarray(from, to)
    try {
      text += strict.decode(line)
    } catch {
      text += lenient.decode(line).replaceAll("\ufffd", NOT_UTF8)
    }
    from = to
  }
  return text
}

/** Where the last whole character ends: at most three bytes of the next are there already. */
function lastWholeCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needs > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other
  const joined = new Uint8Array(one.length + other.length)
  joined.set(one)
  joined.set(other, one.length)
  return joined
}
