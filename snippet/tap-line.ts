import { watchAnalytics } from "./analytics-calls"
import { watchDataLayers } from "./data-layer"
import { atEnd } from "./ending"
import { lookEvery } from "./look-every"
import { copyPlain } from "./plain-copy"
import { copyError, ERROR_PUSH } from "./script-errors"

const LOOK_EVERY_MS = 250
/** A snippet that comes later than this is found when the page is next loaded. */
const LOOK_FOR_MS = 60_000
const LOOK_AGAIN_MS = 1_000
/** Told again to a bridge that comes late. */
const MOST_KEPT = 500
/** Of the journey engine's "Bad input": one message stays below an event's 64 KiB. */
const EVENTS_A_MESSAGE = 20

type PageSnippet = Record<string, unknown> & {
  on(name: string, listener: (value: unknown) => void): () => void
  history(): Promise<unknown>
  problems(): unknown
}

/** The page's own snippet, once it is more than its stub. Everything in it is the page's word. */
function findSnippet(): PageSnippet | undefined {
  try {
    const found = (globalThis as { cuelight?: unknown }).cuelight as PageSnippet | undefined
    if (typeof found?.version === "string" && typeof found.history === "function") return found
  } catch {}
}

export type TapLine = readonly [
  /** What is still to be done, in this order, each in a task of its own where there is time. */
  parts: (() => void)[],
  /** The page goes, or may be going. */
  leave: () => void,
  tellError: (event: Event) => void,
]

/** Makes the line; nothing is heard or told before its parts have run. */
export function makeLine(): TapLine {
  const ending = new AbortController()
  const { signal } = ending
  const kept: Record<string, unknown>[] = []
  const ports = new Set<MessagePort>()
  /** While the page goes. */
  let leaves: ReturnType<typeof setTimeout> | undefined
  let stopLooking: (() => void) | undefined
  const parts = [beginOffers, watchPushes, watchTracking, beginLooking]

  function send(message: Record<string, unknown>): void {
    if (signal.aborted) return
    if (kept.length < MOST_KEPT) kept.push(message)
    // What a port is given while the page goes is heard by nobody any more; an event is heard at once.
    if (leaves) document.dispatchEvent(new CustomEvent("cuelight:left", { detail: message }))
    else for (const port of ports) port.postMessage(message)
  }

  /** A bridge that takes an offer cancels the event, and lets nobody else hear it; one that has a tap already answers "stop" on the port. */
  function offer(): void {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      if (data?.type !== "stop") return
      port1.close()
      ports.delete(port1)
      if (ports.size > 0) return
      parts.length = 0
      ending.abort()
    }
    const isTaken = !document.dispatchEvent(
      new MessageEvent("cuelight:tap", { ports: [port2], cancelable: true }),
    )
    if (isTaken) {
      ports.add(port1)
      for (const message of kept) port1.postMessage(message)
    } else port1.close()
  }

  function complain(code: string, detail: string): void {
    send({ type: "problem", code, detail })
  }

  function follow(snippet: PageSnippet): void {
    const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 2_000) : null)
    let consent: string | null | undefined
    // What the visitor decides is what the health light speaks of, and who refuses is told of by no event.
    const introduce = () => {
      const now = text(snippet.consentState)
      if (now === consent) return
      consent = now
      send({ type: "snippet", version: text(snippet.version), map: text(snippet.map), consent })
    }
    introduce()
    lookEvery(
      LOOK_AGAIN_MS,
      () => {
        try {
          introduce()
        } catch {}
      },
      signal,
    )
    const offs = [
      snippet.on("event", (event) => send({ type: "event", event: copyPlain(event) })),
      snippet.on("problem", sendProblem),
    ]
    atEnd(signal, () => {
      for (const off of offs) off()
    })
    for (const problem of (snippet.problems() as unknown[]) ?? []) sendProblem(problem)
    void snippet.history().then(
      (history) => {
        const events = Array.isArray(history) ? history.map((event) => copyPlain(event)) : []
        for (let first = 0; first < Math.max(1, events.length); first += EVENTS_A_MESSAGE)
          send({ type: "history", events: events.slice(first, first + EVENTS_A_MESSAGE) })
      },
      (error) => complain("journal-unreadable", String(error)),
    )
  }

  function sendProblem(problem: unknown): void {
    const { code, detail } = (copyPlain(problem) ?? {}) as Record<string, unknown>
    complain(String(code), String(detail).slice(0, 500))
  }

  function lookForSnippet(): void {
    const snippet = findSnippet()
    if (!snippet) return
    stopLooking?.()
    try {
      follow(snippet)
    } catch {
      // Something of the page's own that only looks like it: the extension's recorder tells what happens.
    }
  }

  const push = (value: unknown, at: number) => send({ type: "push", value, at })

  function beginOffers(): void {
    document.addEventListener("cuelight:bridge", offer, { signal })
    offer()
  }

  function watchPushes(): void {
    watchDataLayers(push, complain, signal)
  }

  function watchTracking(): void {
    watchAnalytics(push, signal)
  }

  function beginLooking(): void {
    stopLooking = lookEvery(LOOK_EVERY_MS, lookForSnippet, signal, LOOK_FOR_MS)
    lookForSnippet()
  }

  function leave(): void {
    // In a page that stays, or comes back, the ports are heard again.
    leaves = setTimeout(() => {
      leaves = undefined
    })
  }

  function tellError(event: Event): void {
    try {
      const error = copyPlain(copyError(event))
      if (error) push([ERROR_PUSH, error], Date.now())
    } catch {
      // What is thrown is the page's, and may throw whatever it likes at whoever touches it.
    }
  }

  return [parts, leave, tellError]
}
