import type { Inside } from "./inside"
import { loadBeside } from "./load-more"

/** Files that come only where the tag asks for them, by the attribute that does; the last one needs a further file: the map. */
const files = [
  ["experience", "experience"],
  ["map", "rules"],
] as const

export type FurtherFile = (typeof files)[number][1] | "replay"

/** How a file that comes later is got; none, where it cannot be. */
export type LoadFile = (name: FurtherFile) => Promise<unknown>

/** Files lie beside the tag's first; without a tag nobody knows where. */
export function loadFrom({ script }: Inside): LoadFile | undefined {
  return script ? (name) => loadBeside(name, script) : undefined
}

/**
 * Loads what the tag asks for, one after the other. The promise ends when nothing more comes, so what has happened is
 * kept for all of them; where site rules come they have a promise of their own.
 */
export async function joinFiles({ options, problem }: Inside, load: LoadFile | undefined): Promise<void> {
  for (const [attribute, name] of files) {
    if (options[attribute] === undefined || !load) continue
    const isHere = await load(name).then(
      () => true,
      (error) => problem("more-missing", String(error.message ?? error.type)),
    )
    if (isHere && name === "rules") await new Promise(() => {})
  }
}
