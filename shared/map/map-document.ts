import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  parseDocument,
} from "yaml"
import { type DocumentPath, type MapProblem, type PathProblem, writePath } from "./map-problem"
import { readPlainJson } from "./plain-json"

/** The longest map, in UTF-8 bytes. */
export const MAP_BYTES = 1_048_576
/** How deep a map may nest. */
export const MAP_NESTING = 32
/** How many values the aliases of a map may stand for: a small text must not unfold into a huge map. */
const ALIASED_VALUES = 20_000

/** What the parser says in the words of its grammar, in the words of whoever writes. By its codes. */
const SYNTAX_WORDS: Record<string, string> = {
  DUPLICATE_KEY: "this key is given twice: keep one",
  BLOCK_AS_IMPLICIT_KEY:
    "a second colon in this line: put a text with a colon in quotes, and what belongs below on lines of its own",
  BLOCK_IN_FLOW: "a comma or a closing bracket is missing before this",
  BAD_INDENT:
    "this line is indented differently from those that it belongs to, or a bracket is not closed before it",
  TAB_AS_INDENT: "tabs do not indent: use spaces",
  MULTILINE_IMPLICIT_KEY:
    "a key and its colon stand on one line: a colon is missing, or a line is indented too far",
  MISSING_CHAR:
    "something is not closed or not separated here: a quote, a bracket, a comma or a colon is missing",
  BAD_ALIAS:
    "an alias (`*name`) needs its anchor (`&name`) before it; a text that begins with * stands in quotes",
  MULTIPLE_DOCS: "a map is one document: a second one begins here, leave out the `---`",
  UNEXPECTED_TOKEN: "this does not belong here: a bracket or a quote before it is missing or too many",
}

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"])

/** YAML 1.2 with the core schema; warnings are for nobody. With `silent` all but the first of several documents would be left out. */
const YAML = { version: "1.2", schema: "core", prettyErrors: false, logLevel: "error" } as const

/** A map as read: plain data, and where everything stands in the text. */
export interface MapDocument {
  value: unknown
  /** Where a value (or with `atKey` its key) begins; for what is not there, where its parent does. From 1. */
  locate(path: DocumentPath, options?: { atKey?: boolean }): { line: number; column: number }
}

function refuse(code: string, message: string): { document: null; problems: MapProblem[] } {
  return { document: null, problems: [{ line: 1, column: 1, path: "", code, message }] }
}

/** Reads YAML 1.2 (core schema) or JSON. Never throws: what cannot be read is a problem with its place. */
export function openMapDocument(
  text: string,
): { document: MapDocument; problems: MapProblem[] } | { document: null; problems: MapProblem[] } {
  if (text.length > MAP_BYTES || new TextEncoder().encode(text).length > MAP_BYTES) {
    return refuse("too-large", "a map has at most 1 MiB")
  }
  const plain = readPlainJson(text.replace(/^\ufeff/, ""), {
    nesting: MAP_NESTING,
    forbidden: FORBIDDEN_KEYS,
  })
  if (plain) {
    let placed: MapDocument | null = null
    const locate: MapDocument["locate"] = (path, options) => {
      placed ??= openYaml(text).document
      return placed?.locate(path, options) ?? { line: 1, column: 1 }
    }
    return { document: { value: plain.value, locate }, problems: [] }
  }
  return openYaml(text)
}

function openYaml(
  text: string,
): { document: MapDocument; problems: MapProblem[] } | { document: null; problems: MapProblem[] } {
  const source = forYaml(text)
  const lines = new LineCounter()
  const place = (offset: number) => {
    const found = lines.linePos(offset)
    return { line: Math.max(1, found.line), column: Math.max(1, found.col) }
  }
  try {
    if (nestsTooDeep(source)) return refuse("too-deep", `a map nests at most ${MAP_NESTING} levels`)
    const parsed = parseDocument(source, { ...YAML, lineCounter: lines, uniqueKeys: true })
    const problems: MapProblem[] = parsed.errors.slice(0, 100).map((error) => ({
      ...place(error.pos[0]),
      path: "",
      code: error.code === "DUPLICATE_KEY" ? "duplicate-key" : "syntax",
      message: SYNTAX_WORDS[error.code] ?? error.message,
    }))
    if (problems.length > 0) return { document: null, problems }
    if (parsed.contents === null) return refuse("empty", "the map is empty")
    const reader = new PlainReader(parsed)
    const value = reader.read(parsed.contents, 1, [])
    const locate = (path: DocumentPath, { atKey = false } = {}) => place(findOffset(parsed, path, atKey))
    problems.push(...reader.problems.map((problem) => placeProblem(problem, locate)))
    return problems.length > 0 ? { document: null, problems } : { document: { value, locate }, problems }
  } catch (error) {
    if (error instanceof RangeError) return refuse("too-deep", `a map nests at most ${MAP_NESTING} levels`)
    return refuse("syntax", error instanceof Error ? error.message : "the map cannot be read")
  }
}

/**
 * A document as far as it can be read while somebody still writes it: its top node (of yaml), and what it says. Null for what is too
 * large or too deep. Nothing that comes of it is a map; only `parseMap` reads maps.
 */
