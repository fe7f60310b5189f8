import { hearDocument } from "./hear-document"

/**
 * The line to the tap, which lives in the page's own world. Everything that comes over it is the page's word: shaped
 * here, parsed in the worker.
 */
export interface TapListener {
  snippet(about: { map?: unknown; consent?: unknown; version?: unknown }): void
  events(events: unknown[]): void
  problem(code: string, detail: string): void
}

type PushListener = (push: unknown, at: number) => void

/** Pushes that came before the recorder asked for them. */
const MOST_EARLY_PUSHES = 500

/** Listens until `signal`; `stop` tells the tap as well. */
export function listenToTap(
  listener: TapListener,
  signal: AbortSignal,
): {
  pushes(listener: PushListener): () => void
  stop(): void
} {
  let port: MessagePort | null = null
  let onPush: PushListener | null = null
  let early: { value: unknown; at: number }[] = []

  function receive({ data }: { data: unknown }): void {
    const message = (data ?? {}) as Record<string, unknown>
    if (message.type === "push") {
      const at = typeof message.at === "number" ? message.at : Date.now()
      if (onPush) onPush(message.value, at)
      else if (early.length < MOST_EARLY_PUSHES) early.push({ value: message.value, at })
    } else if (message.type === "snippet") listener.snippet(message)
    else if (message.type === "history" && Array.isArray(message.events)) listener.events(message.events)
    else if (message.type === "event") listener.events([message.event])
    else if (message.type === "problem") listener.problem(String(message.code), String(message.detail))
  }

  function accept(event: Event): void {
    const offered = (event as MessageEvent).ports?.[0]
    if (!offered) return
    event.stopImmediatePropagation()
    event.preventDefault()
    if (port) {
      offered.postMessage({ type: "stop" })
      return
    }
    port = offered
    port.onmessage = receive
  }

  hearDocument("cuelight:tap", accept, signal)
  // What a port is given while the page goes is heard by nobody any more.
  hearDocument("cuelight:left", (event) => receive({ data: (event as CustomEvent).detail }), signal)
  // The tap may have been there first: it offers its port again when it hears this.
  document.dispatchEvent(new Event("cuelight:bridge"))

  return {
    pushes(next) {
      onPush = next
      for (const { value, at } of early) next(value, at)
      early = []
      return () => {
        if (onPush === next) onPush = null
      }
    },
    stop() {
      port?.postMessage({ type: "stop" })
      port?.close()
    },
  }
}
