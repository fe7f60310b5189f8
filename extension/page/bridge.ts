import type { BridgeMessage, BridgeOrder, BridgeOrders, RecordedEvent } from "../messages"
import { chooseSource } from "./choose-source"
import { type Recording, startEmbedded } from "./embedded-recorder"
import { leave, leaving } from "./leave"
import type { MountedOverlay } from "./mount-overlay"
import { openOutbox } from "./outbox"
import type { Outline } from "./outline"
import { fetchPageMap } from "./page-map"
import type { Place } from "./place"
import { awaitHeir, HEIR_PATIENCE_MS, isOrphaned, listOf, succeed } from "./succession"
import { listenToTap } from "./tap-port"
import { watchFrames } from "./watch-frames"

/**
 * The content script of an audited page: carries events to the worker, and gives the overlay its place. It decides
 * nothing. Injected twice (a second click on the icon), the first copy stays.
 */
const world = globalThis as typeof globalThis & {
  cuelightBridge?: { greet(): void }
  cuelightRecorder?: unknown
  cuelightPlace?: Place
  /** Not in every Firefox, where an element of this name may stand in its place. */
  scheduler?: { postTask?(task: () => void, options: { priority: "user-blocking" }): Promise<void> }
}
/** What is not in this document yet is asked for so often: Chrome may not let it in. */
const MOST_GREETINGS = 5
const GREET_AGAIN_MS = 500

// Not in the page's own task, which it would hold up, and yet before the page goes on: until the orders have come nothing
// is recorded, and who is quick has pressed something by then.
void (world.scheduler?.postTask?.(begin, { priority: "user-blocking" }) ?? begin())

function begin(): void {
  if (world.cuelightBridge) world.cuelightBridge.greet()
  else world.cuelightBridge = startBridge()
}

/** Cut off, Chrome throws where it else would refuse: an answer that does not come, either way. */
async function send(message: BridgeMessage): Promise<unknown> {
  return chrome.runtime.sendMessage(message)
}

