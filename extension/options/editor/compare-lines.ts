/** A line of one text or of both. Numbers count from 1, in the text it stands in; `old` for one that is gone. */
export interface ComparedLine {
  kind: "same" | "gone" | "new"
  text: string
  old: number | null
  now: number | null
}

/** Beyond this many changed lines on either side the middle is told as a whole: gone, then new. */
const MOST_CHANGED = 2_000

/**
 * What has become of a text, line by line: the longest common lines stay (Hunt and McIlroy), all others are gone or new.
 * Line ends and blanks at a line's end count.
 */
export function compareLines(before: string, after: string): ComparedLine[] {
  const old = before.split("\n")
  const now = after.split("\n")
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++
  const middle = compareMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end))
  const kinds = [
    ...Array.from({ length: start }, () => "same" as const),
    ...middle,
    ...Array.from({ length: end }, () => "same" as const),
  ]
  let atOld = 0
  let atNow = 0
  return kinds.map((kind) => {
    const text = (kind === "gone" ? old[atOld] : now[atNow]) ?? ""
    return {
      kind,
      text,
      old: kind === "new" ? null : ++atOld,
      now: kind === "gone" ? null : ++atNow,
    }
  })
}

function compareMiddle(old: string[], now: string[]): ComparedLine["kind"][] {
  if (old.length > MOST_CHANGED || now.length > MOST_CHANGED)
    return [...old.map(() => "gone" as const), ...now.map(() => "new" as const)]
  const width = now.length + 1
  // lengths[i * width + j]: how many lines old[i…] and now[j…] have in common.
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        old[i] === now[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const kinds: ComparedLine["kind"][] = []
  let i = 0
  let j = 0
  while (i < old.length || j < now.length)
    if (i < old.length && j < now.length && old[i] === now[j]) {
      kinds.push("same")
      i++
      j++
    } else if (
      j >= now.length ||
      (i < old.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      kinds.push("gone")
      i++
    } else {
      kinds.push("new")
      j++
    }
  return kinds
}

/** Only what changed, with so many lines around it; between the pieces there are others. */
export function cutToChanges(lines: readonly ComparedLine[], around: number): ComparedLine[][] {
  const pieces: ComparedLine[][] = []
  let last = Number.NEGATIVE_INFINITY
  for (const [index, { kind }] of lines.entries()) {
    if (kind === "same") continue
    const from = Math.max(index - around, last + 1, 0)
    const to = Math.min(index + around, lines.length - 1)
    const piece = pieces.at(-1)
    const added = lines.slice(from, to + 1)
    if (piece && from === last + 1) piece.push(...added)
    else if (added.length > 0) pieces.push(added)
    last = Math.max(last, to)
  }
  return pieces
}
