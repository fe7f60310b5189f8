import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { AuditResult } from "../../shared/engine/audit-result"
import { audit } from "../../shared/engine/journey"
import { parseEvent, type TouchpointEvent } from "../../shared/event"
import type { CommunicationMap } from "../../shared/map/communication-map"
import { parseMap } from "../../shared/map/parse-map"

const folder = join(import.meta.dirname, "../../shared/starter-maps")

/** The ids of the starter maps: the names of their files. */
export const starterIds = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(/\.yaml$/, ""))

export function readStarterText(id: string): string {
  return readFileSync(join(folder, `${id}.yaml`), "utf8")
}

export function readStarterMap(id: string): CommunicationMap {
  const { map, problems } = parseMap(readStarterText(id))
  if (!map) throw new Error(JSON.stringify(problems))
  return map
}

/** The sample log beside a starter map. Fails on a line that is no event. */
export function readSample(id: string): TouchpointEvent[] {
  const lines = readFileSync(join(folder, `${id}.sample.ndjson`), "utf8")
    .trim()
    .split("\n")
  return lines.map((line, index) => {
    const read = parseEvent(JSON.parse(line), index + 1)
    if (!("event" in read)) throw new Error(`${id}, line ${index + 1}: ${read.reason}`)
    return read.event
  })
}

/** The sample audited at the instant at which its story is told (ms UTC); the log is all there is. */
export function auditSample(id: string, now: number): AuditResult {
  return audit(readStarterMap(id), readSample(id), { now, coverage: "complete" })
}

/** What became of everyone, one line for each run: what a person would check against the log. */
export function tellStory({ people, findings }: AuditResult): string {
  const lines = people.flatMap((person) => [
    `${person.person}: ${person.stages.map(({ id }) => id).join(" > ")}`,
    ...person.runs.map(({ scenario, run, status, steps }) => {
      const told = steps.map((step) => `${step.id} ${step.status}${step.reason ? ` (${step.reason})` : ""}`)
      return `  ${scenario} ${run} ${status}: ${told.join(", ")}`
    }),
  ])
  const found = findings.map(({ kind, person, scenario, step }) =>
    `  ${kind} ${person} ${scenario ?? ""}${step ? `/${step}` : ""}`.trimEnd(),
  )
  return `${[...lines, "findings", ...found].join("\n")}\n`
}
