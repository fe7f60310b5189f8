import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { type CompressOptions, type MinifyOptions, minify } from "terser"
import { defineConfig, type Plugin, type UserConfig } from "vite"
import { innerNames } from "./snippet/inner-names"

/**
 * Everything that Plasmo does not build. One bundle a mode, because each is a file of its own that is injected or
 * imported by itself: `vite build --mode NAME`.
 */
const bundles = {
  /** The script tag. */
  snippet: { entry: "snippet/tag.ts", file: "cuelight", outDir: "snippet/dist", format: "iife" },
  /** What the script tag loads when the page is idle. */
  more: { entry: "snippet/more.ts", file: "cuelight-more", outDir: "snippet/dist", format: "iife" },
  /** What the second file loads when there are notes to read, or something may be pressed and sent. */
  notes: { entry: "snippet/notes.ts", file: "cuelight-notes", outDir: "snippet/dist", format: "iife" },
  /** What the second file loads when the tag names a map: it follows the map's site rules. */
  rules: { entry: "snippet/rules.ts", file: "cuelight-rules", outDir: "snippet/dist", format: "iife" },
  /** What the second file loads when the page shows that it is of a shop. */
  shop: { entry: "snippet/shop.ts", file: "cuelight-shop", outDir: "snippet/dist", format: "iife" },
  /** What the second file loads when the page has a form that is sent to the site. */
  forms: { entry: "snippet/forms.ts", file: "cuelight-forms", outDir: "snippet/dist", format: "iife" },
  /** What the second file loads when the site's set-up asks for it: a consent dialogue, `data-forward`, contacts, replay. */
  setup: { entry: "snippet/setup.ts", file: "cuelight-setup", outDir: "snippet/dist", format: "iife" },
  /** What the second file loads when the tag asks how visits go. */
  experience: {
    entry: "snippet/experience.ts",
    file: "cuelight-experience",
    outDir: "snippet/dist",
    format: "iife",
  },
  /** What the second file loads when the site has configured replay and the visitor has agreed to it. */
  replay: { entry: "snippet/replay.ts", file: "cuelight-replay", outDir: "snippet/dist", format: "iife" },
  /** The same recorder for the extension's isolated world, on pages that carry no snippet. */
  embedded: {
    entry: "snippet/embedded.ts",
    file: "cuelight-embedded",
    outDir: "snippet/dist",
    format: "iife",
  },
  /** The part that must live in the page's own world: data layers, and the page's own snippet. */
  tap: { entry: "snippet/tap.ts", file: "cuelight-tap", outDir: "snippet/dist", format: "iife" },
  /** What the extension has in a page from its first moment. */
  knock: {
    entry: "extension/page/knock.ts",
    file: "knock",
    outDir: "extension/page/dist",
    format: "iife",
  },
  /** The extension's content script: carries events to the worker. */
  bridge: {
    entry: "extension/page/bridge.ts",
    file: "bridge",
    outDir: "extension/page/dist",
    format: "iife",
  },
  /** The bridge of a frame within the page. */
  "frame-bridge": {
    entry: "extension/page/frame-bridge.ts",
    file: "frame-bridge",
    outDir: "extension/page/dist",
    format: "iife",
  },
  /** What reads the list of an open inbox that the person has switched on. */
  webmail: {
    entry: "extension/page/webmail.ts",
    file: "webmail",
    outDir: "extension/page/dist",
    format: "iife",
  },
  /** The overlay's place on the page, which comes only where the overlay is shown. */
  place: {
    entry: "extension/page/place.ts",
    file: "place",
    outDir: "extension/page/dist",
    format: "iife",
  },
  /** The domain as one module: Plasmo's bundler cannot import zod by itself. */
  domain: { entry: "shared/domain.ts", file: "domain", outDir: "shared/dist", format: "es" },
} as const

/**
 * What `npm pack` packs: the command and the library, with yaml, zod and croner inside, so that installing it fetches
 * nothing and no version of theirs can come in between. Built as for a server: the code of these packages for Node, the
 * same that `npm run audit` runs. Readable, as what stands in a stack trace should be.
 */
const packed: UserConfig = {
  publicDir: false,
  // Its build for Node brings threads, which nothing here uses, and with them a module that browsers do not have.
  resolve: { alias: { fflate: resolve("node_modules/fflate/esm/browser.js") } },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: "node20",
    outDir: "shared/dist/package",
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { cuelight: resolve("shared/cli/main.ts"), library: resolve("shared/library.ts") },
      output: {
        format: "es",
        entryFileNames: "[name].js",
        chunkFileNames: "domain-[hash].js",
        banner: ({ name }) => (name === "cuelight" ? "#!/usr/bin/env node" : ""),
      },
    },
  },
}

/**
 * The recorder for those who bundle it (`import { load } from "cuelight/recorder"`), packed beside the library: one small
 * module, and what it loads as chunks.
 */
