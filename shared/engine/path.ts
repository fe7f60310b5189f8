import type { TouchpointEvent } from "../event"

type Root = "props" | "page" | "campaign" | "device"

/** A dotted path, split once. It starts in `props`; `page.`, `campaign.`, `device.` reach the other parts. */
export interface CompiledPath {
  text: string
  root: Root
  segments: string[]
}

const ROOTS: Record<string, Root> = { page: "page", campaign: "campaign", device: "device" }

export function compilePath(text: string): CompiledPath {
  const segments = text.split(".")
  const root = segments.length > 1 ? ROOTS[segments[0] ?? ""] : undefined
  return root ? { text, root, segments: segments.slice(1) } : { text, root: "props", segments }
}

export function ownValue(node: unknown, key: string): unknown {
  if (typeof node !== "object" || node === null || !Object.hasOwn(node, key)) return undefined
  return (node as Record<string, unknown>)[key]
}

/** Where a path begins in this event: `items.` may be left out where `props` itself has no such name. */
function startIn(event: TouchpointEvent, path: CompiledPath): { node: unknown; segments: string[] } {
  const node = event[path.root]
  if (path.root !== "props" || node === undefined) return { node, segments: path.segments }
  if (Object.hasOwn(node, path.segments[0] ?? "")) return { node, segments: path.segments }
  const items = ownValue(node, "items")
  return Array.isArray(items) ? { node: items, segments: path.segments } : { node, segments: path.segments }
}

/** Every value that the path reaches; an array on the way stands for all of its elements. */
export function readAll(event: TouchpointEvent, path: CompiledPath): unknown[] {
  const { node, segments } = startIn(event, path)
  const found: unknown[] = []
  collect(node, segments, 0, found)
  return found
}

function collect(node: unknown, segments: readonly string[], index: number, found: unknown[]): void {
  if (Array.isArray(node)) {
    for (const element of node) collect(element, segments, index, found)
    return
  }
  const segment = segments[index]
  if (segment === undefined) {
    if (node !== undefined && node !== null) found.push(node)
    return
  }
  collect(ownValue(node, segment), segments, index + 1, found)
}

/** The keys that an event has by a `per` path: texts and numbers, as text. An anchor has the first. */
export function readKeys(event: TouchpointEvent, path: CompiledPath): string[] {
  return readAll(event, path)
    .filter((value) => (typeof value === "string" && value !== "") || typeof value === "number")
    .map(String)
}

/** The key of an anchor: that of the first element. */
export function readKey(event: TouchpointEvent, path: CompiledPath): string | null {
  const { node, segments } = startIn(event, path)
  let value = node
  for (let index = 0; ; ) {
    if (Array.isArray(value)) {
      value = value[0]
      continue
    }
    const segment = segments[index]
    if (segment === undefined) break
    value = ownValue(value, segment)
    index++
  }
  if (typeof value === "number") return String(value)
  return typeof value === "string" && value !== "" ? value : null
}
