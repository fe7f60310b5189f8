import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { type Zippable, zipSync } from "fflate"

/**
 * `npm run package`: the store's files of the built extension, one for Chrome and one for Firefox. The same sources
 * give the same bytes, so that a reviewer can build it again and compare.
 */
const folder = "extension/build/packages"
const firstDayOfZip = new Date(1980, 0, 1)

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }

function readFolder(root: string): Zippable {
  const files: Zippable = {}
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).sort()
  for (const name of names) {
    const path = join(root, name)
    if (!statSync(path).isFile()) continue
    files[relative(root, path).split(sep).join("/")] = [
      readFileSync(path),
      { mtime: firstDayOfZip, level: 9 },
    ]
  }
  return files
}

mkdirSync(folder, { recursive: true })
for (const browser of ["chrome", "firefox"]) {
  const files = readFolder(`extension/build/${browser}-mv3-prod`)
  const packed = zipSync(files)
  const name = join(folder, `cuelight-${browser}-${version}.zip`)
  writeFileSync(name, packed)
  console.log(`${name}: ${Object.keys(files).length} files, ${(packed.length / 1024).toFixed(0)} KiB`)
}
