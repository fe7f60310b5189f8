import type { TouchpointEvent } from "../event"
import type { Filter } from "../map/matcher"
import { type CompiledComparison, compileComparison, satisfies } from "./compare"
import { type CompiledPath, compilePath, ownValue } from "./path"

interface PathTest {
  segments: string[]
  comparison: CompiledComparison
}

/**
 * A filter as a test of an event. All paths must hold; those that lead through one array must be met by one and the
 * same element of it. `items.` may be left out where `props` itself has no such name.
 */
export function compileFilter(filter: Filter): (event: TouchpointEvent) => boolean {
  const tests = Object.entries(filter).map(([text, given]) => {
    const path = compilePath(text)
    const comparison = compileComparison(given)
    return {
      path,
      plain: { segments: path.segments, comparison },
      inItems: { segments: ["items", ...path.segments], comparison },
    }
  })
  const [single] = tests
  if (tests.length === 1 && single) return (event) => meetsOne(event, single)
  const inProps = tests.filter(({ path }) => path.root === "props")
  const others = tests.filter(({ path }) => path.root !== "props")
  return (event) => {
    for (const { path, plain } of others) {
      if (!meets(partOf(event, path), [plain], 0)) return false
    }
    if (inProps.length === 0) return true
    const props = event.props
    const hasItems = Array.isArray(ownValue(props, "items"))
    const asked = inProps.map(({ plain, inItems }) =>
      hasItems && props && !Object.hasOwn(props, plain.segments[0] ?? "") ? inItems : plain,
    )
    return meets(props, asked, 0)
  }
}

function partOf(event: TouchpointEvent, path: CompiledPath): unknown {
  return event[path.root]
}

/** A filter of one path, as most are. */
function meetsOne(
  event: TouchpointEvent,
  { path, plain, inItems }: { path: CompiledPath; plain: PathTest; inItems: PathTest },
): boolean {
  const part = partOf(event, path)
  if (path.root !== "props") return meetsTest(part, plain, 0)
  const first = plain.segments[0] ?? ""
  if (typeof part !== "object" || part === null || Object.hasOwn(part, first))
    return meetsTest(part, plain, 0)
  return meetsTest(part, Array.isArray(ownValue(part, "items")) ? inItems : plain, 0)
}

function meetsTest(node: unknown, test: PathTest, from: number): boolean {
  let value = node
  for (let depth = from; !Array.isArray(value); depth++) {
    const segment = test.segments[depth]
    if (segment === undefined) return satisfies(test.comparison, value)
    value = ownValue(value, segment)
    if (value === undefined && test.comparison.ofWhole.length === 0) return false
    if (Array.isArray(value)) return meetsInElements(value, test, depth + 1)
  }
  return meetsInElements(value as unknown[], test, from)
}

/** `meetsInArray` for one test. */
function meetsInElements(node: unknown[], test: PathTest, depth: number): boolean {
  if (test.segments.length <= depth) return meetsInArray(node, [test], depth)
  for (const element of node) if (meetsTest(element, test, depth)) return true
  return false
}

/** Whether a node meets all tests, whose paths have been followed up to `depth`. */
function meets(node: unknown, tests: PathTest[], depth: number): boolean {
  const first = tests[0]
  if (tests.length === 1 && first && !Array.isArray(node)) {
    const segment = first.segments[depth]
    if (segment === undefined) return satisfies(first.comparison, node)
    return meets(ownValue(node, segment), tests, depth + 1)
  }
  if (Array.isArray(node)) return meetsInArray(node, tests, depth)
  const byKey = new Map<string, PathTest[]>()
  for (const test of tests) {
    const segment = test.segments[depth]
    if (segment === undefined) {
      if (!satisfies(test.comparison, node)) return false
      continue
    }
    const group = byKey.get(segment)
    if (group) group.push(test)
    else byKey.set(segment, [test])
  }
  for (const [key, group] of byKey) {
    if (!meets(ownValue(node, key), group, depth + 1)) return false
  }
  return true
}

function meetsInArray(node: unknown[], tests: PathTest[], depth: number): boolean {
  const ofElement: PathTest[] = []
  for (const test of tests) {
    if (test.segments.length > depth) {
      ofElement.push(test)
      continue
    }
    // What is asked of the list itself (`contains`, `exists`), and what one of its elements must meet.
    if (!test.comparison.ofWhole.every((ask) => ask(node))) return false
    if (test.comparison.ofElements.length > 0) {
      ofElement.push({ ...test, comparison: { ofElements: test.comparison.ofElements, ofWhole: [] } })
    }
  }
  return ofElement.length === 0 || node.some((element) => meets(element, ofElement, depth))
}
