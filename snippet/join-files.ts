import type { Inside } from "./inside"
import { loadBeside } from "./load-more"

/** How a file is got that comes only where the tag asks for it; none, where it cannot be. */
export type LoadFile = (name: "experience" | "rules" | "replay") => Promise<unknown>

/** Files lie beside the tag's first; without a tag nobody knows where. */
export function loadFrom({ script }: Inside): LoadFile | undefined {
  return script ? (name) => loadBeside(name, script) : undefined
}

/**
 * Loads what the tag asks for, one after the other. The promise ends when nothing more comes, so what has happened is
 * kept for all of them; where site rules come, which need the map as well, they have a promise of their own.
 */
export async function joinFiles(
  { options: { experience, map }, problem }: Inside,
  load: LoadFile | undefined,
): Promise<unknown> {
  const get = (name: "experience" | "rules") =>
    load?.(name).then(
      () => true,
      (error) => problem("more-missing", String(error.message ?? error.type)),
    )
  if (experience !== undefined) await get("experience")
  // Of none the first never comes.
  if (map && (await get("rules"))) return Promise.race([])
}
