import { copyFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"

/**
 * `npm pack` takes package.json as it lies there, and Plasmo reads the same file: it finds React only among
 * `dependencies`, and breaks on `engines` and `types`. Whoever installs the package needs neither React nor anything
 * else, and should be told which Node it takes. So `prepack` puts the packed manifest in the file's place, and `postpack`
 * the own one back. When npm was killed in between, `npx tsx shared/package/swap-manifest.ts back` does it.
 */
const manifest = "package.json"
const kept = "shared/dist/package.json.kept"
const next = "shared/dist/package.json.packed"

/** What is of use to those who install the package; all the rest builds and tests it. */
const told = [
  "name",
  "version",
  "private",
  "description",
  "license",
  "author",
  "type",
  "bin",
  "exports",
  "files",
] as const

function putPacked(): void {
  const own = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>
  // Another npm is packing, or was killed: the kept file is the only copy of the own one.
  if (!("scripts" in own)) throw new Error(`${manifest} is the packed one already: bring back ${kept} first.`)
  const packed = { ...Object.fromEntries(told.map((key) => [key, own[key]])), engines: { node: ">=20" } }
  mkdirSync("shared/dist", { recursive: true })
  writeFileSync(next, `${JSON.stringify(packed, null, 2)}\n`)
  copyFileSync(manifest, kept)
  // At no instant is there no package.json, or half of one.
  renameSync(next, manifest)
}

const [way] = process.argv.slice(2)
if (way === "out") putPacked()
else if (way === "back") renameSync(kept, manifest)
else throw new Error("Say out or back.")
