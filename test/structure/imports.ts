import { posix } from "node:path"
import {
  isNode,
  isSource,
  lineOf,
  listChildren,
  parseSource,
  type SourceTree,
  type SyntaxNode,
} from "./source-tree"

export interface Import {
  from: string
  line: number
  /** What stands in the import: `./event`, `zod`, `node:fs`. */
  specifier: string
  /** Gone after compiling. */
  isType: boolean
  /** The file of this project that is meant; null for a package, or a file that is not there. */
  target: string | null
}

const literal = (value: unknown) => (isNode(value) && typeof value.value === "string" ? value.value : null)

const isTypeOnly = (node: SyntaxNode) => {
  if (node.importKind === "type" || node.exportKind === "type") return true
  const parts = node.specifiers
  return (
    Array.isArray(parts) &&
    parts.length > 0 &&
    parts.every((part: SyntaxNode) => part.importKind === "type" || part.exportKind === "type")
  )
}

function readImport(node: SyntaxNode): { specifier: string; isType: boolean } | null {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration": {
      const specifier = literal(node.source)
      return specifier === null ? null : { specifier, isType: isTypeOnly(node) }
    }
    case "ImportExpression":
      return { specifier: literal(node.source) ?? "(computed)", isType: false }
    case "TSImportType":
      return { specifier: literal(node.source) ?? literal(node.argument) ?? "(computed)", isType: true }
    case "TSExternalModuleReference":
      return { specifier: literal(node.expression) ?? "(computed)", isType: false }
    case "CallExpression": {
      const { callee } = node
      const [first] = Array.isArray(node.arguments) ? node.arguments : []
      const isRequire = isNode(callee) && callee.type === "Identifier" && callee.name === "require"
      return isRequire ? { specifier: literal(first) ?? "(computed)", isType: false } : null
    }
    default:
      return null
  }
}

/** The file that a relative import means, as the bundlers find it. */
function resolveImport(from: string, specifier: string, tree: SourceTree): string | null {
  const path = posix.join(posix.dirname(from), specifier.replace(/[?#].*$/, ""))
  const bare = path.replace(/\.js$/, "")
  const candidates = [path, `${bare}.ts`, `${bare}.tsx`, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`]
  return candidates.find((candidate) => tree.has(candidate)) ?? null
}

export const isRelative = (specifier: string) => specifier.startsWith(".")

/** Every import of a file: static, dynamic, `require`, re-exports and imports in types. */
export function listImports(path: string, tree: SourceTree): Import[] {
  const text = tree.get(path) ?? ""
  const found: Import[] = []
  const look = (node: SyntaxNode) => {
    const read = readImport(node)
    if (read) {
      const target = isRelative(read.specifier) ? resolveImport(path, read.specifier, tree) : null
      found.push({ from: path, line: lineOf(text, node.start), ...read, target })
    }
    for (const child of listChildren(node)) look(child)
  }
  look(parseSource(path, text))
  return found
}

const known = new WeakMap<SourceTree, Import[]>()

/** Every import of every file. Several rules ask, and a project is read once. */
export function listAllImports(tree: SourceTree): readonly Import[] {
  const listed =
    known.get(tree) ?? [...tree.keys()].filter(isSource).flatMap((path) => listImports(path, tree))
  known.set(tree, listed)
  return listed
}

/** All files that end up in a bundle that begins with this file. */
export function listReached(entry: string, imports: readonly Import[]): Set<string> {
  const reached = new Set([entry])
  for (const path of reached)
    for (const { from, isType, target } of imports)
      if (from === path && !isType && target) reached.add(target)
  return reached
}
