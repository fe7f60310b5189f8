import { isAlias, isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml"
import type { DocumentPath } from "../../../shared/map/map-problem"

/** Where in a map's text one is: the document as far as it can be read, and a path into it. */
export interface YamlPlace {
  root: unknown
  path: DocumentPath
  /** What can be written here: a key of the object at `path`, a value at `path`, or either (nothing stands here yet). */
  writes: "key" | "value" | "either"
  /** The word that is being written, offsets in the text. */
  from: number
  to: number
}

/** Longer texts are written by machines: nobody waits for proposals there. */
const MOST_TEXT = 300_000
/** No map has a word like this. */
const MARK = "cuelightCursorMark"

/**
 * The place of the cursor, for completion. What is being written is replaced by a mark, and the mark is found in what
 * the parser makes of the text. Null where nothing can be said (a comment, a block of text, a broken line).
 */
export function findPlace(text: string, cursor: number): YamlPlace | null {
  if (text.length > MOST_TEXT) return null
  const { from, to } = wordAt(text, cursor)
  const lineStart = text.lastIndexOf("\n", from - 1) + 1
  const lineEnd = endOfLine(text, to)
  const before = text.slice(lineStart, from)
  const after = text.slice(to, lineEnd)
  if (/(^|\s)#/.test(before)) return null
  // Alone in its line, a word may be a key whose colon is still to come.
  const alone = /^\s*(- +)*$/.test(before) && /^\s*(#.*)?$/.test(after)
  const asKey = alone && seek(text, from, to, `${MARK}: `)
  if (asKey) return { ...asKey, from, to }
  const asIs = seek(text, from, to, MARK)
  return asIs && { ...asIs, from, to }
}

/** The path of what stands at an offset, for an explanation; null between things. */
export function findPath(text: string, offset: number): { root: unknown; path: DocumentPath } | null {
  if (text.length > MOST_TEXT) return null
  const document = read(text)
  if (!document) return null
  const found = pathAt(document.contents, offset, [])
  return found && { root: toPlain(document), path: found }
}

type Document = ReturnType<typeof parseDocument>

function read(text: string): Document | null {
  try {
    return parseDocument(text, { logLevel: "silent", version: "1.2", schema: "core" })
  } catch {
    return null
  }
}

/** Broken parts are missing; a text that refers to itself too often is not read at all. */
function toPlain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch {
    return null
  }
}

function seek(
  text: string,
  from: number,
  to: number,
  mark: string,
): Pick<YamlPlace, "root" | "path" | "writes"> | null {
  const document = read(text.slice(0, from) + mark + text.slice(to))
  if (!document) return null
  const found = findMark(document.contents, [])
  if (!found) return null
  found.remove?.()
  return { root: toPlain(document), path: found.path, writes: found.writes }
}

interface Found {
  path: DocumentPath
  writes: YamlPlace["writes"]
  /** Takes the mark out of the document: it is no key of it. */
  remove?: () => void
}

function isMark(node: unknown): boolean {
  return isScalar(node) && node.value === MARK
}

function findMark(node: unknown, path: DocumentPath): Found | null {
  if (isMark(node)) return { path, writes: "either" }
  if (isMap(node)) {
    for (const pair of node.items) {
      if (isMark(pair.key))
        return {
          path,
          // Where the mark is all there is, a single value could stand as well.
          writes: node.items.length === 1 && !node.flow ? "either" : "key",
          remove: () => void node.items.splice(node.items.indexOf(pair), 1),
        }
      const key = isScalar(pair.key) ? String(pair.key.value) : null
      if (key === null) continue
      const inner = [...path, key]
      if (isMark(pair.value)) return { path: inner, writes: "value", remove: () => void node.set(key, null) }
      const found = findMark(pair.value, inner)
      if (found) return found
    }
  }
  if (isSeq(node))
    for (const [index, item] of node.items.entries()) {
      const found = findMark(item, [...path, index])
      if (found) return found
    }
  return null
}

type Ranged = { range?: readonly [number, number, number] | null }

function holds(node: unknown, offset: number): boolean {
  const { range } = (node ?? {}) as Ranged
  return range !== undefined && range !== null && offset >= range[0] && offset <= range[1]
}

function pathAt(node: unknown, offset: number, path: DocumentPath): DocumentPath | null {
  if (!isCollection(node)) return holds(node, offset) && !isAlias(node) && path.length > 0 ? path : null
  for (const [index, item] of node.items.entries()) {
    if (!isPair(item)) {
      const found = pathAt(item, offset, [...path, index])
      if (found) return found
      continue
    }
    if (!isScalar(item.key)) continue
    const inner = [...path, String(item.key.value)]
    if (holds(item.key, offset)) return inner
    const found = pathAt(item.value, offset, inner)
    if (found) return found
  }
  return null
}

const wordCharacter = /[\p{L}\p{N}_.-]/u

function wordAt(text: string, cursor: number): { from: number; to: number } {
  let from = cursor
  while (from > 0 && wordCharacter.test(text[from - 1] ?? "")) from--
  let to = cursor
  while (to < text.length && wordCharacter.test(text[to] ?? "")) to++
  // The dash of a list is no part of a word.
  if (text.slice(from, cursor) === "-") from = cursor
  return { from, to }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from)
  return end < 0 ? text.length : end
}
