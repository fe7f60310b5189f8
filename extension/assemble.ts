import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"

/**
 * The last step of the extension's build, after Plasmo: puts the scripts that are injected into pages beside its
 * output, and makes the QA variant of it.
 *
 * Those scripts are kept out of Plasmo's `contents/`, because everything there lands in the manifest with host
 * permissions, and the store build must ask for none at install.
 */
const prod = "extension/build/chrome-mv3-prod"
const qa = "extension/build/chrome-mv3-qa"

const pageScripts = {
  "embedded.js": "snippet/dist/cuelight-embedded.js",
  "tap.js": "snippet/dist/cuelight-tap.js",
  "bridge.js": "extension/page/dist/bridge.js",
  "place.js": "extension/page/dist/place.js",
}

interface Manifest {
  name: string
  web_accessible_resources?: { resources: string[] }[]
  [key: string]: unknown
}

await mkdir(join(prod, "page"), { recursive: true })
for (const [name, from] of Object.entries(pageScripts)) await cp(from, join(prod, "page", name))

const manifest = JSON.parse(await readFile(join(prod, "manifest.json"), "utf8")) as Manifest
// Plasmo builds even where it found no sources, and calls that done.
for (const entry of ["background", "options_ui"])
  if (!manifest[entry]) throw new Error(`The built manifest has no ${entry}: Plasmo did not find extension/.`)

await rm(qa, { recursive: true, force: true })
await cp(prod, qa, { recursive: true })
const everywhere = { matches: ["<all_urls>"], run_at: "document_start" }
await writeFile(
  join(qa, "manifest.json"),
  JSON.stringify({
    ...manifest,
    name: `${manifest.name} QA`,
    host_permissions: ["<all_urls>"],
    // In the manifest, not registered by the worker: that misses the first page after install.
    content_scripts: [
      { ...everywhere, js: ["page/embedded.js", "page/bridge.js"] },
      { ...everywhere, js: ["page/tap.js"], world: "MAIN" },
    ],
  }),
)
console.log(`Built ${prod} and ${qa}`)
