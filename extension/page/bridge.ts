import type { BridgeMessage, BridgeOrder, BridgeOrders, RecordedEvent } from "../messages"
import { chooseSource } from "./choose-source"
import { findRecorder, type Recording, startEmbedded } from "./embedded-recorder"
import { hearDocument } from "./hear-document"
import type { Knock } from "./knock"
import { leave, leaving } from "./leave"
import type { MountedOverlay } from "./mount-overlay"
import { openOutbox } from "./outbox"
import type { Outline } from "./outline"
import type { Place } from "./place"
import { awaitHeir, HEIR_PATIENCE_MS, isOrphaned, listOf, succeed } from "./succession"
import { listenToTap } from "./tap-port"
import { watchFrames } from "./watch-frames"

/**
 * The content script of an audited page: carries events to the worker, and gives the overlay its place. It decides
 * nothing. The knock is there before it, and has kept what was done. Injected twice, the first copy stays.
 */
const world = globalThis as typeof globalThis & {
  cuelightKnock?: Knock
  cuelightBridge?: true
  cuelightPlace?: Place
}
/** A place that is not in this document yet is asked for so often: Chrome may not let it in. */
const MOST_ASKED = 4

if (!world.cuelightBridge) {
  world.cuelightBridge = true
  // After the knock, and not in the page's own task.
  setTimeout(() => world.cuelightKnock && startBridge(world.cuelightKnock))
}

/** Cut off, Chrome throws where it else would refuse: an answer that does not come, either way. */
async function send(message: BridgeMessage): Promise<unknown> {
  return chrome.runtime.sendMessage(message)
}

function startBridge(knock: Knock): void {
  let overlay: MountedOverlay | null = null
  let orders: BridgeOrders | null = null
  let recorder: Recording | null = null
  let rulesOnly: Recording | null = null
  let besideSnippet = false
  let fetchedMap: unknown
  let useRules: ((rules: unknown[]) => void)[] = []
  let outline: Outline | null = null
  let asked = 0
  let toldBefore: unknown[] = []
  /** What the page has told as it was about to go, before it had its orders. */
  const early: RecordedEvent[] = []
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
            if (orders) tell({ type: "carry", text })
          },
          carried: async () =>
            orders && (send({ type: "carried" }).catch(() => null) as Promise<string | null>),
        }
    const recording = startEmbedded({
      report,
      problem,
      pushes,
      rules,
      onRules,
      toldBefore: toldBefore.concat(early),
      earlier: knock,
      ...further,
    })
    if (recording) knock.gestures = []
    return recording
  }

  async function tellMap(url: string): Promise<void> {
    const found = await findRecorder()?.fetchMap(url)
    if (found)
      tell({ type: "text" in found ? "page-map" : "page-map-failed", url, ...found } as BridgeMessage)
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
        if (map && map !== fetchedMap) void tellMap(String(map))
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
    knock.rest()
    // The person has taken another map into use: its touchpoints are looked for from now on.
    if (changed) for (const use of useRules) use(next.rules)
    if (besideSnippet) runSiteRules()
    else if (!source.isSnippet()) recorder ??= startRecorder(orders.rules, source.fromRecorder)
    early.splice(0).forEach(source.fromRecorder)
    const place = world.cuelightPlace
    if (!orders.show) removeOverlay()
    else if (overlay) overlay.setLayout(orders.layout)
    else if (place) {
      overlay = place.mountOverlay(chrome.runtime.getURL("tabs/overlay.html"), orders.layout)
      outline = place.createOutline()
    } else if (asked++ < MOST_ASKED) knock.greet()
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

  function hear(): void {
    const { answer } = knock
    if ((answer as BridgeOrders | null | undefined)?.type === "orders") follow(answer as BridgeOrders)
    standByIfOrphaned()
  }

  watchFrames(() => tell({ type: "frames" }), signal)
  function leaveBehind(message: BridgeMessage): void {
    leave(orders?.desk ?? knock.key, message).catch(standByIfOrphaned)
  }

  /**
   * A page that goes before it has its orders says now what was done on it, or nobody could any more. Whether it counts, the
   * worker knows; a page that stays after all tells it again.
   */
  function tellEarly(): void {
    startRecorder([], (event) => early.push(event))?.stop()
    if (source.isRecorder()) leaveBehind({ type: "events", recorded: early, fromSnippet: [] })
  }

  const onLeave = () => {
    source.leave()
    if (!orders && knock.answer !== null) tellEarly()
    recorder?.settle()
    outbox.flush()
    if (carried !== undefined) leaveBehind({ type: "carry", text: carried })
  }
  const onShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return
    // The page that came has had it.
    carried = undefined
    knock.greet()
  }

  function stop() {
    delete knock.hear
    knock.rest()
    source.stop()
    rulesOnly?.stop()
    useRules = []
    tap.stop()
    removeOverlay()
    listening.abort()
    delete world.cuelightBridge
    delete world.cuelightKnock
    return outbox.close()
  }

  for (const type of leaving) addEventListener(type, onLeave, { signal })
  addEventListener("pageshow", onShow, { signal })
  // A page that is hidden may never be shown again.
  hearDocument("visibilitychange", outbox.flush, signal)
  chrome.runtime.onMessage.addListener(receive)
  knock.hear = hear
  hear()
}
