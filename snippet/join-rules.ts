import type { Inside } from "./inside"
import { loadBeside } from "./load-more"

/**
 * Loads what follows a map's site rules, where the tag names a map. The promise ends only where that does not come: else
 * the rules have a promise of their own, until which what has happened is kept for them.
 */
export function joinRules(
  { script, options, problem }: Inside,
  load = script ? () => loadBeside("rules", script) : undefined,
): Promise<void> | undefined {
  if (!options.map || !load) return
  return new Promise((done) => {
    load().catch((error) => {
      problem("more-missing", String(error.message ?? error.type))
      done()
    })
  })
}
