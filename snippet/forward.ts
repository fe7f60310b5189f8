import type { TouchpointEvent } from "../shared/event"
import { forwardMark } from "./forward-mark"
import type { Inside } from "./inside"
import { toJson } from "./plain-copy"

/**
 * Pushes events to a data layer in GA4's shape, each once, so that the tag manager that the site has already carries
 * them. What the data layer itself has told is there.
 */
function forwardTo(layerName: string): (event: TouchpointEvent) => void {
  const told = new Set<string>()
  const page = globalThis as unknown as Record<string, unknown[] | undefined>
  return ({ id, name, props = {}, source }) => {
    if (told.has(id) || source.includes("data-layer")) return
    told.add(id)
    // A copy: tag managers write into what they are given.
    const fields = JSON.parse(toJson(props))
    page[layerName] ??= []
    const layer = page[layerName]
    // GA4's own advice: what an earlier event left in `ecommerce` must not be merged with this one's.
    if (fields.items) layer.push({ ecommerce: null })
    layer.push({ event: name, [forwardMark]: id, ...(fields.items ? { ecommerce: fields } : fields) })
  }
}

/** Where the tag names a data layer (`data-forward`): what may be stored is told to it, also what was before this came. */
export function joinForward(inside: Inside): void {
  const { options, memory, held, stored } = inside
  if (!options.forward) return
  const forward = forwardTo(options.forward)
  inside.stored = (event) => {
    stored?.(event)
    forward(event)
  }
  if (inside.journal)
    for (const { event, note } of memory.values()) if (!note && !held.has(event.id)) forward(event)
}
