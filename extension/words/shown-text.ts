// Controls, line and paragraph separators, and lone halves of surrogate pairs stand where a space would.
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu
// Bidirectional overrides and other characters without a shape could change how the text around them reads. The two
// joiners stay: Persian, Hindi and emoji are written with them.
const shapeless = /(?!\u200C|\u200D)[\p{Cf}\p{Co}]/gu
const stackedMarks = /(\p{M}{3})\p{M}+/gu
const onlyJoiners = /^(?:\u200C|\u200D|\s)*$/u

/** Made for the first text that is cut. */
let segmenter: Intl.Segmenter | undefined

/** Never look at more than this of a hostile text. */
const longest = 2_000

/**
 * Text of a page or a map, made fit to be shown in one line: without control and direction characters, without towers
 * of accents, with single spaces.
 */
export function cleanText(text: string): string {
  const bounded = text.length > longest ? `${text.slice(0, longest / 2)}…${text.slice(-longest / 2)}` : text
  const clean = bounded
    .normalize("NFC")
    .replace(breaks, " ")
    .replace(shapeless, "")
    .replace(stackedMarks, "$1")
    .replace(/\s+/gu, " ")
    .trim()
  return onlyJoiners.test(clean) ? "" : clean
}

/**
 * `text` cleaned, and cut in the middle where it has more than `most` characters as a reader counts them: the end of a
 * product's name often tells more than its middle.
 */
export function cutMiddle(text: string, most: number): string {
  const clean = cleanText(text)
  if (clean.length <= most) return clean
  segmenter ??= new Intl.Segmenter()
  const characters = Array.from(segmenter.segment(clean), (part) => part.segment)
  if (characters.length <= most) return clean
  const kept = Math.max(2, most - 1)
  const head = Math.ceil(kept / 2)
  const start = characters.slice(0, head).join("").trimEnd()
  const end = characters
    .slice(characters.length - (kept - head))
    .join("")
    .trimStart()
  return `${start}…${end}`
}
