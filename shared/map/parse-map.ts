import { CommunicationMap } from "./communication-map"
import { openMapDocument, placeProblem } from "./map-document"
import type { MapProblem } from "./map-problem"
import { listReferenceProblems } from "./references"
import { listSchemaProblems } from "./schema-problems"

export type ParsedMap = { map: CommunicationMap; problems: [] } | { map: null; problems: MapProblem[] }

/** More errors than a person reads at once are not listed. */
const MOST_PROBLEMS = 200

/**
 * Reads a communication map, YAML 1.2 (core schema) or JSON. The only door for maps: never throws.
 *
 * A map with an error is refused whole; every error comes with line, column (from 1), path, and where something known
 * is near, a proposal. Limits: 1 MiB, 32 levels, no keys like `__proto__`, bounded aliases.
 */
export function parseMap(text: string): ParsedMap {
  const opened = openMapDocument(text)
  if (!opened.document) return { map: null, problems: opened.problems }
  const { document } = opened
  const read = CommunicationMap.safeParse(document.value)
  const found = [
    ...(read.success ? [] : listSchemaProblems(document.value, read.error.issues)),
    ...listReferenceProblems(document.value),
  ]
  if (read.success && found.length === 0) return { map: read.data, problems: [] }
  const problems = found.slice(0, MOST_PROBLEMS).map((problem) => placeProblem(problem, document.locate))
  problems.sort((one, other) => one.line - other.line || one.column - other.column)
  return { map: null, problems: dropRepeated(problems) }
}

function dropRepeated(problems: MapProblem[]): MapProblem[] {
  const seen = new Set<string>()
  return problems.filter((problem) => {
    const key = JSON.stringify(problem)
    return !seen.has(key) && seen.add(key)
  })
}
