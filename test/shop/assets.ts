import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { build } from "vite"
import { hostileAssets } from "./hostile-pages"
import { drawProduct, drawScene } from "./pictures"

export interface Asset {
  type: string
  body: string | Buffer
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
let script: Promise<string> | null = null

/** The page's own script: one file, bundled when first asked for and kept for the life of the process. */
async function bundleClient(): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: path("./client.ts"), formats: ["iife"], name: "kilnAndLinen", fileName: () => "shop.js" },
    },
  })
  const [bundle] = Array.isArray(result) ? result : [result]
  if (!bundle || !("output" in bundle)) throw new Error("The shop's own script could not be bundled.")
  return bundle.output[0].code
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#b5532f"/><path d="M12 7h8l-1.4 3.6c4 2 5.4 5 5.4 8.4 0 3-1.8 6-4 6h-8c-2.200 0-4-3-4-6 0-3.400 1.400-6.400 5.400-8.400z" fill="#fbf7f0"/></svg>`

const builtFiles: Record<string, string> = {
  "/cuelight.js": "../../snippet/dist/cuelight.js",
  "/cuelight-more.js": "../../snippet/dist/cuelight-more.js",
  "/cuelight-notes.js": "../../snippet/dist/cuelight-notes.js",
  "/cuelight-rules.js": "../../snippet/dist/cuelight-rules.js",
  "/cuelight-shop.js": "../../snippet/dist/cuelight-shop.js",
  "/cuelight-forms.js": "../../snippet/dist/cuelight-forms.js",
  "/cuelight-setup.js": "../../snippet/dist/cuelight-setup.js",
  "/cuelight-experience.js": "../../snippet/dist/cuelight-experience.js",
  "/cuelight-replay.js": "../../snippet/dist/cuelight-replay.js",
}

/**
 * What the shop serves beside its pages; null when the address is not that of an asset. `view` is how close a picture comes.
 * @throws Error when the recorder is asked for and not built.
 */
export async function loadAsset(address: string, view: string | null = null): Promise<Asset | null> {
  const picture = /^\/picture\/([a-z-]+)\.svg$/.exec(address)?.[1]
  if (picture) {
    const drawn =
      drawScene(picture) ?? drawProduct(picture, view === "detail" || view === "left" ? view : "whole")
    return drawn ? { type: "image/svg+xml", body: drawn } : null
  }
  if (address === "/icon.svg") return { type: "image/svg+xml", body: icon }
  if (address === "/shop.css")
    return { type: "text/css; charset=utf-8", body: readFileSync(path("./shop.css")) }
  if (address === "/cuelight.map.yaml")
    return { type: "text/yaml; charset=utf-8", body: readFileSync(path("./cuelight.map.yaml")) }
  if (address === "/shop.js") {
    script ??= bundleClient()
    return { type: "text/javascript; charset=utf-8", body: await script }
  }
  const hostile = hostileAssets[address]
  if (hostile) return hostile
  const built = builtFiles[address]
  if (!built) return null
  if (existsSync(path(built)))
    return { type: "text/javascript; charset=utf-8", body: readFileSync(path(built)) }
  if (address === "/cuelight.js")
    throw new Error("snippet/dist/cuelight.js is not built yet. Run: npm run build:snippet")
  return null
}
