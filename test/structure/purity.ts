import { touchesMachine } from "./import-rules"
import {
  isNode,
  isSource,
  lineOf,
  listChildren,
  parseSource,
  type SourceTree,
  type SyntaxNode,
} from "./source-tree"

/** Names that reach the page, the browser, the machine, the network or the clock. */
const impureNames = new Set(
  `window document navigator location history screen self top parent globalThis global
   localStorage sessionStorage indexedDB caches cookieStore chrome browser
   fetch XMLHttpRequest WebSocket EventSource Worker SharedWorker BroadcastChannel MessageChannel
   setTimeout setInterval setImmediate requestAnimationFrame requestIdleCallback queueMicrotask performance
   MutationObserver IntersectionObserver ResizeObserver PerformanceObserver DOMParser Element HTMLElement Node Event
   process Buffer require module __dirname __filename crypto alert confirm prompt console`
    .split(/\s+/)
    .filter(Boolean),
)

const functionTypes = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"])
const blockTypes = new Set([
  "Program",
  "BlockStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "SwitchStatement",
  "StaticBlock",
  "CatchClause",
  "ClassDeclaration",
  "ClassExpression",
])
/** TypeScript around a value; every other node of TypeScript is a type, and types are not there at run time. */
const valueTypes = new Set([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
  "TSExportAssignment",
  "TSEnumDeclaration",
  "TSEnumBody",
  "TSEnumMember",
])

const nameOf = (node: unknown) => (isNode(node) && typeof node.name === "string" ? node.name : null)

/** The names that a pattern binds: `{ a, b: [c] }` binds a and c. */
function listBound(pattern: unknown): string[] {
  if (!isNode(pattern)) return []
  switch (pattern.type) {
    case "Identifier":
      return [nameOf(pattern) ?? ""]
    case "Property":
      return listBound(pattern.value)
    case "AssignmentPattern":
      return listBound(pattern.left)
    case "RestElement":
      return listBound(pattern.argument)
    case "TSParameterProperty":
      return listBound(pattern.parameter)
    default:
      return listChildren(pattern)
        .filter((child) => !child.type.startsWith("TSType"))
        .flatMap(listBound)
  }
}

/** What a statement declares in the scope it stands in, with the `var`s of the blocks below it. */
function listDeclared(node: SyntaxNode): string[] {
  if (node.type === "VariableDeclaration")
    return (node.declarations as SyntaxNode[]).flatMap((each) => listBound(each.id))
  if (node.type === "ImportDeclaration")
    return (node.specifiers as SyntaxNode[]).map((each) => nameOf(each.local) ?? "")
  if (
    node.type === "FunctionDeclaration" ||
    node.type === "ClassDeclaration" ||
    node.type === "TSEnumDeclaration"
  )
    return [nameOf(node.id) ?? ""]
  if (node.type.startsWith("Export") && isNode(node.declaration)) return listDeclared(node.declaration)
  if (functionTypes.has(node.type)) return []
  return listChildren(node).flatMap((child) =>
    child.type === "VariableDeclaration" && child.kind !== "var" && blockTypes.has(node.type)
      ? []
      : listDeclared(child),
  )
}

function openScope(node: SyntaxNode): Set<string> {
  const names = new Set<string>()
  if (functionTypes.has(node.type)) {
    for (const parameter of (node.params as SyntaxNode[]) ?? [])
      for (const name of listBound(parameter)) names.add(name)
    const own = nameOf(node.id)
    if (own) names.add(own)
  }
  if (node.type === "CatchClause") for (const name of listBound(node.param)) names.add(name)
  const own = node.type.startsWith("Class") ? nameOf(node.id) : null
  if (own) names.add(own)
  for (const child of listChildren(node)) for (const name of listDeclared(child)) names.add(name)
  return names
}

/** The child nodes that are values: without types, and without names that only label something. */
function listValues(node: SyntaxNode): SyntaxNode[] {
  const names = new Set<unknown>()
  if (node.type === "MemberExpression" && !node.computed) names.add(node.property)
  if (
    /^(Property|MethodDefinition|PropertyDefinition|AccessorProperty|TSEnumMember)$/.test(node.type) &&
    !node.computed
  ) {
    names.add(node.key)
    names.add(node.id)
  }
  if (/^(Import|ExportSpecifier|Labeled|Break|Continue|MetaProperty)/.test(node.type))
    return listChildren(node).filter((child) => child.type.endsWith("Statement"))
  return listChildren(node).filter(
    (child) => !names.has(child) && (!child.type.startsWith("TS") || valueTypes.has(child.type)),
  )
}

const memberOf = (node: SyntaxNode) => `${nameOf(node.object) ?? ""}.${nameOf(node.property) ?? ""}`

/** Everything in one file that makes its result depend on more than its input. */
export function findImpurities(path: string, text: string): string[] {
  const found: string[] = []
  const look = (node: SyntaxNode, scopes: readonly Set<string>[]) => {
    const inner =
      blockTypes.has(node.type) || functionTypes.has(node.type) ? [...scopes, openScope(node)] : scopes
    const isFree = (name: string) => !inner.some((scope) => scope.has(name))
    const report = (what: string) => found.push(`${path}:${lineOf(text, node.start)} uses ${what}`)
    const name = nameOf(node)
    if (node.type === "Identifier" && name && impureNames.has(name) && isFree(name)) report(name)
    if (node.type === "MemberExpression") {
      const member = memberOf(node)
      if (/^(Date\.now|Math\.random)$/.test(member) && isFree(member.split(".")[0] ?? "")) report(member)
    }
    const callee = nameOf(node.callee)
    if (
      callee === "Date" &&
      isFree("Date") &&
      (node.type === "CallExpression" || (node.arguments as unknown[]).length === 0)
    )
      report("the clock (new Date() without an argument)")
    if (node.type === "MetaProperty") report("import.meta")
    for (const child of listValues(node)) look(child, inner)
  }
  look(parseSource(path, text), [])
  return found
}

/** shared/ is pure: no DOM, no chrome.*, no clock, no network, no randomness. */
export function findImpureShared(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => path.startsWith("shared/") && isSource(path) && !touchesMachine(path))
    .flatMap(([path, text]) => findImpurities(path, text))
}