const recorderModule = (): UserConfig => ({
  publicDir: false,
  define: { "process.env.NODE_ENV": JSON.stringify("production"), STAMP: JSON.stringify(stamp()) },
  // It never ends, as the script tag.
  plugins: [withoutHooks, withoutEnd],
  build: {
    target: "es2022",
    outDir: "shared/dist/package/recorder",
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    lib: { entry: resolve("snippet/module.ts"), formats: ["es"], fileName: () => "recorder.js" },
  },
})

/** What the script tag's first file hands to its second, and what that and the one that reads notes add for the others. */
const kit = resolve("snippet/kit.ts")
const kitOfMore = resolve("snippet/kit-more.ts")
const kitOfNotes = resolve("snippet/kit-notes.ts")
/** Both files are of one build, or the second is not let in: they share things by place. */
const stamp = () =>
  createHash("sha256")
    .update(readFileSync(kit))
    .update(readFileSync(kitOfMore))
    .update(readFileSync(kitOfNotes))
    .update(readFileSync("shared/version.ts"))
    .digest("hex")
    .slice(0, 8)

/**
 * Builds the second file as a function that the first calls with its kit: what stands in `snippet/kit.ts` is taken from
 * there by its place and not bundled again. What the second file imports from such a module and is not in the kit does
 * not build.
 */
function takeFromKit(kits = [kit, kitOfMore, kitOfNotes]): Plugin {
  const text = kits.map((file) => readFileSync(file, "utf8")).join("\n")
  const places: string[] = [...text.matchAll(/export const kit\w*: unknown\[\] = \[([^\]]*)\]/g)].flatMap(
    ([, names = ""]) => names.match(/\w+/g) ?? [],
  )
  const given = new Map<string, string[]>()
  for (const [, names = "", from = ""] of text.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)) {
    const shared = names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => places.includes(name))
    given.set(`${resolve("snippet", from)}.ts`, shared)
  }
  /** What the file calls that which it takes; the first is the function that takes what the file brings. */
  const taken = ["EXTEND"]
  return {
    name: "cuelight:take-from-kit",
    enforce: "pre",
    load(id) {
      return given
        .get(id)
        ?.map((name) => `export const ${name} = CORE[${places.indexOf(name) + 1}]`)
        .join("\n")
    },
    // What is taken are the arguments of the function that the file becomes; what nobody asks for is not.
    renderChunk(code) {
      const found: [name: string, place: number][] = []
      const rest = code.replace(
        /^\s*(?:var|const) (\S+) = CORE\[(\d+)\];$/gm,
        (_line, name: string, place: string) => {
          found.push([name, Number(place)])
          return ""
        },
      )
      const words = new Set(rest.match(/[\w$]+/g))
      for (const [name, place] of found) if (words.has(name)) taken[place] = name
      return rest
    },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === "chunk")
          file.code = `globalThis.cuelight?.q?.push(["more",["${stamp()}",([${taken}])=>{${file.code.trim()}}]])\n`
    },
  }
}

/** The tag has no use for the names of its detectors: only the extension chooses among them. */
const withoutNames: Plugin = {
  name: "cuelight:without-names",
  enforce: "pre",
  transform: (code, id) =>
    /snippet[\\/]detectors[\\/]/.test(id)
      ? code.replace(/defineDetector\(\{\s*name: "[\w-]+",/, "({")
      : undefined,
}

/** Nor does it ever end. */
const withoutEnd: Plugin = {
  name: "cuelight:without-end",
  enforce: "pre",
  load: (id) =>
    id === resolve("snippet/ending.ts") ? readFileSync("snippet/never-ending.ts", "utf8") : undefined,
}

/** What all files of the tag call by one letter. */
const letters = "etnraiosldcupmhgfvbwykxjzqABCDEFGHIJKLMNOPQRSTUVWXYZ"
const letterOf = (place: number): string =>
  (place < letters.length ? "" : letters[Math.floor(place / letters.length) - 1]!) +
  letters[place % letters.length]
const innerLetters = { props: Object.fromEntries(innerNames.map((name, n) => [`$${name}`, letterOf(n)])) }

/** Squeezed by a minifier that goes over the whole again and again; `further` is what a file's own can bear besides. */
function squeezeBy(name: string, compress: CompressOptions, further: MinifyOptions = {}): Plugin {
  return {
    name: `cuelight:${name}`,
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk") continue
        const { code } = await minify(file.code, {
          ecma: 2020,
          compress: {
            passes: 4,
            unsafe_arrows: true,
            unsafe_methods: true,
            pure_getters: true,
            keep_fargs: false,
            hoist_funs: true,
            ...compress,
          },
          ...further,
        })
        file.code = code ?? file.code
      }
    },
  }
}

