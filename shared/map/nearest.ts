/**
 * The known word that is nearest to a mistyped one, or null where none is near enough to be meant.
 *
 * Near: at most a third of the letters differ (two swapped neighbours count as one difference).
 */
export function findNearest(word: string, known: Iterable<string>): string | null {
  const wanted = word.slice(0, 60).toLowerCase()
  let best: string | null = null
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1
  let looked = 0
  for (const candidate of known) {
    if (++looked > 5_000) break
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = countEdits(wanted, candidate.slice(0, 60).toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best ?? findExtended(wanted, known)
}

/** `promo` for `promotional`, `monday` for `mon`: one is in the other, and in no second one. */
function findExtended(wanted: string, known: Iterable<string>): string | null {
  if (wanted.length < 3) return null
  let found: string | null = null
  let looked = 0
  for (const candidate of known) {
    if (++looked > 5_000) return null
    const lower = candidate.toLowerCase()
    if (lower.length < 3 || !(lower.includes(wanted) || wanted.startsWith(lower))) continue
    if (found !== null) return null
    found = candidate
  }
  return found
}

/** `: did you mean \`email\`?`, or nothing. */
export function proposeNearest(word: string, known: Iterable<string>): string {
  const nearest = findNearest(word, known)
  return nearest === null || nearest === word ? "" : `: did you mean \`${nearest}\`?`
}

function countEdits(one: string, other: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1)
      current.push(edits)
    }
    beforeLast = last
    last = current
  }
  return last[other.length] ?? 0
}
