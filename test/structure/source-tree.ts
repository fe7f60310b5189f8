import { readdirSync, readFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { fileURLToPath } from "node:url"
import { parseSync } from "vite"

/** Files by their path from the root, with slashes. A test hands in a tree of its own to see a rule broken. */
export type SourceTree = ReadonlyMap<string, string>

export const root = fileURLToPath(new URL("../../", import.meta.url))

/** Made by tools, or nobody's. */
const leftOut = new Set(["node_modules", ".git", ".plasmo", "dist", "build", "results"])
const isText = /(\.(ts|tsx|js|mjs|cjs|d\.ts|json|yaml|yml|md|css|html|svg|sh)|^LICENSE|\/run|^\.\w+)$/

/** Every text file that people write. */
export function readProject(): SourceTree {
  const tree = new Map<string, string>()
  const enter = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!leftOut.has(entry.name)) enter(path)
      } else if (isText.test(entry.name) || isText.test(path))
        tree.set(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8"))
    }
  }
  enter(root)
  return tree
}

export const isSource = (path: string) => /\.(ts|tsx|js|mjs)$/.test(path)

/** A node of the syntax tree (ESTree with TypeScript), as far as these tests look into it. */
export interface SyntaxNode {
  type: string
  start: number
  [part: string]: unknown
}

export const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === "object" && value !== null && typeof (value as SyntaxNode).type === "string"

/** The nodes right below this one. */
export function listChildren(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node)
    .flatMap((part) => (Array.isArray(part) ? part : [part]))
    .filter(isNode)
}

const parsed = new Map<string, SyntaxNode>()

/** @throws Error for a file that does not parse: then no rule can be seen kept. */
export function parseSource(path: string, text: string): SyntaxNode {
  const known = parsed.get(`${path}\n${text}`)
  if (known) return known
  const { program, errors } = parseSync(path, text)
  const [error] = errors
  if (error) throw new Error(`${path}: ${error.message}`)
  const node = program as unknown as SyntaxNode
  parsed.set(`${path}\n${text}`, node)
  return node
}

export function lineOf(text: string, position: number): number {
  return text.slice(0, position).split("\n").length
}
