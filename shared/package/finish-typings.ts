import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, posix } from "node:path"

/**
 * Makes of what `tsc` emitted the typings that are packed: only the files that the two entries reach, with imports that
 * every resolution of modules follows (ours have no extension, `node16` insists on one), and with the typings of
 * zod and yaml beside them. The map's types are inferred from its schema, so they need zod's; the package needs no other
 * package.
 */
const emitted = "shared/dist/typings"
const packed = "shared/dist/package/types"
const packages: Record<string, string> = { zod: "node_modules/zod", yaml: "node_modules/yaml/dist" }

/** Where a file of the packed typings (`zod/v4/core/util.d.ts`) comes from. */
function locate(file: string): string {
  const [top = "", ...rest] = file.split("/")
  const folder = packages[top]
  return folder ? join(folder, ...rest) : join(emitted, file)
}

/** The packed file that a specifier in `from` means. */
function resolve(specifier: string, from: string): string {
  if (specifier in packages) return `${specifier}/index.d.ts`
  if (!specifier.startsWith(".")) throw new Error(`${from} needs the typings of ${specifier}: pack them too.`)
  return posix.join(posix.dirname(from), `${specifier.replace(/\.js$/, "")}.d.ts`)
}

/** `from "…"` stands in comments too, where it means nothing. */
const codeLines = /^(?!\s*\/?\*).*$/gm
const specifier = /(\bfrom |\bimport\(|^import )["']([^"']+)["']/g

function pointToPacked(line: string, from: string): string {
  return line.replace(specifier, (_all, before: string, named: string) => {
    const target = resolve(named, from)
    waiting.push(target)
    const path = posix.relative(posix.dirname(from), target.replace(/\.d\.ts$/, ".js"))
    return `${before}"${path.startsWith(".") ? path : `./${path}`}"`
  })
}

const waiting = ["shared/library.d.ts", "snippet/module.d.ts"]
const done = new Set<string>()
for (const file of waiting) {
  if (done.has(file)) continue
  done.add(file)
  const text = readFileSync(locate(file), "utf8").replace(codeLines, (line) => pointToPacked(line, file))
  mkdirSync(dirname(join(packed, file)), { recursive: true })
  writeFileSync(join(packed, file), text)
}

// What is copied or bundled into the package comes with its licence.
for (const name of ["croner", "idb", "yaml", "zod"])
  cpSync(`node_modules/${name}/LICENSE`, `shared/dist/package/licences/${name}.txt`)
