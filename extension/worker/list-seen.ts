import type { TouchpointEvent } from "../../shared/event"
import type { SeenNames } from "../domain"

const MOST_EVENTS = 300
const MOST_PATHS = 40
const MOST_DEPTH = 3

/** What events are called and which paths they have, for whoever writes a map. Never a value. */
export function listSeen(events: Iterable<TouchpointEvent>): SeenNames {
  const paths = new Map<string, Set<string>>()
  const traits = new Set<string>()
  for (const { name, props } of events) {
    const isKnown = paths.has(name)
    if (!isKnown && paths.size >= MOST_EVENTS) continue
    const known = paths.get(name) ?? new Set<string>()
    paths.set(name, known)
    addPaths(name === "identify" ? traits : known, props, "", 0)
  }
  return {
    events: Object.fromEntries([...paths].map(([name, known]) => [name, [...known]])),
    traits: [...traits],
  }
}

/** As a filter names them: `items.` may be left out. */
function addPaths(known: Set<string>, value: unknown, before: string, depth: number): void {
  if (Array.isArray(value)) {
    for (const each of value.slice(0, 3)) if (typeof each === "object") addPaths(known, each, before, depth)
    return
  }
  if (typeof value !== "object" || value === null || depth >= MOST_DEPTH) return
  for (const [key, inner] of Object.entries(value)) {
    if (known.size >= MOST_PATHS) return
    const path = before + key
    if (typeof inner !== "object" || inner === null) known.add(path)
    else addPaths(known, inner, path === "items" ? "" : `${path}.`, depth + 1)
  }
}
