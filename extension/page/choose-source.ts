import type { BridgeMessage, RecordedEvent } from "../messages"
import { hearDocument } from "./hear-document"
import type { Outbox } from "./outbox"

/**
 * Who tells this page's events: its own snippet, where it carries one, else our recorder. Ours starts at once, so that
 * nothing is missed; what it tells is held until it is plain that no snippet is coming.
 */
export interface SourceChoice {
  fromRecorder(event: RecordedEvent): void
  /** From the site rules that run beside the page's snippet: what both tell counts once. */
  fromSiteRules(event: RecordedEvent): void
  /** The tap has found the page's snippet, and what it says of itself and the visitor's consent, whenever that changes. */
  snippetFound(consent: unknown, version: unknown): void
  isSnippet(): boolean
  isRecorder(): boolean
  /** What our recorder has told of this document. */
  told(): RecordedEvent[]
  fromSnippet(events: unknown[]): void
  /** The page is going: what is held is told, unless a snippet is announced, which keeps its own journal. */
  leave(): void
  stop(): void
}

export type PageSource = "undecided" | "recorder" | "snippet"

/** How long a snippet that is announced by its tag may take after the page has loaded. */
const SNIPPET_PATIENCE_MS = 4_000
const MOST_LATELY = 100
/** A page of one document may live for hours. */
const MOST_TOLD = 500
const MOST_BLOCKED = 100
const BLOCKED_IS_TOLD_MS = 100
/** Both see the same happening within this. */
const SAME_HAPPENING_MS = 3_000

const snippetTag = 'script[src*="cuelight"], script[data-site][data-map]'

export function chooseSource(
  outbox: Outbox,
  send: (message: BridgeMessage) => void,
  stopRecorder: () => void,
  /** Ends what is listened to in the page. */
  signal: AbortSignal,
): SourceChoice {
  let source: PageSource = "undecided"
  let held: RecordedEvent[] = []
  /** Told by our recorder on this page and already sent, in case a snippet turns up after all. */
  let told: RecordedEvent[] = []
  /** Told by the snippet lately. */
  let lately: unknown[] = []
  const blocked = new Set<string>()
  let refused = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function useRecorder(): void {
    clearTimeout(timer)
    if (source !== "undecided") return
    source = "recorder"
    send({ type: "snippet", present: false })
    for (const event of held) tell(event)
    held = []
  }

  function tell(event: RecordedEvent): void {
    if (told.push(event) > MOST_TOLD) told.shift()
    outbox.addRecorded(event)
  }

  function decide(): void {
    if (source !== "undecided") return
    if (!document.querySelector(snippetTag)) useRecorder()
    else if (timer) return
    else if (document.readyState === "complete") timer = setTimeout(giveUpOnSnippet, SNIPPET_PATIENCE_MS)
    else addEventListener("load", decide, { once: true })
  }

  /** Its tag is there and it never came: the site's owner believes that it records. */
  function giveUpOnSnippet(): void {
    if (source !== "undecided") return
    const src = document.querySelector<HTMLScriptElement>(snippetTag)?.src ?? ""
    const [fetched] = performance.getEntriesByName(src) as PerformanceResourceTiming[]
    const status = fetched?.responseStatus ?? 0
    send({ type: "snippet-silent", src, blocked: blocked.has(src), refused, status })
    useRecorder()
  }

  /** What the page's own policy has blocked is told of the document, and not of the element. */
  function onBlocked(event: Event): void {
    if (blocked.size < MOST_BLOCKED) blocked.add((event as SecurityPolicyViolationEvent).blockedURI)
  }
  /** A script that does not load says so on its element; that is heard only on its way down. */
  function onError({ target }: Event): void {
    if (!(target instanceof Element) || !target.matches(snippetTag)) return
    refused = true
    // The policy's word may come after the element's.
    clearTimeout(timer)
    timer = setTimeout(giveUpOnSnippet, BLOCKED_IS_TOLD_MS)
  }
  hearDocument("securitypolicyviolation", onBlocked, signal)
  hearDocument("error", onError, signal)

  function leave(): void {
    if (source === "undecided" && !document.querySelector(snippetTag)) useRecorder()
  }

  if (document.readyState === "loading") hearDocument("DOMContentLoaded", decide, signal)
  else decide()

  return {
    fromRecorder(event) {
      if (source === "recorder") tell(event)
      else if (source === "undecided") held.push(event)
    },
    fromSiteRules(event) {
      if (!lately.some((other) => tellsTheSame(event, other))) tell(event)
    },
    snippetFound(consent, version) {
      clearTimeout(timer)
      if (source !== "snippet") {
        source = "snippet"
        held = []
        stopRecorder()
      }
      send({ type: "snippet", present: true, consent, version })
    },
    isSnippet: () => source === "snippet",
    isRecorder: () => source === "recorder",
    told: () => told,
    fromSnippet(events) {
      if (source !== "snippet") return
      lately = [...lately, ...events].slice(-MOST_LATELY)
      if (told.length > 0) {
        const doubled = told.filter((own) => events.some((other) => tellsTheSame(own, other)))
        if (doubled.length > 0) send({ type: "retract", ids: doubled.map((event) => event.id) })
        told = told.filter((event) => !doubled.includes(event))
      }
      outbox.addFromSnippet(events)
    },
    leave,
    stop() {
      leave()
      clearTimeout(timer)
      stopRecorder()
    },
  }
}

function tellsTheSame(own: RecordedEvent, other: unknown): boolean {
  if (typeof other !== "object" || other === null) return false
  const { name, at } = other as { name?: unknown; at?: unknown }
  return name === own.name && typeof at === "number" && Math.abs(at - own.at) <= SAME_HAPPENING_MS
}
