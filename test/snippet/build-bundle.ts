import { resolve } from "node:path"
import { build, type Rollup } from "vite"

const made = new Map<string, Promise<string>>()

/** The text of a bundle as it is shipped, built now: `snippet`, `more`, `replay`, `embedded` or `tap`. */
export function buildBundle(mode: "snippet" | "more" | "replay" | "embedded" | "tap"): Promise<string> {
  const before = made.get(mode)
  if (before) return before
  const root = resolve(import.meta.dirname, "../..")
  const building = build({ root, mode, logLevel: "silent", build: { write: false } }).then((result) => {
    const [output] = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[]
    return output!.output[0].code
  })
  made.set(mode, building)
  return building
}
