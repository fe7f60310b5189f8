import { builtinModules } from "node:module"
import { posix } from "node:path"
import { type Import, isRelative, listAllImports, listReached } from "./imports"
import type { SourceTree } from "./source-tree"

const areaOf = (path: string) => (path.includes("/") ? (path.split("/")[0] ?? "") : "the root")

/** Who may import from whom. Whoever is not named may import nothing but its own folder. */
const mayImport: Record<string, readonly string[]> = {
  shared: ["shared"],
  snippet: ["snippet", "shared"],
  extension: ["extension", "shared"],
  test: ["test", "shared", "snippet", "extension", "the root"],
}

/** The two files through which the extension gets the bundled domain: Plasmo's bundler breaks zod's named exports. */
const domainDoors = ["extension/domain.js", "extension/domain.d.ts"]

/** What of shared/ touches the machine: the `audit` and `lint` commands, and the steps of `npm pack`. */
export const touchesMachine = (path: string) =>
  path === "shared/cli/main.ts" || path.startsWith("shared/package/")

const isBuiltIn = (specifier: string) => specifier.startsWith("node:") || builtinModules.includes(specifier)

/** Loads the recorder's second file from the folder that the page's own script tag names. */
const loadsByAddress = (path: string) => path === "snippet/load-more.ts"

const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/")

const place = ({ from, line, specifier }: Import) => `${from}:${line} imports "${specifier}"`

/** `shared <- snippet`, `shared <- extension`, `test` sees all, nothing else. */
export function findWrongDirections(tree: SourceTree): string[] {
  return listAllImports(tree).flatMap((each) => {
    const { from, specifier, target, isType } = each
    if (specifier === "(computed)" && loadsByAddress(from)) return []
    if (specifier === "(computed)" && areaOf(from) !== "test")
      return [`${place(each)}: an import whose name is computed cannot be checked`]
    if (/^(\/|[a-z]+:\/\/|file:)/.test(specifier)) return [`${place(each)}: an absolute address`]
    if (!isRelative(specifier)) return []
    const path = target ?? posix.join(posix.dirname(from), specifier)
    const [here, there] = [areaOf(from), path.startsWith("..") ? "outside" : areaOf(path)]
    if (here !== "the root" && !(mayImport[here] ?? [here]).includes(there))
      return [`${place(each)}: ${here} must not import from ${there}`]
    if (here === "extension" && there === "shared" && !isType && !domainDoors.includes(from))
      return [
        `${place(each)}: the extension reaches shared/ through domain.js; only types may come from elsewhere`,
      ]
    return []
  })
}

/** A package must be one that is installed for it: Plasmo leaves out what is only a development dependency. */
export function findWrongPackages(tree: SourceTree): string[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(tree.get("package.json") ?? "{}") as Record<
    string,
    Record<string, string>
  >
  const isBuildStep = (path: string) => ["extension/assemble.ts", "extension/package.ts"].includes(path)
  return listAllImports(tree).flatMap((each) => {
    const { from, specifier, isType } = each
    if (isRelative(specifier) || specifier.startsWith("data:")) return []
    if (specifier === "(computed)" && loadsByAddress(from)) return []
    const isTool = areaOf(from) === "test" || areaOf(from) === "the root" || isBuildStep(from)
    if (isBuiltIn(specifier))
      return isTool || touchesMachine(from)
        ? []
        : [`${place(each)}: only the commands may use Node's modules`]
    const name = packageOf(specifier)
    if (name in dependencies || (isTool && name in devDependencies)) return []
    if (isType && (name in devDependencies || `@types/${name}` in devDependencies)) return []
    return [`${place(each)}: ${name} is not among the ${isTool ? "" : "run-time "}dependencies`]
  })
}

/** zod is 50 to 100 KB: it stays out of everything that runs inside a visited page. */
export function findZodInPages(tree: SourceTree): string[] {
  const imports = listAllImports(tree)
  const entries = [...tree.keys()].filter((path) => /^(snippet|extension\/page)\/[^.]+\.tsx?$/.test(path))
  return entries.flatMap((entry) => {
    const reached = listReached(entry, imports)
    return imports
      .filter((each) => reached.has(each.from) && !each.isType && packageOf(each.specifier) === "zod")
      .map((each) => `${entry} reaches ${place(each)}`)
  })
}
