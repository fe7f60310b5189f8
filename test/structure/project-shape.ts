import type { SourceTree } from "./source-tree"

const topLevel =
  /^(extension|snippet|shared|test|assets)\/|^(package(-lock)?|tsconfig|biome)\.json$|^(README|CHANGELOG|ARCHITECTURE|CONTRIBUTING|SECURITY)\.md$|^LICENSE$|^\.|^[a-z]+\.config\.ts$/

/** Four folders and the files that tools and readers look for; everything else has a place inside. */
export const findStrayFiles = (tree: SourceTree) => [...tree.keys()].filter((path) => !topLevel.test(path))

interface Package {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  engines?: unknown
  types?: unknown
}

/** What package.json must and must not say; each rule has cost somebody a day. */
export function findPackageFaults(tree: SourceTree): string[] {
  const {
    dependencies = {},
    devDependencies = {},
    engines,
    types,
  } = JSON.parse(tree.get("package.json") ?? "{}") as Package
  const faults: string[] = []
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) faults.push(`${name} has no exact version: ${version}`)
  if (engines !== undefined)
    faults.push("engines makes Plasmo's bundler leave node_modules out: every page of the extension is empty")
  if (types !== undefined)
    faults.push("types breaks the build of the extension: say it in exports, where Plasmo does not look")
  for (const name of ["react", "react-dom"])
    if (!(name in dependencies))
      faults.push(`${name} must be in dependencies: elsewhere the built pages are empty`)
  for (const name of Object.keys(dependencies))
    if (name in devDependencies) faults.push(`${name} is in both kinds of dependencies`)
  return faults
}

interface LockedPackage {
  version?: string
  optionalDependencies?: Record<string, string>
}

/** The nearest package of that name, as Node looks for it from a folder of the lock. */
function findLocked(
  packages: Record<string, LockedPackage>,
  from: string,
  name: string,
): LockedPackage | undefined {
  const own = packages[`${from ? `${from}/` : ""}node_modules/${name}`]
  if (own || from === "") return own
  const end = from.lastIndexOf("/node_modules/")
  return findLocked(packages, end < 0 ? "" : from.slice(0, end), name)
}

/**
 * `npm ci` refuses a lock that lacks the packages of other platforms, also where they are not installed; npm writes
 * such a lock when a registry does not carry them.
 */
export function findLockGaps(tree: SourceTree): string[] {
  const { packages = {} } = JSON.parse(tree.get("package-lock.json") ?? "{}") as {
    packages?: Record<string, LockedPackage>
  }
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).flatMap(([name, range]) => {
      const found = findLocked(packages, from, name)
      const fits = found && (!/^\d/.test(range) || found.version === range)
      return fits ? [] : [`${from} may need ${name} ${range}, which is not in the lock`]
    }),
  )
}

const ownName = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/

/** Names tell what a file is about: kebab-case, and no drawer for odds and ends. */
export function findBadNames(tree: SourceTree): string[] {
  return [...tree.keys()]
    .filter((path) => /^(extension|snippet|shared|test)\//.test(path))
    .filter((path) => {
      const parts = path.split("/")
      return parts.some((part) => !ownName.test(part) || /^(utils?|helpers?|misc|common)(\.|$)/.test(part))
    })
}

/** A file that one can read at a sitting. */
export function findLongFiles(tree: SourceTree, most = 400): string[] {
  return [...tree]
    .filter(([path]) => /\.tsx?$/.test(path))
    .map(([path, text]) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > most)
    .map(({ path, lines }) => `${path}: ${lines} lines`)
}

/**
 * Places of one machine: the project's folder, its neighbours, and people's homes. `places` are absolute; a folder
 * right below the root is too short a name to be told from the path of a page.
 */
export function findMachinePaths(tree: SourceTree, places: readonly string[]): string[] {
  const long = places
    .map((place) => `${place.replaceAll("\\", "/").replace(/\/$/, "")}/`)
    .filter((place) => place.split("/").length > 3)
  const isPartOfMore = (character: string | undefined) =>
    character !== undefined && /[\w.~/}-]/.test(character)
  return [...tree].flatMap(([path, text]) =>
    text.split("\n").flatMap((line, index) => {
      const home = /(?<![\w.~/}-])\/(home|Users)\/\w+\//.exec(line)?.[0]
      const named = long.find((place) => {
        const at = line.indexOf(place)
        return at >= 0 && !isPartOfMore(line[at - 1])
      })
      return (home ?? named) ? [`${path}:${index + 1} names ${home ?? named}`] : []
    }),
  )
}

const waits = [/\.waitForTimeout\s*\(/, /setTimeout\s*\(\s*(resolve|done|r)\b/, /\bsleep\s*\(/]
const unrun = /\b(it|test|describe)\s*\.\s*(skip|only|todo|fixme)\b/

/** A test waits for what must happen, and every test runs. */
export function findWeakTests(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => /^test\/.*\.tsx?$/.test(path) && !path.startsWith("test/structure/"))
    .flatMap(([path, text]) =>
      text.split("\n").flatMap((line, index) => {
        if (waits.some((wait) => wait.test(line))) return [`${path}:${index + 1} waits by time`]
        return unrun.test(line) ? [`${path}:${index + 1} leaves a test out`] : []
      }),
    )
}
