import { record } from "@rrweb/record"
import { cleanUrl } from "../clean-url"
import { createId } from "../identity"
import { toJson } from "../plain-copy"
import { type CutChunk, cutChunks, type ReplayMode } from "./chunks"
import { startDelivery } from "./deliver"
import { createMask, type ReplayEvent } from "./mask-event"
import { createTyped, redactText } from "./mask-text"
import { dropOutbox, type Outbox, openOutbox } from "./outbox"
import { countAdded, createWeight, MOST_ELEMENTS } from "./weight"

export interface ReplayHost {
  mode: ReplayMode
  endpoint: string
  site?: string | undefined
  /** Whether the visitor still agrees; asked before anything is kept or sent. */
  isAllowed(): boolean
  /** Called when it was found that nobody agrees any more: calls `drop`. */
  withdrawn(): void
  /** Whose page it is just now. */
  who(): { person: string; user?: string | undefined; session: string }
  /** Replay has ended by itself, or could not begin: the page was too heavy, or enough was kept. */
  stopped(why: string): void
  problem(detail: string): void
}

export interface Replay {
  /** Ends recording and delivery, and erases everything that is not delivered yet. */
  drop(): Promise<void>
}

export type StartReplay = (host: ReplayHost) => Replay

/** A full snapshot so often, that the last minute can be played without what was before it. */
const SNAPSHOT_EVERY_MS = 30_000
/** A page on which nothing happens any more is looked at so often. */
const TICK_MS = 5_000
const typing = "input,textarea,select"

