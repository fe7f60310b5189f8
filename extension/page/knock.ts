import type { BridgeMessage, Part } from "../messages"

/**
 * What is in an audited page from its first moment: greets the worker, and keeps what is done until the bridge, which
 * comes with the worker's answer where it is not there already, knows whether it is to be recorded. Kept small: the
 * page's own task waits for it. Injected twice (a second click on the icon), the first copy stays.
 */
export interface Knock {
  /** Said with what a page leaves that goes before it has its orders: the worker knows who has greeted with it. */
  key: string
  /** ms UTC, from which on it is in the page. */
  since: number
  /** What was done, and where the page was. In memory alone, and never what is typed. */
  gestures: { event: Event; address: string }[]
  /** What the worker has answered. */
  answer?: unknown
  /** `fresh`: the first word of the document, until it was heard. */
  greet(fresh?: boolean): void
  /** The bridge's: called when an answer has come, or none will. */
  hear?: () => void
  /** Nothing is kept any more. */
  rest(): void
}

const parts: Part[] = ["Recorder", "Bridge", "Place"]
const world = globalThis as {
  [Name in `cuelight${Part}`]?: unknown
} & { cuelightKnock?: Knock }
/** Nobody does more in the moments that an answer takes. */
const MOST_KEPT = 32
/** Of a field that it has changed, and no keys. */
const kept = "click auxclick change invalid submit".split(" ")
const MOST_GREETINGS = 5
const GREET_AGAIN_MS = 500

// Not in the page's own task, which it would hold up.
setTimeout(() => {
  const isFirst = !world.cuelightKnock
  world.cuelightKnock ??= knock()
  world.cuelightKnock.greet(isFirst)
})

function knock(): Knock {
  const ending = new AbortController()
  let greetings = 0

  function keep(event: Event): void {
    if (!event.isTrusted || own.gestures.length >= MOST_KEPT) return
    const path = event.composedPath()
    // Whoever is told of it later finds where it began, as if it had just come.
    event.composedPath = () => path
    own.gestures.push({ event, address: location.href })
  }

  /** Cut off, Chrome throws where it else would refuse. */
  async function send(message: BridgeMessage): Promise<unknown> {
    return chrome.runtime.sendMessage(message)
  }

  const own: Knock = {
    key: String(Math.random()),
    since: Date.now(),
    gestures: [],
    rest: () => ending.abort(),
    greet(fresh = false) {
      greetings++
      const lacks = parts.filter((part) => !world[`cuelight${part}`])
      send({ type: "hello", fresh, key: own.key, lacks }).then(
        (answer) => {
          own.answer = answer
          if (!answer) {
            own.rest()
            own.gestures = []
          }
          own.hear?.()
        },
        () => {
          own.hear?.()
          // A worker that ends before it has answered: without its orders nothing of this document would be recorded.
          if (own.answer === undefined && greetings < MOST_GREETINGS)
            setTimeout(own.greet, GREET_AGAIN_MS, fresh)
        },
      )
    },
  }
  for (const type of kept)
    addEventListener(type, keep, { capture: true, passive: true, signal: ending.signal })
  return own
}
