import type { AuditResult } from "../engine/audit-result"

/** The result as JSON in pieces, a person or finding a line: the whole of a large log may be longer than a string can. */
export function* listJson(result: AuditResult): Generator<string, void, undefined> {
  yield `{"map":${JSON.stringify(result.map)},"now":${JSON.stringify(result.now)},\n"people":[`
  yield* listElements(result.people)
  yield `],\n"findings":[`
  yield* listElements(result.findings)
  yield `],\n"totals":${JSON.stringify(result.totals)}}\n`
}

function* listElements(elements: readonly unknown[]): Generator<string, void, undefined> {
  let piece = ""
  for (const [index, element] of elements.entries()) {
    piece += `${index === 0 ? "\n" : ",\n"}${JSON.stringify(element)}`
    if (piece.length < 65_536) continue
    yield piece
    piece = ""
  }
  yield piece
}
