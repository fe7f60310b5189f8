import type { Language } from "../language"
import type { CommunicationMap } from "../map/communication-map"
import type { MapDocument } from "../map/map-document"
import { openMapDocument } from "../map/map-document"
import { type MapProblem, writePath } from "../map/map-problem"
import { parseMap } from "../map/parse-map"
import type { Finding, LintContext } from "./finding"
import { indexMap } from "./reasoning/map-index"
import { Reasoner } from "./reasoning/reasoner"
import { lintRules } from "./rules"

/** A map that has been read, and where its parts stand in the text. */
export interface ReadMap {
  map: CommunicationMap
  locate: MapDocument["locate"]
}

/** Reads a map for the linter: as `parseMap` does, with the places kept. Never throws. */
export function readForLint(text: string): { read: ReadMap } | { problems: MapProblem[] } {
  const { map, problems } = parseMap(text)
  if (!map) return { problems }
  const { document } = openMapDocument(text)
  return document ? { read: { map, locate: document.locate } } : { problems: [] }
}

/**
 * What a good strategist would say on reading the map: what can never happen, what is missing, what gets in its own
 * way. Ordered by place in the text. Rules: "What the linter finds" of the map's specification.
 */
export function lint({ map, locate }: ReadMap, { language }: { language: Language }): Finding[] {
  const index = indexMap(map)
  const context: LintContext = { ...index, reasoner: new Reasoner(index) }
  const findings = lintRules.flatMap(({ code, kind, find }) =>
    find(context).map(({ path, atKey, severity, message, proposal }): Finding => {
      const place = locate(path, { atKey: atKey ?? false })
      return {
        code,
        kind,
        severity,
        path: writePath(path),
        ...place,
        message: message[language],
        proposal: proposal[language],
      }
    }),
  )
  return findings.sort(
    (one, other) => one.line - other.line || one.column - other.column || compareText(one.code, other.code),
  )
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
