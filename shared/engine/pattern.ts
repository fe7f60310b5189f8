/**
 * A pattern of `*` (any text) and `?` (one character), as a test. No regular expressions: this takes at most
 * length × length steps, whatever a map says.
 */
export function compilePattern(
  pattern: string,
  { ignoreCase }: { ignoreCase: boolean },
): (text: string) => boolean {
  const wanted = ignoreCase ? pattern.toLowerCase() : pattern
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text)
  if (!/[*?]/.test(wanted)) return (text) => fold(text) === wanted
  if (wanted.includes("?")) return (text) => fitsPattern(wanted, fold(text))
  const pieces = wanted.split("*")
  return (text) => holdsPieces(pieces, fold(text))
}

/** Between stars each piece is taken where it occurs first: what comes later has the most room. */
function holdsPieces(pieces: readonly string[], text: string): boolean {
  const last = pieces.length - 1
  const begin = pieces[0] ?? ""
  const end = pieces[last] ?? ""
  if (text.length < begin.length + end.length || !text.startsWith(begin)) return false
  const until = text.length - end.length
  if (end !== "" && !text.endsWith(end)) return false
  let from = begin.length
  for (let index = 1; index < last; index++) {
    const piece = pieces[index] ?? ""
    const found = text.indexOf(piece, from)
    if (found < 0 || found + piece.length > until) return false
    from = found + piece.length
  }
  return true
}

/** Several patterns, any of which will do. Letter case is ignored (rule 23). */
export function compilePatterns(patterns: string | string[]): (text: string) => boolean {
  const tests = [patterns].flat().map((pattern) => compilePattern(pattern, { ignoreCase: true }))
  return (text) => tests.some((test) => test(text))
}

/** One pattern and one text, letter case and all: `compilePattern` for who has few texts and no room. */
export function fitsPattern(pattern: string, text: string): boolean {
  let inPattern = 0
  let inText = 0
  let star = -1
  let resume = 0
  while (inText < text.length) {
    const letter = pattern[inPattern]
    if (letter === "*") {
      star = inPattern++
      resume = inText
    } else if (letter !== undefined && (letter === "?" || letter === text[inText])) {
      inPattern++
      inText++
    } else if (star >= 0) {
      inPattern = star + 1
      inText = ++resume
    } else return false
  }
  while (pattern[inPattern] === "*") inPattern++
  return inPattern === pattern.length
}
