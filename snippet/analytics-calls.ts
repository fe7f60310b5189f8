import { atEnd, hasEnded } from "./ending"
import { hear } from "./hear"
import { lookEvery } from "./look-every"
import { copyPlain } from "./plain-copy"

type Call = (...values: unknown[]) => unknown
type Library = Record<string, unknown> & { on?: (name: string, listener: Call) => unknown; track?: Call }

const LOOK_EVERY_MS = 500
/** Libraries that come later than this are not waited for. */
const LOOK_FOR_MS = 60_000

/** What a `track` call becomes among the pushes. */
export const TRACK_PUSH = "cuelight:track"
/** Where Segment's analytics.js, RudderStack, Jitsu and Hightouch are found. */
const names = ["analytics", "rudderanalytics", "jitsu", "htevents"]

/**
 * Tells the `track` calls of Segment's analytics.js and its like. Segment's library, and its stub, tell them by their
 * own `on`. RudderStack's does not: its `track` gets one of the object's own that calls through first, as a data layer's
 * `push` does, and is put back when the signal ends. What a stub without `on` gets stands in its list, which is heard as
 * data layers are.
 */
export function watchAnalytics(listener: (push: unknown, at: number) => void, signal: AbortSignal): void {
  const page = globalThis as unknown as Record<string, Library | undefined>
  const known = new WeakSet<Library>()
  let stubTells = false
  const tell = (name: unknown, props: unknown) => {
    if (hasEnded(signal) || typeof name !== "string") return
    listener([TRACK_PUSH, name, copyPlain(props) ?? {}], Date.now())
  }
  const follow = (library: Library) => {
    const { on, track } = library
    if (typeof track !== "function") return
    if (typeof on === "function") {
      // What a stub is asked, the library that takes its place goes on with.
      if (!stubTells)
        on.call(
          library,
          "track",
          guarded((name, props) => tell(name, props)),
        )
      stubTells = Array.isArray(library)
      return
    }
    if (Array.isArray(library)) return
    const wasOwn = Object.hasOwn(library, "track")
    const own: Call = function (this: unknown, ...values) {
      const result = track.apply(this, values)
      guarded(() => tell(values[0], values[1]))()
      return result
    }
    library.track = own
    atEnd(signal, () => {
      if (library.track !== own) return
      if (wasOwn) library.track = track
      else delete library.track
    })
  }
  const look = () => {
    for (const name of names)
      guarded(() => {
        const library = page[name]
        if (typeof library !== "object" || !library || known.has(library)) return
        known.add(library)
        follow(library)
      })()
  }
  lookEvery(LOOK_EVERY_MS, look, signal, LOOK_FOR_MS)
  hear("DOMContentLoaded load click submit", look, signal)
  look()
}

/** The page's own objects may throw whatever they like at whoever touches them. */
function guarded(run: Call): Call {
  return (...values) => {
    try {
      return run(...values)
    } catch {}
  }
}