/** What every visitor loads. */
const squeeze = squeezeBy(
  "squeeze",
  { sequences: false, pure_funcs: ["Object.hasOwn"] },
  {
    mangle: { properties: { regex: new RegExp(`^(${innerNames.join("|")})$`), builtins: true } },
    nameCache: { vars: {}, props: innerLetters },
  },
)

/** What the bridge's own parts call one another by, and nobody else. */
const bridgeNames =
  /^(addRecorded|addFromSnippet|fromRecorder|fromSiteRules|snippetFound|isSnippet|isRecorder|flush)$/

/** What the extension puts into each page by itself, too; its files know one another by their names. */
const squeezeAlone = squeezeBy("squeeze-alone", {}, { mangle: { properties: { regex: bridgeNames } } })

/**
 * The replay recorder comes with hooks on setters of inputs, on style sheets, `attachShadow` and
 * `customElements`, and pages have broken on such hooks. They are taken out, so that replay too is a guest that patches
 * nothing. What is lost: rules that a script inserts into a style sheet are seen only with the next full snapshot, and
 * what a script writes into an input, which is masked anyway.
 */
const emptied = [
  "function patch(source, name, replacement) {",
  "function hookSetter(target, key, d, isRevoked, win = window) {",
  "function initStyleSheetObserver({ styleSheetRuleCb, mirror: mirror2, stylesheetManager }, { win }) {",
  "function initAdoptedStyleSheetObserver({\n  mirror: mirror2,\n  stylesheetManager\n}, host2) {",
  "function initStyleDeclarationObserver({\n  styleDeclarationCb,\n  mirror: mirror2,\n  ignoreCSSAttributes,\n  stylesheetManager\n}, { win }) {",
]
/** Canvases are never recorded: their part would be a seventh of the file. */
const canvas = "canvasManager = new CanvasManager({"
const noCanvas =
  "\nfunction noCanvas() {\n  return { freeze() {}, unfreeze() {}, lock() {}, unlock() {}, reset() {} };\n}\n"
const arrayFrom = "if (Array.from([1], (x) => x * 2)[0] !== 2) {"

/** The recorder's code without its hooks. @throws where the code is not the one this was written for. */
function keepBuiltIns(code: string): string {
  const replaceOnce = (text: string, old: string, next: string) => {
    if (text.split(old).length !== 2) throw new Error(`The replay recorder has changed: look for "${old}".`)
    return text.replace(old, () => next)
  }
  const calm = emptied.reduce((text, head) => replaceOnce(text, head, `${head}\n  return () => {};`), code)
  const blind = replaceOnce(calm, canvas, "canvasManager = noCanvas({")
  return replaceOnce(blind, arrayFrom, "if (false) {") + noCanvas
}

/** The replay recorder as a guest: it comes with hooks on built-ins. */
const withoutHooks: Plugin = {
  name: "cuelight:without-hooks",
  transform: (code, id) =>
    /@rrweb[\\/]record[\\/]dist[\\/]record\.js$/.test(id) ? keepBuiltIns(code) : undefined,
}

const plugins: Record<string, () => Plugin[]> = {
  snippet: () => [withoutNames, withoutEnd, squeeze],
  more: () => [withoutNames, withoutEnd, squeeze, takeFromKit([kit])],
  notes: () => [withoutNames, withoutEnd, squeeze, takeFromKit([kit, kitOfMore])],
  rules: () => [withoutNames, squeeze, takeFromKit([kit, kitOfMore])],
  shop: () => [withoutNames, withoutEnd, squeeze, takeFromKit()],
  forms: () => [withoutNames, withoutEnd, squeeze, takeFromKit()],
  setup: () => [withoutNames, withoutEnd, squeeze, takeFromKit([kit, kitOfMore])],
  experience: () => [withoutNames, withoutEnd, squeeze, takeFromKit([kit, kitOfMore])],
  replay: () => [withoutHooks],
  tap: () => [squeezeAlone],
  bridge: () => [squeezeAlone],
  knock: () => [squeezeAlone],
}

export default defineConfig(({ mode }) => {
  if (mode === "cli") return packed
  if (mode === "module") return recorderModule()
  const bundle = bundles[mode as keyof typeof bundles]
  if (!bundle)
    throw new Error(`Unknown bundle "${mode}". Known: cli, module, ${Object.keys(bundles).join(", ")}`)
  return {
    publicDir: false,
    define: {
      "process.env.NODE_ENV": JSON.stringify("production"),
      ...(mode === "snippet" && { STAMP: JSON.stringify(stamp()) }),
    },
    plugins: plugins[mode]?.() ?? [],
    build: {
      target: "es2022",
      outDir: bundle.outDir,
      emptyOutDir: false,
      minify: bundle.format === "iife",
      sourcemap: false,
      reportCompressedSize: false,
      lib: {
        entry: resolve(bundle.entry),
        formats: [bundle.format],
        name: "cuelightBundle",
        fileName: () => `${bundle.file}.js`,
      },
    },
  }
})