/** Records what the page shows, masked, and keeps it as the mode says. Throws nothing into the page. */
export const startReplay: StartReplay = (host) => {
  const ending = new AbortController()
  const { signal } = ending
  const replay = createId()
  let outbox: Outbox | undefined
  let number = 0
  let stopRecording: (() => void) | undefined
  let early: CutChunk[] = []

  const store = ({ frames, from, to, why }: CutChunk) => {
    if (!isAllowed()) return
    if (!outbox) {
      early.push({ frames, from, to, why })
      return
    }
    const { person, user, session } = host.who()
    const place = number++
    void outbox
      .put({
        id: `${replay}-${String(place).padStart(5, "0")}`,
        replay,
        number: place,
        from,
        to,
        why,
        person,
        ...(user && { user }),
        session,
        url: cleanUrl(location.href),
        frames: `[${frames.join()}]`,
      })
      .then(() => delivery?.deliver())
      .catch((error) => host.problem(`replay: ${error}`))
  }
  let delivery: ReturnType<typeof startDelivery> | undefined

  const end = (why: string) => {
    if (!stopRecording) return
    const stop = stopRecording
    stopRecording = undefined
    stop()
    // The note is part of the replay: whoever plays it sees why it ends.
    chunks.add(
      toJson({ type: 5, timestamp: Date.now(), data: { tag: "cuelight-stopped", payload: { why } } }),
      Date.now(),
      false,
    )
    chunks.settle()
    host.stopped(why)
  }

  const chunks = cutChunks(
    host.mode,
    store,
    () => queueMicrotask(snapshot),
    (why) => queueMicrotask(() => end(why)),
  )
  const weight = createWeight(() => performance.now(), end)
  const typed = createTyped()
  const mask = createMask((id) => record.mirror.getNode(id), typed)
  const hasForeignJson = "toJSON" in Array.prototype || "toJSON" in Object.prototype

  /** Consent may be withdrawn in other ways than by a call: by a dialogue, in another tab. */
  const isAllowed = () => {
    if (signal.aborted) return false
    if (host.isAllowed()) return true
    queueMicrotask(host.withdrawn)
    return false
  }

  const measure = (run: () => void) => {
    const from = performance.now()
    run()
    weight.busy(performance.now() - from)
  }

  function snapshot(): void {
    if (!stopRecording) return
    if (document.getElementsByTagName("*").length > MOST_ELEMENTS) end(`more than ${MOST_ELEMENTS} elements`)
    else measure(() => record.takeFullSnapshot(true))
  }

  const emit = (event: ReplayEvent, isCheckout?: boolean) => {
    if (!isAllowed()) return
    try {
      mask(event)
      const frame = hasForeignJson ? toJson(event) : JSON.stringify(event)
      weight.recorded(frame.length)
      chunks.add(frame, event.timestamp, event.type === 4 && Boolean(isCheckout))
    } catch (error) {
      // What cannot be masked is not kept, and what follows could not be played without it.
      queueMicrotask(() => end(`masking failed: ${error}`))
    }
  }

  /** Around the recorder's own observer: the first weighs before it works, the last knows how long it took. */
  function startRecording(): void {
    if (signal.aborted) return
    if (document.getElementsByTagName("*").length > MOST_ELEMENTS) {
      host.stopped(`more than ${MOST_ELEMENTS} elements`)
      return
    }
    let from = 0
    const target = { childList: true, subtree: true, attributes: true, characterData: true }
    const before = new MutationObserver((records) => {
      from = performance.now()
      weight.mutations(records.length, countAdded(records))
    })
    // In capture, before the recorder and the page hear of it: what is echoed at once is known to be typed.
    const remember = ({ target: field }: Event) => {
      const element = field as HTMLInputElement | null
      if (element?.matches?.(typing) && !/^(checkbox|radio|submit|button)$/.test(element.type))
        typed.remember(element, String(element.value ?? ""))
    }
    addEventListener("input", remember, { capture: true, passive: true, signal })
    addEventListener("change", remember, { capture: true, passive: true, signal })
    for (const field of document.querySelectorAll<HTMLInputElement>(typing))
      if (!/^(checkbox|radio|submit|button|hidden)$/.test(field.type) && field.localName !== "select")
        typed.remember(field, field.value)
    before.observe(document, target)
    let stop: (() => void) | undefined
    let after: MutationObserver | undefined
    stopRecording = () => {
      before.disconnect()
      after?.disconnect()
      stop?.()
    }
    measure(() => {
      stop = record({
        emit: emit as never,
        checkoutEveryNms: SNAPSHOT_EVERY_MS,
        blockSelector: "[data-cue-block]",
        maskInputOptions: { input: true, textarea: true, select: true } as never,
        maskInputFn: () => "•••",
        slimDOMOptions: "all",
        inlineStylesheet: false,
        sampling: { mousemove: 200, scroll: 200, media: 1_000, input: "last" },
        errorHandler: (error) => {
          host.problem(`replay: ${error}`)
          return true
        },
      })
    })
    if (!stopRecording) {
      // Its first snapshot was too much already.
      stop?.()
      return
    }
    // Made last: observers are called in the order in which they were made.
    after = new MutationObserver(() => weight.busy(performance.now() - from))
    after.observe(document, target)
  }

  function watchErrors(): void {
    const isOwn = (file: string | undefined) => !/^(chrome|moz|safari-web)-extension:/.test(file ?? "")
    const gone = (why: string) => {
      if (stopRecording) chunks.goneWrong(redactText(typed.redact(why)).slice(0, 200), Date.now())
    }
    addEventListener(
      "error",
      ({ message, filename }) => isOwn(filename) && !/ResizeObserver loop/.test(message) && gone(message),
      { signal },
    )
    addEventListener("unhandledrejection", ({ reason }) => gone(String(reason)), { signal })
    const timer = setInterval(() => isAllowed() && chunks.tick(Date.now()), TICK_MS)
    signal.addEventListener("abort", () => clearInterval(timer))
    const settle = () => document.visibilityState === "hidden" && chunks.settle()
    addEventListener("pagehide", () => chunks.settle(), { signal })
    document.addEventListener("visibilitychange", settle, { signal })
  }

  const ready = openOutbox().then(
    (opened) => {
      if (signal.aborted) return opened.close()
      outbox = opened
      delivery = startDelivery(host.endpoint, host.site, opened, host.problem, signal)
      for (const chunk of early) store(chunk)
      early = []
      return delivery.deliver()
    },
    (error) => {
      // Without a place to write to, nothing would be kept: it would cost the page for nothing.
      end(`storage is refused: ${error}`)
    },
  )

  watchErrors()
  const begin = () => {
    try {
      startRecording()
    } catch (error) {
      host.problem(`replay: ${error}`)
    }
  }
  // Safari has no idle time to give.
  if ("requestIdleCallback" in globalThis) requestIdleCallback(begin, { timeout: 3_000 })
  else setTimeout(begin)

  return {
    async drop() {
      ending.abort()
      early = []
      const stop = stopRecording
      stopRecording = undefined
      stop?.()
      await ready.catch(() => {})
      outbox?.close()
      await dropOutbox()
    },
  }
}
