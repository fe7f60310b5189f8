import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Expectation } from "./expectations"

/** The conformance cases lie beside the project. */
export const CASES = fileURLToPath(new URL("../../../shared/cases", import.meta.url))

export interface ConformanceCase {
  id: string
  title: string
  area: string
  map: unknown
  events: unknown[]
  now: string
  coverage?: unknown
  args?: string[]
  expect: Expectation[]
}

export function hasCases(): boolean {
  return existsSync(CASES)
}

/** Every case of every area, by the name of its file. */
export function readCases(): Map<string, ConformanceCase[]> {
  const files = readdirSync(CASES).filter((name) => name.endsWith(".json"))
  return new Map(
    files
      .sort()
      .map((name) => [name.replace(".json", ""), JSON.parse(readFileSync(`${CASES}/${name}`, "utf8"))]),
  )
}

/** The files that a case hands to the command. */
export function writeInputs({ map, events, coverage }: ConformanceCase): Map<string, string> {
  const lines = events.map((event) => (typeof event === "string" ? event : JSON.stringify(event)))
  const files = new Map([
    ["map.json", JSON.stringify(map)],
    ["events.ndjson", lines.map((line) => `${line}\n`).join("")],
  ])
  if (coverage !== undefined && coverage !== "complete") files.set("coverage.json", JSON.stringify(coverage))
  return files
}

/** The words of the command, with the folder of its files. */
export function writeArguments(one: ConformanceCase, folder: string): string[] {
  const declared = one.coverage !== undefined && one.coverage !== "complete"
  return [
    "audit",
    ...["--map", `${folder}map.json`, "--events", `${folder}events.ndjson`, "--now", one.now, "--json"],
    ...(declared ? ["--coverage", `${folder}coverage.json`] : []),
    ...(one.args ?? []),
  ]
}
