import { resolve } from "node:path"
import { type BrowserContext, chromium } from "playwright"
import { findChromium } from "./find-chromium"

export { ChromiumMissing, findChromium } from "./find-chromium"
export { ensureChromium, installChromium } from "./install-chromium"

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>

export interface LaunchOptions
  extends Omit<ContextOptions, "executablePath" | "channel" | "chromiumSandbox"> {
  /** Folder of an unpacked extension to load; none: a plain browser. */
  extension?: string
  /** Profile folder, to come back to; none: a fresh one that is removed on close. */
  profile?: string
  /** Allows `Extensions.triggerAction`: a real click on the toolbar icon, also headless. */
  toolbarClicks?: boolean
}

/** Against noise: requests of the browser's own, first-run pages, and QUIC, which request interception does not see. */
export const quietFlags = [
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/**
 * Starts Chromium, headless unless told otherwise, and returns its one context.
 *
 * The sandbox stays on except for root, for whom Chromium refuses to start with it, and on systems that forbid the
 * user namespaces it needs (containers, Ubuntu 24.04): there it is started again without.
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<BrowserContext> {
  const { extension, profile = "", toolbarClicks = false, args = [], ...contextOptions } = options
  const flags = [...quietFlags, ...args]
  if (extension) {
    const folder = resolve(extension)
    flags.push(`--disable-extensions-except=${folder}`, `--load-extension=${folder}`)
  }
  if (toolbarClicks) flags.push("--enable-unsafe-extension-debugging")
  const executablePath = await findChromium()
  const start = (chromiumSandbox: boolean) =>
    chromium.launchPersistentContext(profile, {
      headless: true,
      ...contextOptions,
      executablePath,
      args: flags,
      chromiumSandbox,
    })
  if (process.getuid?.() === 0) return start(false)
  try {
    return await start(true)
  } catch (error) {
    if (!/sandbox|namespace/i.test(String(error))) throw error
    return start(false)
  }
}
