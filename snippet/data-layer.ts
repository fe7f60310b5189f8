import { atEnd, hasEnded } from "./ending"
import { hear } from "./hear"
import { lookEvery } from "./look-every"
import { copyPlain } from "./plain-copy"

type Layer = unknown[] & { push: (...pushed: unknown[]) => number }

/** How often the page is asked whether its data layer is still the same array. */
const LOOK_EVERY_MS = 500
/** A page that fights for `push` is left alone. */
const MOST_WRAPS = 20
const MOST_LAYERS = 6

/**
 * Tells, whenever it is called, everything that is in a data layer and from then on what is pushed to it, as plain bounded data. No built-in is touched:
 * the array gets a `push` of its own, which always calls through first and lets the page's own errors pass.
 * Survives that the array is replaced, or that someone else replaces `push`.
 */
function watchDataLayer(
  name: string,
  listener: (push: unknown, at: number) => void,
  problem: (code: "data-layer-broken", detail: string) => void,
  signal: AbortSignal,
): () => void {
  const page = globalThis as unknown as Record<string, unknown>
  let layer: Layer | undefined
  let wrapped: unknown
  let wraps = 0
  let seen = 0
  let depth = 0
  let told = false

  const complain = (error: unknown) => {
    if (told) return
    told = true
    problem("data-layer-broken", `${name}: ${String(error).slice(0, 200)}`)
  }

  const tell = (push: unknown) => {
    try {
      const copy = copyPlain(push, complain)
      if (copy !== undefined) listener(copy, Date.now())
    } catch (error) {
      complain(error)
    }
  }

  const wrap = (array: Layer) => {
    if (array.push === wrapped || wraps++ >= MOST_WRAPS) return
    const before = array.push
    const wasOwn = Object.hasOwn(array, "push")
    const own = function (this: unknown, ...pushed: unknown[]): number {
      depth++
      try {
        return before.apply(this, pushed)
      } catch (error) {
        complain(error)
        throw error
      } finally {
        // Where another script has wrapped ours and we have wrapped it again, only the outermost call tells.
        if (--depth === 0 && !hasEnded(signal) && array === layer) {
          seen = array.length
          for (const push of pushed) tell(push)
        }
      }
    }
    array.push = own
    wrapped = own
    atEnd(signal, () => {
      if (array.push !== own) return
      if (wasOwn) array.push = before
      else delete (array as Partial<Layer>).push
    })
  }

  return () => {
    try {
      const found = page[name]
      if (!Array.isArray(found)) return
      const isNew = found !== layer
      if (isNew) seen = wraps = 0
      layer = found as Layer
      // What came past our `push`: set before us, or while one stood in its place that does not call through.
      const missed = layer.slice(Math.min(seen, layer.length))
      seen = layer.length
      if (isNew || missed.length > 0) wrap(layer)
      for (const push of missed) tell(push)
    } catch (error) {
      complain(error)
    }
  }
}

/**
 * Tells the pushes of every data layer the page has: `dataLayer`, those that its tag managers are told to use, and what is
 * called of Segment and RudderStack before their libraries have come.
 */
export function watchDataLayers(
  listener: (push: unknown, at: number) => void,
  problem: (code: "data-layer-broken", detail: string) => void,
  signal: AbortSignal,
): void {
  const watched = new Map<string | undefined, () => void>()
  const look = () => {
    const named = Array.from(
      document.scripts,
      ({ src }) => /\/g(?:tm\.|tag\/)js.*[?&]l=([\w$]+)/.exec(src)?.[1],
    )
    for (const name of ["dataLayer", "analytics", "rudderanalytics", ...named])
      if (name && !watched.has(name) && watched.size < MOST_LAYERS)
        watched.set(name, watchDataLayer(name, listener, problem, signal))
    for (const one of watched.values()) one()
  }
  lookEvery(LOOK_EVERY_MS, look, signal)
  hear("DOMContentLoaded load click submit beforeunload pagehide", look, signal)
  look()
}
