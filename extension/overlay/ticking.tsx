import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react"

const second = 1000
/** Longer delays overflow the browser's timer and would fire at once. */
const longestDelayMs = 2 ** 31 - 1

interface Ticker {
  subscribe(listener: () => void): () => void
  /** The last tick, ms UTC: the same value until the next one, as React's stores need it. */
  read(): number
}

/** Ticks at whole seconds while somebody listens and the document can be seen. */
function createTicker(): Ticker {
  const listeners = new Set<() => void>()
  let last = Date.now()
  let timer: ReturnType<typeof setTimeout> | undefined

  function tick(): void {
    last = Date.now()
    for (const listener of listeners) listener()
    schedule()
  }
  function schedule(): void {
    clearTimeout(timer)
    timer = undefined
    if (listeners.size > 0 && document.visibilityState === "visible")
      timer = setTimeout(tick, second - (Date.now() % second))
  }
  function wake(): void {
    if (document.visibilityState === "visible") tick()
    else schedule()
  }

  return {
    subscribe(listener) {
      if (listeners.size === 0) {
        last = Date.now()
        document.addEventListener("visibilitychange", wake)
      }
      listeners.add(listener)
      if (timer === undefined) schedule()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        document.removeEventListener("visibilitychange", wake)
        schedule()
      }
    },
    read: () => last,
  }
}

const TickContext = createContext<{ ticker: Ticker; offsetMs: number; leastAt: number } | null>(null)

/** A clock that stands still at one instant. */
function createStoppedTicker(at: number): Ticker {
  return { subscribe: () => () => {}, read: () => at }
}

/**
 * The person's clock for everything below. `at` is the instant of the shown state on that clock: no countdown shows an
 * earlier one, so that what just happened is never in the future.
 */
export function TickingProvider(given: {
  offsetMs: number
  at: number
  /** The clock stands still at `at`. */
  stopped?: boolean
  children: ReactNode
}) {
  const { offsetMs, at, stopped = false } = given
  const going = useMemo(createTicker, [])
  const value = useMemo(
    () =>
      stopped
        ? { ticker: createStoppedTicker(at), offsetMs: 0, leastAt: at }
        : { ticker: going, offsetMs, leastAt: at },
    [going, stopped, offsetMs, at],
  )
  return <TickContext value={value}>{given.children}</TickContext>
}

/** What the person's clock shows, ms UTC; the component is drawn anew every second while it can be seen. */
export function useNow(): number {
  const clock = useContext(TickContext)
  if (!clock) throw new Error("useNow needs a TickingProvider above it")
  const wall = useSyncExternalStore(clock.ticker.subscribe, clock.ticker.read, clock.ticker.read)
  // A state of long ago (the tab slept) must not hold the clock, nor one that was computed for another offset.
  const now = wall + clock.offsetMs
  return Math.abs(clock.leastAt - now) < second ? Math.max(now, clock.leastAt) : now
}

/**
 * Calls `refresh` at the instant `nextChangeAt` of the person's clock, once for each value, and not while the document
 * is hidden: then as soon as it is seen again.
 */
export function useRefresh(nextChangeAt: number | null, clockOffsetMs: number, refresh: () => void): void {
  useEffect(() => {
    if (nextChangeAt === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let done = false
    function wait(): void {
      clearTimeout(timer)
      if (done || nextChangeAt === null || document.visibilityState !== "visible") return
      const left = nextChangeAt - clockOffsetMs - Date.now()
      if (left > longestDelayMs) timer = setTimeout(wait, longestDelayMs)
      else
        timer = setTimeout(
          () => {
            done = true
            refresh()
          },
          Math.max(0, left),
        )
    }
    wait()
    document.addEventListener("visibilitychange", wait)
    return () => {
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", wait)
    }
  }, [nextChangeAt, clockOffsetMs, refresh])
}
