/**
 * A pattern of `*` (any text) and `?` (one character), letter case ignored, as the map's `match` means it. No regular
 * expression: at most length × length steps, whatever a map says.
 */
export function fitsPattern(pattern: string, text: string): boolean {
  const [wanted, given] = [pattern.toLowerCase(), text.toLowerCase()]
  let inWanted = 0
  let inGiven = 0
  let star = -1
  let resume = 0
  while (inGiven < given.length) {
    const letter = wanted[inWanted]
    if (letter === "*") {
      star = inWanted++
      resume = inGiven
    } else if (letter !== undefined && (letter === "?" || letter === given[inGiven])) {
      inWanted++
      inGiven++
    } else if (star >= 0) {
      inWanted = star + 1
      inGiven = ++resume
    } else return false
  }
  while (wanted[inWanted] === "*") inWanted++
  return inWanted === wanted.length
}
