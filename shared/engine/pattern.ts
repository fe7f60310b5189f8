/**
 * A pattern of `*` (any text) and `?` (one character), as a test. No regular expressions: this takes at most
 * length × length steps, whatever a map says.
 */
export function compilePattern(
  pattern: string,
  { ignoreCase }: { ignoreCase: boolean },
): (text: string) => boolean {
  const wanted = ignoreCase ? pattern.toLowerCase() : pattern
  if (!/[*?]/.test(wanted)) return (text) => (ignoreCase ? text.toLowerCase() : text) === wanted
  return (text) => fits(wanted, ignoreCase ? text.toLowerCase() : text)
}

/** Several patterns, any of which will do. Letter case is ignored (rule 23). */
export function compilePatterns(patterns: string | string[]): (text: string) => boolean {
  const tests = [patterns].flat().map((pattern) => compilePattern(pattern, { ignoreCase: true }))
  return (text) => tests.some((test) => test(text))
}

function fits(pattern: string, text: string): boolean {
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
