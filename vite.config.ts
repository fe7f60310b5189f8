import { resolve } from "node:path"
import { defineConfig } from "vite"

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

export default defineConfig(({ mode }) => {
  const bundle = bundles[mode as keyof typeof bundles]
  if (!bundle) throw new Error(`Unknown bundle "${mode}". Known: ${Object.keys(bundles).join(", ")}`)
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
