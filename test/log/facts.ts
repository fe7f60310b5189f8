import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"

const folder = resolve(import.meta.dirname, "../../../shared/facts/specs")

/** Whether the facts lie beside the project. Tests that need them are skipped, and say so, where they do not. */
export const hasFacts = existsSync(folder)
export const whereFacts = hasFacts ? "" : " (skipped: ../shared/facts/specs is not beside the project)"

/** A facts file of the dialects, as JSON. */
export function readFacts<Shape>(name: string): Shape {
  return JSON.parse(readFileSync(resolve(folder, `${name}.json`), "utf8")) as Shape
}

/** The arguments of a documented call, `analytics.track('Name', { … })`, evaluated as the JavaScript that it is. */
export function readCallExample(source: string): { event: string; properties: Record<string, unknown> } {
  // Some examples of the documentation lack a comma at the end of a line.
  const mended = source.replace(/^(\s*\w+: (?:'[^']*'|[\d.]+))$(?=\n\s*\w+:)/gm, "$1,")
  const told: unknown[] = []
  new Function("analytics", mended)({ track: (...call: unknown[]) => told.push(...call) })
  return { event: String(told[0]), properties: told[1] as Record<string, unknown> }
}
