/** How texts in files are written. The names are those of the Encoding standard. */
export const ENCODINGS = [
  "utf-8",
  "windows-1251",
  "windows-1252",
  "utf-16le",
  "utf-16be",
  "koi8-r",
  "ibm866",
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** How a text is written: what its first bytes say, else what its bytes look like. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return "utf-16le"
  if (first === 0xfe && second === 0xff) return "utf-16be"
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8"
  const zeros = countZeros(bytes.subarray(0, 4_000))
  if (zeros.odd > zeros.even * 4 + 8) return "utf-16le"
  if (zeros.even > zeros.odd * 4 + 8) return "utf-16be"
  if (isUtf8(bytes)) return "utf-8"
  return looksCyrillic(bytes) ? "windows-1251" : "windows-1252"
}

/** Text of these bytes, without a byte order mark. What is no such text becomes `\ufffd`. */
export function decodeBytes(bytes: Uint8Array, encoding: Encoding = guessEncoding(bytes)): string {
  return new TextDecoder(encoding).decode(bytes)
}

function countZeros(bytes: Uint8Array): { odd: number; even: number } {
  const zeros = { odd: 0, even: 0 }
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2 === 0 ? "even" : "odd"]++
  return zeros
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * Cyrillic words are runs of bytes above 0xC0; in a Latin text such a byte stands alone between letters of ASCII.
 */
function looksCyrillic(bytes: Uint8Array): boolean {
  let inRuns = 0
  let alone = 0
  let run = 0
  for (const byte of [...bytes.subarray(0, 200_000), 0]) {
    if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) run++
    else {
      if (run >= 2) inRuns += run
      else alone += run
      run = 0
    }
  }
  return inRuns >= alone
}