function startBridge(): { greet(): void } {
  let overlay: MountedOverlay | null = null
  let orders: BridgeOrders | null = null
  let recorder: Recording | null = null
  let rulesOnly: Recording | null = null
  let besideSnippet = false
  let fetchedMap: unknown
  let useRules: ((rules: unknown[]) => void)[] = []
  let outline: Outline | null = null
  let greetings = 0
  let stopped = false
  let toldBefore: unknown[] = []
  /** What this document has put for the next one, or taken back. */
  let carried: string | undefined
  const listening = new AbortController()
  const { signal } = listening

  /** For what may be lost with the worker: nothing here is an event. */
  const tell = (message: BridgeMessage) => void send(message).catch(standByIfOrphaned)

  const problem = (code: string, detail: string) => tell({ type: "problem", code, detail })

  const outbox = openOutbox(
    (message) =>
      send(message).catch((error) => {
        standByIfOrphaned()
        throw error
      }),
    leaveBehind,
    (count) => tell({ type: "unsaved", count }),
  )
  const source = chooseSource(outbox, tell, () => recorder?.stop(), signal)

  /** The page's snippet does not know the map: what only site rules can see is told by us beside it. */
  function runSiteRules(): void {
    rulesOnly ??=
      orders && startRecorder(orders.rules, (event) => source.fromSiteRules(event), ["site-rules"])
  }

  function startRecorder(rules: unknown[], report: (event: RecordedEvent) => void, only?: string[]) {
    const onRules = (listener: (rules: unknown[]) => void) => void useRules.push(listener)
    const { pushes } = tap
    const further = only
      ? { only }
      : {
          carry(text: string) {
            carried = text
            tell({ type: "carry", text })
          },
          carried: () => send({ type: "carried" }).catch(() => null) as Promise<string | null>,
        }
    return startEmbedded({ report, problem, pushes, rules, onRules, toldBefore, ...further })
  }

  succeed((estate) => {
    toldBefore = listOf(estate.told)
    listOf(estate.recorded).forEach(outbox.addRecorded)
    outbox.addFromSnippet(listOf(estate.fromSnippet))
  })
  awaitHeir(() => ({ ...stop(), told: toldBefore.concat(source.told()) }))

  const tap = listenToTap(
    {
      snippet({ map, consent, version }) {
        source.snippetFound(consent, version)
        if (map && map !== fetchedMap) void fetchPageMap(String(map)).then(tell)
        fetchedMap = map
      },
      events: (events) => {
        source.fromSnippet(events)
        // Not before its history has told who the visitor is.
        besideSnippet = true
        runSiteRules()
      },
      problem,
    },
    signal,
  )

  /**
   * After an update of the extension this copy lives on, cut off. It shows nothing any more, and what it sees and cannot
   * hand over it keeps for the copy that comes; where none comes (the extension was removed) it ends.
   */
  function standByIfOrphaned(): void {
    if (!isOrphaned()) return
    removeOverlay()
    setTimeout(stop, HEIR_PATIENCE_MS)
  }

  function follow(next: BridgeOrders): void {
    const changed = orders !== null && JSON.stringify(orders.rules) !== JSON.stringify(next.rules)
    orders = next
    // The person has taken another map into use: its touchpoints are looked for from now on.
    if (changed) for (const use of useRules) use(next.rules)
    if (besideSnippet) runSiteRules()
    else if (!source.isSnippet())
      recorder ??= startRecorder(orders.rules, (event) => source.fromRecorder(event))
    const place = world.cuelightPlace
    if (!orders.show) removeOverlay()
    else if (overlay) overlay.setLayout(orders.layout)
    else if (place) {
      overlay = place.mountOverlay(chrome.runtime.getURL("tabs/overlay.html"), orders.layout)
      outline = place.createOutline()
    } else if (greetings < MOST_GREETINGS) greet()
  }

  function removeOverlay(): void {
    overlay?.remove()
    outline?.stop()
    overlay = outline = null
  }

  function receive(message: BridgeOrder, _sender: unknown, respond: (answer: unknown) => void): void {
    if (message.type === "orders") follow(message)
    else if (message.type === "outline")
      respond(message.gesture ? outline?.show(message.gesture) : outline?.hide())
    else if (message.type === "move") respond(overlay?.move(message))
  }

  function greet(fresh = false): void {
    greetings++
    const lacks = { recorder: !world.cuelightRecorder, place: !world.cuelightPlace }
    send({ type: "hello", fresh, lacks }).then(
      (answer) => {
        if (!stopped && (answer as BridgeOrders | null)?.type === "orders") follow(answer as BridgeOrders)
      },
      () => {
        standByIfOrphaned()
        // A worker that ends before it has answered: without its orders nothing of this document would be recorded.
        if (!orders && greetings < MOST_GREETINGS) setTimeout(greet, GREET_AGAIN_MS, fresh)
      },
    )
  }

  watchFrames(() => tell({ type: "frames" }), signal)
  function leaveBehind(message: BridgeMessage): void {
    leave(orders, message).catch(standByIfOrphaned)
  }

  const onLeave = () => {
    source.leave()
    recorder?.settle()
    outbox.flush()
    if (carried !== undefined) leaveBehind({ type: "carry", text: carried })
  }
  const onShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    // The page that came has had it.
    carried = undefined
    greet()
  }

  function stop() {
    stopped = true
    source.stop()
    rulesOnly?.stop()
    useRules = []
    tap.stop()
    removeOverlay()
    listening.abort()
    delete world.cuelightBridge
    return outbox.close()
  }

  for (const type of leaving) addEventListener(type, onLeave, { signal })
  addEventListener("pageshow", onShow, { signal })
  // A page that is hidden may never be shown again.
  document.addEventListener("visibilitychange", outbox.flush, { signal })
  chrome.runtime.onMessage.addListener(receive)
  greet(true)
  return { greet }
}
