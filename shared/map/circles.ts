import type { DocumentPath, PathProblem } from "./map-problem"
import { field, listOf } from "./references"

interface Part {
  label: string
  path: DocumentPath
  /** It has a condition that asks for others. */
  asks: boolean
  /** The parts whose conditions must be known before this one's membership is. */
  needs: string[]
  /** Of these the next stage, which is asked beside this one and not within it. */
  later: string | null
}

/** So many need one another at most: each is asked within the one before, and there must be room for that. */
const LONGEST_CHAIN = 100

/**
 * The first circle among segments and stages, or chain of them that is too long, or null.
 *
 * Membership of a segment needs its condition. Membership of a stage needs its own condition and those of all later
 * stages (a person is in the last one that holds), so `{ stage: … }` in a later stage's `when` is a circle too.
 */
export function findCircle(root: unknown): PathProblem | null {
  const parts = listParts(root)
  const lengths = new Map<string, number>()
  for (const start of parts.keys()) {
    const circle = walk(start, parts, lengths)
    if (!circle) continue
    const names = circle.map((key) => parts.get(key)?.label ?? key)
    // Shown where a condition asks, not where stages follow one another.
    const asking = circle.find((key) => parts.get(key)?.asks) ?? start
    return {
      path: parts.get(asking)?.path ?? [],
      code: "circle",
      message: `a circle: ${names.join(" needs ")}`,
    }
  }
  for (const [key, length] of lengths) {
    if (length <= LONGEST_CHAIN) continue
    const { label, path } = parts.get(key) ?? { label: key, path: [] }
    const message = `a chain of more than ${LONGEST_CHAIN} segments and stages that need one another ends with ${label}`
    return { path, code: "too-deep", message }
  }
  return null
}

/** How many parts in a row are asked one within the other. What this one needs is known. */
function measure(part: Part | undefined, lengths: ReadonlyMap<string, number>): number {
  let longest = 1
  for (const need of part?.needs ?? [])
    longest = Math.max(longest, (lengths.get(need) ?? 0) + (need === part?.later ? 0 : 1))
  return longest
}

/** Depth first without recursion: a map may chain thousands of segments. */
function walk(start: string, parts: Map<string, Part>, lengths: Map<string, number>): string[] | null {
  const trail: { key: string; next: number }[] = [{ key: start, next: 0 }]
  const onTrail = new Set([start])
  while (trail.length > 0) {
    const top = trail[trail.length - 1]
    if (!top) break
    const part = parts.get(top.key)
    const need = part?.needs[top.next++]
    if (need === undefined) {
      lengths.set(top.key, measure(part, lengths))
      onTrail.delete(top.key)
      trail.pop()
    } else if (onTrail.has(need)) {
      const keys = trail.map((entry) => entry.key)
      return [...keys.slice(keys.indexOf(need)), need]
    } else if (!lengths.has(need) && parts.has(need)) {
      trail.push({ key: need, next: 0 })
      onTrail.add(need)
    }
  }
  return null
}

function listParts(root: unknown): Map<string, Part> {
  const parts = new Map<string, Part>()
  const stages = listOf(field(root, "stages"))
  const stageIndex = new Map<string, number>()
  for (const [index, stage] of stages.entries()) {
    const id = field(stage, "id")
    if (typeof id === "string" && !stageIndex.has(id)) stageIndex.set(id, index)
  }
  const needsOf = (condition: unknown) => {
    const needs = new Set<string>()
    collect(condition, needs, stageIndex)
    return [...needs]
  }
  for (const [index, segment] of listOf(field(root, "segments")).entries()) {
    const id = field(segment, "id")
    if (typeof id !== "string" || parts.has(`segment ${id}`)) continue
    const path = ["segments", index, "when"]
    parts.set(`segment ${id}`, {
      label: `segment \`${id}\``,
      path,
      asks: true,
      needs: needsOf(field(segment, "when")),
      later: null,
    })
  }
  for (const [index, stage] of stages.entries()) {
    // A stage's membership is its own condition, then membership among the later ones: a chain, not a square.
    const label = `stage \`${String(field(stage, "id"))}\``
    const path = ["stages", index, "when"]
    const needs = needsOf(field(stage, "when"))
    const later = index + 1 < stages.length ? `stage ${index + 1}` : null
    const all = later === null ? needs : [...needs, later]
    parts.set(`stage ${index}`, { label, path, asks: needs.length > 0, needs: all, later })
  }
  return parts
}

function collect(condition: unknown, needs: Set<string>, stageIndex: Map<string, number>): void {
  for (const list of ["all", "any"]) {
    for (const inner of listOf(field(condition, list))) collect(inner, needs, stageIndex)
  }
  if (field(condition, "not") !== undefined) collect(field(condition, "not"), needs, stageIndex)
  const segment = field(condition, "segment")
  if (typeof segment === "string") needs.add(`segment ${segment}`)
  const stage = field(condition, "stage")
  const index = typeof stage === "string" ? stageIndex.get(stage) : undefined
  if (index !== undefined) needs.add(`stage ${index}`)
}
