import { resolve } from "node:path"
import { defineConfig, type UserConfig } from "vite"

/**
 * Everything that Plasmo does not build. One bundle a mode, because each is a file of its own that is injected or
 * imported by itself: `vite build --mode NAME`.
 */
const bundles = {
  /** The script tag. */
  snippet: { entry: "snippet/tag.ts", file: "cuelight", outDir: "snippet/dist", format: "iife" },
  /** The same recorder for the extension's isolated world, on pages that carry no snippet. */
  embedded: {
    entry: "snippet/embedded.ts",
    file: "cuelight-embedded",
    outDir: "snippet/dist",
    format: "iife",
  },
  /** The part that must live in the page's own world: data layers, and the page's own snippet. */
  tap: { entry: "snippet/tap.ts", file: "cuelight-tap", outDir: "snippet/dist", format: "iife" },
  /** The extension's content script: mounts the overlay, carries events to the worker. */
  bridge: {
    entry: "extension/page/bridge.ts",
    file: "bridge",
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

export default defineConfig(({ mode }) => {
  if (mode === "cli") return packed
  const bundle = bundles[mode as keyof typeof bundles]
  if (!bundle) throw new Error(`Unknown bundle "${mode}". Known: cli, ${Object.keys(bundles).join(", ")}`)
  return {
    publicDir: false,
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
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
