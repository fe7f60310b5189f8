import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { manifestWords } from "./words/manifest"

/**
 * The last step of the extension's build, after Plasmo: puts the scripts that are injected into pages beside its
 * output, and makes the other variants of it, which differ in nothing but the manifest: QA builds that have all sites
 * granted, and builds for Firefox.
 *
 * Those scripts are kept out of Plasmo's `contents/`, because everything there lands in the manifest with host
 * permissions, and the store build must ask for none at install.
 */
const builds = "extension/build"
const prod = join(builds, "chrome-mv3-prod")

const pageScripts = {
  "embedded.js": "snippet/dist/cuelight-embedded.js",
  "tap.js": "snippet/dist/cuelight-tap.js",
  "knock.js": "extension/page/dist/knock.js",
  "bridge.js": "extension/page/dist/bridge.js",
  "frame-bridge.js": "extension/page/dist/frame-bridge.js",
  "place.js": "extension/page/dist/place.js",
  "webmail.js": "extension/page/dist/webmail.js",
}

interface Manifest {
  name: string
  permissions: string[]
  background: { service_worker: string }
  side_panel?: { default_path: string }
  action: { default_title: string }
  commands: Record<string, { description?: string }>
  web_accessible_resources: { resources: string[]; matches: string[]; use_dynamic_url?: boolean }[]
  [key: string]: unknown
}

interface Named {
  name: string
  [key: string]: unknown
}

/** The texts that the browser shows: it takes those of its own language out of `_locales`. */
function inEveryLanguage(manifest: Manifest): Manifest {
  const { commands } = manifest
  return {
    ...manifest,
    default_locale: "en",
    description: say("description"),
    action: { ...manifest.action, default_title: say("auditPage") },
    commands: {
      // The other one, a click on the icon, goes by the icon's title.
      ...commands,
      "open-panel": { ...commands["open-panel"], description: say("openPanel") },
    },
  }
}

const say = (name: keyof typeof manifestWords.en): string => `__MSG_${name}__`

async function writeWords(folder: string): Promise<void> {
  for (const [language, words] of Object.entries(manifestWords)) {
    const messages = Object.entries(words).map(([name, message]) => [name, { message }])
    await mkdir(join(folder, "_locales", language), { recursive: true })
    await writeFile(
      join(folder, "_locales", language, "messages.json"),
      JSON.stringify(Object.fromEntries(messages)),
    )
  }
}

/** All sites granted: for tests, and for people who test with a browser of their own. */
function forTests(manifest: Named): object {
  const everywhere = { matches: ["<all_urls>"], run_at: "document_start" }
  return {
    ...manifest,
    name: `${manifest.name} QA`,
    host_permissions: ["<all_urls>"],
    // In the manifest, not registered by the worker: that misses the first page after install.
    content_scripts: [
      { ...everywhere, js: ["page/knock.js", "page/embedded.js", "page/bridge.js"] },
      { ...everywhere, js: ["page/tap.js"], world: "MAIN" },
    ],
  }
}

/**
 * Firefox has no service workers for extensions, calls the side panel a sidebar, and gives each installation an address
 * that pages cannot guess by itself.
 */
function forFirefox({ background, side_panel, ...manifest }: Manifest): Named {
  return {
    ...manifest,
    permissions: manifest.permissions.filter((permission) => permission !== "sidePanel"),
    background: { scripts: [background.service_worker] },
    ...(side_panel && {
      sidebar_action: {
        default_panel: side_panel.default_path,
        default_title: manifest.name,
        open_at_install: false,
      },
    }),
    web_accessible_resources: manifest.web_accessible_resources.map(({ resources, matches }) => ({
      resources,
      matches,
    })),
    browser_specific_settings: {
      gecko: {
        id: "extension@cuelight.example",
        // Since then scripts can be put into the page's own world.
        strict_min_version: "128.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  }
}

async function writeVariant(name: string, manifest: object): Promise<void> {
  const folder = join(builds, name)
  await rm(folder, { recursive: true, force: true })
  await cp(prod, folder, { recursive: true })
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest))
}

const link = /<link rel="stylesheet" href="([^"]+)">/g

/**
 * The overlay's document is made anew on every page, and each file that it waits for is waited for each time: its styles
 * come in the document itself.
 */
async function quickenOverlay(folder: string): Promise<void> {
  const file = join(folder, "tabs/overlay.html")
  const page = await readFile(file, "utf8")
  const paths = [...page.matchAll(link)].map(([, path = ""]) => path)
  if (paths.length === 0) throw new Error(`${file} names no styles: Plasmo has written it in another way.`)
  const sheets = await Promise.all(paths.map((path) => readFile(join(folder, path), "utf8")))
  const styles = sheets.join("\n").replaceAll("</", "<\\/")
  // In the order of the links, and where the first of them stood.
  const [first = "", ...others] = page.match(link) ?? []
  const single = others.reduce((text, other) => text.replace(other, ""), page)
  await writeFile(
    file,
    single.replace(first, () => `<style>${styles}</style>`),
  )
}

await mkdir(join(prod, "page"), { recursive: true })
for (const [name, from] of Object.entries(pageScripts)) await cp(from, join(prod, "page", name))

const built = JSON.parse(await readFile(join(prod, "manifest.json"), "utf8")) as Manifest
// Plasmo builds even where it found no sources, and calls that done.
for (const entry of ["background", "options_ui", "side_panel"])
  if (!built[entry]) throw new Error(`The built manifest has no ${entry}: Plasmo did not find extension/.`)

await quickenOverlay(prod)
const manifest = inEveryLanguage(built)
await writeWords(prod)
// Since then style sheets know `light-dark()`, the youngest thing that the pages need.
const chrome: Manifest = { ...manifest, minimum_chrome_version: "123" }
await writeFile(join(prod, "manifest.json"), JSON.stringify(chrome))

const firefox = forFirefox(manifest)
await writeVariant("chrome-mv3-qa", forTests(chrome))
await writeVariant("firefox-mv3-prod", firefox)
await writeVariant("firefox-mv3-qa", forTests(firefox))
console.log(`Built ${builds}/{chrome,firefox}-mv3-{prod,qa}`)
