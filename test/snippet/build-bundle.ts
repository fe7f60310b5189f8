import { resolve } from "node:path"
import { build, type Rollup } from "vite"

type Mode =
  | "snippet"
  | "more"
  | "notes"
  | "rules"
  | "shop"
  | "forms"
  | "setup"
  | "experience"
  | "replay"
  | "embedded"
  | "tap"

const made = new Map<Mode, Promise<Rollup.OutputChunk>>()

/** The text of a bundle as it is shipped, built now: `snippet`, `more`, `notes`, `rules`, `shop`, `forms`, `setup`, `experience`, `replay`, `embedded` or `tap`. */
export async function buildBundle(mode: Mode): Promise<string> {
  return (await buildChunk(mode)).code
}

/** The same, with what it is made of. */
export function buildChunk(mode: Mode): Promise<Rollup.OutputChunk> {
  const before = made.get(mode)
  if (before) return before
  const root = resolve(import.meta.dirname, "../..")
  const building = build({ root, mode, logLevel: "silent", build: { write: false } }).then((result) => {
    const [output] = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[]
    return output!.output[0]
  })
  made.set(mode, building)
  return building
}
