import type { Cell, Table } from "./table"
import { MOST_COLUMNS, MOST_ROWS } from "./table"

const MOST_DEPTH = 6

/** The leaves of a JSON value by their dotted paths, as `read-json` reads them; of a list its first entries. */
function flattenJson(value: unknown, most = MOST_COLUMNS): Map<string, Cell> {
  const leaves = new Map<string, Cell>()
  const visit = (node: unknown, path: string, depth: number) => {
    if (leaves.size >= most || depth > MOST_DEPTH) return
    if (typeof node === "object" && node !== null) {
      for (const [key, each] of Object.entries(node).slice(0, Array.isArray(node) ? 3 : most))
        if (key !== "__proto__") visit(each, path === "" ? key : `${path}.${key}`, depth + 1)
    } else if (path !== "" && !leaves.has(path) && node !== null && node !== undefined)
      leaves.set(
        path,
        typeof node === "number" && Number.isFinite(node) ? node : String(node).slice(0, 1_000),
      )
  }
  visit(value, "", 0)
  return leaves
}

/** Every place in an answer at which a list of objects stands, the longest first; "" is the answer itself. */
export function findLists(value: unknown): string[] {
  const found: { path: string; length: number }[] = []
  const visit = (node: unknown, path: string, depth: number) => {
    if (typeof node !== "object" || node === null || depth > 4 || found.length >= 20) return
    if (Array.isArray(node)) {
      if (node.some((each) => typeof each === "object" && each !== null))
        found.push({ path, length: node.length })
      return
    }
    for (const [key, each] of Object.entries(node).slice(0, 50))
      if (!key.includes(".")) visit(each, path === "" ? key : `${path}.${key}`, depth + 1)
  }
  visit(value, "", 0)
  return found.sort((one, other) => other.length - one.length).map(({ path }) => path)
}

/** One object a line, or one JSON text with a list in it. Null where it is neither. */
export function readJsonText(text: string): Table | null {
  const whole = parse(text)
  if (whole !== undefined) {
    const [path] = findLists(whole)
    const entries = path === undefined ? [whole] : (path.split(".").reduce(step, whole) as unknown[])
    if (typeof whole !== "object" || whole === null) return null
    return tableOfEntries(entries)
  }
  const lines = text
    .split(/\r\n|\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((line) => line.text !== "")
  const parsed = lines.map(({ line, text: given }) => ({ line, entry: parse(given) }))
  return parsed.some(({ entry }) => typeof entry === "object" && entry !== null) ? tableOf(parsed) : null
}

const step = (node: unknown, key: string): unknown =>
  key === "" ? node : (node as Record<string, unknown>)[key]

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Entries of a list as rows under the paths of what is in them. */
export function tableOfEntries(entries: readonly unknown[]): Table {
  return tableOf(entries.map((entry, index) => ({ line: index + 1, entry })))
}

function tableOf(parsed: { line: number; entry: unknown }[]): Table {
  const headers = new Map<string, number>()
  const rows: { line: number; leaves: Map<string, Cell> }[] = []
  const broken: Table["broken"] = []
  for (const { line, entry } of parsed.slice(0, MOST_ROWS)) {
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
      broken.push({ line, reason: "not-json" })
      continue
    }
    const leaves = flattenJson(entry)
    for (const path of leaves.keys())
      if (!headers.has(path) && headers.size < MOST_COLUMNS) headers.set(path, headers.size)
    rows.push({ line, leaves })
  }
  const names = [...headers.keys()]
  return {
    name: null,
    headers: names,
    rows: rows.map(({ line, leaves }) => ({ line, cells: names.map((name) => leaves.get(name) ?? null) })),
    broken,
    cut: parsed.length > MOST_ROWS,
  }
}