export function readLoosely(text: string): { node: unknown; value: unknown } | null {
  if (text.length > MAP_BYTES) return null
  try {
    if (nestsTooDeep(text)) return null
    const nodes = parseDocument(text, { ...YAML, uniqueKeys: false })
    return { node: nodes.contents, value: new PlainReader(nodes).read(nodes.contents, 1, []) }
  } catch {
    return null
  }
}

/** Gives a problem its line and column. */
export function placeProblem(problem: PathProblem, locate: MapDocument["locate"]): MapProblem {
  const { line, column } = locate(problem.path, { atKey: problem.atKey ?? false })
  return { line, column, path: writePath(problem.path), code: problem.code, message: problem.message }
}

/** JSON may be indented with tabs, which YAML does not allow; as wide as a space, they keep every place. */
function forYaml(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (!body.includes("\t") || !/^\s*[{[]/.test(body)) return body
  try {
    JSON.parse(body)
  } catch {
    return body
  }
  return body.replaceAll("\t", " ")
}

/**
 * Whether brackets or indentation open deeper than any map may, before anything recursive looks at them.
 *
 * The tokens of the parser come with the nesting built, so its own stack tells the depth.
 */
function nestsTooDeep(source: string): boolean {
  const parser = new Parser()
  // Each level is an item and its value at most; what is less deep is measured exactly while it is read.
  const most = MAP_NESTING * 3
  const tokens = parser.parse(source)
  for (let step = tokens.next(); !step.done; step = tokens.next()) {
    if (isDeeper(step.value, most)) return true
  }
  return false
}

function isDeeper(token: unknown, most: number): boolean {
  const open: [unknown, number][] = [[token, 0]]
  for (let entry = open.pop(); entry; entry = open.pop()) {
    const [value, depth] = entry
    if (depth > most) return true
    if (typeof value !== "object" || value === null) continue
    if ("items" in value && Array.isArray(value.items)) {
      for (const item of value.items) open.push([item, depth + 1])
    }
    if ("value" in value) open.push([value.value, depth])
    if ("key" in value) open.push([value.key, depth])
  }
  return false
}

/** Turns nodes into plain data, with bounds that hold whatever the aliases do. */
class PlainReader {
  readonly problems: PathProblem[] = []
  private aliased = 0
  private inAlias = 0

  constructor(private readonly source: Document.Parsed) {}

  read(node: unknown, depth: number, path: DocumentPath): unknown {
    if (depth > MAP_NESTING) return this.refuse(path, "too-deep", `a map nests at most ${MAP_NESTING} levels`)
    if (this.inAlias > 0 && ++this.aliased > ALIASED_VALUES) {
      return this.refuse(path, "too-large", "the aliases of the map stand for too much")
    }
    if (isAlias(node)) {
      const target = node.resolve(this.source)
      if (!target)
        return this.refuse(
          path,
          "syntax",
          `there is no anchor &${node.source} before this alias; a text that begins with * stands in quotes`,
        )
      this.inAlias++
      const value = this.read(target, depth, path)
      this.inAlias--
      return value
    }
    if (isMap(node)) return this.readMap(node.items, depth, path)
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, depth + 1, [...path, index]))
    if (isScalar(node)) return this.readScalar(node.value, path)
    return null
  }

  private readMap(items: unknown[], depth: number, path: DocumentPath): unknown {
    const value: Record<string, unknown> = {}
    for (const pair of items) {
      if (!isPair(pair)) continue
      const key = isScalar(pair.key) ? pair.key.value : pair.key
      if (typeof key !== "string" && typeof key !== "number" && typeof key !== "boolean") {
        this.refuse(path, "bad-key", "a key is text")
        continue
      }
      const name = String(key)
      if (FORBIDDEN_KEYS.has(name)) {
        this.refuse([...path, name], "forbidden-key", `the key \`${name}\` is refused`, true)
        continue
      }
      value[name] = this.read(pair.value, depth + 1, [...path, name])
    }
    return value
  }

  private readScalar(value: unknown, path: DocumentPath): unknown {
    if (typeof value === "bigint") return Number(value)
    if (typeof value === "number" && !Number.isFinite(value)) {
      return this.refuse(path, "bad-value", "a number is finite")
    }
    return value ?? null
  }

  private refuse(path: DocumentPath, code: string, message: string, atKey = false): null {
    if (this.problems.length < 100) this.problems.push({ path, code, message, atKey })
    return null
  }
}

function findOffset(source: Document.Parsed, path: DocumentPath, atKey: boolean): number {
  let node: unknown = source.contents
  let offset = startOf(node) ?? 0
  for (const [index, part] of path.entries()) {
    if (isAlias(node)) node = node.resolve(source)
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part))
      if (!pair) return offset
      const wantsKey = atKey && index === path.length - 1
      offset = startOf(wantsKey ? pair.key : pair.value) ?? startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(part)]
      if (node === undefined) return offset
      offset = startOf(node) ?? offset
    } else return offset
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0]
}
