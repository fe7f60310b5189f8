import "./tag"
import { composeExtension } from "./extension"
import type { Extension } from "./inside"
import type { LoadFile } from "./join-files"

/** Of the build: `vite.config.ts`. */
declare const STAMP: string

/**
 * Both files of the script tag as one module: the bundler's chunks take the place of files that lie beside each other,
 * and what the first would hand to the second by place is imported.
 */
const { cuelight } = globalThis as { cuelight?: { q?: { push(call: unknown): unknown } } }
const extend = (kit: readonly [(extension: Extension) => void]) => {
  // Another after the second has come.
  const take = (extension: Extension) => kit[0](extension)
  const load: LoadFile = async (name) => {
    if (name === "replay") await import("./replay")
    else if (name === "notes") take((await import("./compose-notes")).notesExtension)
    else if (name === "shop") take((await import("./compose-shop")).shopExtension)
    else if (name === "forms") take((await import("./compose-forms")).formsExtension)
    else if (name === "setup") take((await import("./compose-setup")).composeSetup(load))
    else if (name === "rules") take((await import("./compose-rules")).rulesExtension)
    else take((await import("./compose-experience")).experienceExtension)
  }
  take(composeExtension(load))
}
cuelight?.q?.push(["more", [STAMP, extend]])
