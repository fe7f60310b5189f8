import { isMap, isPair, isScalar, isSeq, type Node } from "yaml"
import type { Language } from "../../language"
import { readLoosely } from "../map-document"
import type { DocumentPath } from "../map-problem"
import { describePlace, type MapPlace } from "./describe-place"
import type { SeenNames } from "./known-names"

/** What a map editor can say where its cursor stands. */
export interface CursorPlace extends MapPlace {
  /** The way to the object or the value in which the cursor stands. */
  path: DocumentPath
  /** The cursor stands in a key (propose `keys`), or where a value is (propose `values`, and `keys` that begin one). */
  part: "key" | "value"
  /** The word at the cursor, which a proposal replaces: offsets into the text. */
  from: number
  to: number
}

/** A letter that no map has: it marks the cursor while the text is read. */
const MARK = "\ue000"
const WORD = /[^\s:,{}[\]"'#&*!|>%`]/

/**
 * For completion and hovering: what may stand at an offset of a text that is being written, however broken it still is.
 * Null where nothing can be said (a comment, a text too large). Never throws.
 */
export function describeCursor(
  text: string,
  offset: number,
  language: Language = "en",
  seen?: SeenNames,
): CursorPlace | null {
  if (text.includes(MARK)) return null
  let from = offset
  let to = offset
  while (from > 0 && WORD.test(text[from - 1] ?? "")) from--
  while (to < text.length && WORD.test(text[to] ?? "")) to++
  const read = readLoosely(`${text.slice(0, to)}${MARK}${text.slice(to)}`)
  if (!read) return null
  const found = findMark(read.node)
  if (!found) return null
  const { path, part } = found
  const key = part === "key" ? [text.slice(from, to)] : []
  const root = withoutMark(read.value)
  const place = describePlace(root, path, language, seen)
  const { description } = key.length > 0 ? describePlace(root, [...path, ...key], language, seen) : place
  return { ...place, description, path, part, from, to }
}

function findMark(top: unknown): { path: DocumentPath; part: "key" | "value" } | null {
  const open: { node: unknown; path: DocumentPath }[] = [{ node: top, path: [] }]
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const { node, path } = entry
    if (isScalar(node)) {
      if (typeof node.value === "string" && node.value.includes(MARK)) return { path, part: "value" }
    } else if (isMap(node)) {
      for (const pair of node.items) {
        if (!isPair(pair)) continue
        const key = isScalar(pair.key) ? String(pair.key.value) : ""
        if (key.includes(MARK)) return { path, part: "key" }
        open.push({ node: pair.value as Node | null, path: [...path, key] })
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) open.push({ node: item, path: [...path, index] })
    }
  }
  return null
}

/** The document without what is only begun: a key in which the cursor stands is not there yet, nor is a value. */
function withoutMark(value: unknown): unknown {
  if (typeof value === "string") return value.includes(MARK) ? null : value
  if (Array.isArray(value)) return value.map(withoutMark)
  if (typeof value !== "object" || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !key.includes(MARK))
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutMark(inner)]))
}
