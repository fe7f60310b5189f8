import { readArrival } from "./campaign"
import { createCombiner } from "./combine"
import type { Detector, RecordedEvent, Sighting, Surroundings } from "./detector"
import { watchGestures } from "./gestures"
import { type Visit, watchVisits } from "./visits"

export interface RecorderHost extends Pick<Surroundings, "problem" | "pushes" | "rules"> {
  /** An event, whole and final. */
  report(event: RecordedEvent): void
  /** The same event before it is final: for a journal that writes ahead. */
  hold?(event: RecordedEvent): void
}

export interface RecorderHost {
  /** Holds what the sources say of a product against what the page shows. */
  settleProduct?(event: RecordedEvent, parts: readonly Sighting[]): void
}

export interface Recorder {
  /** From the site itself: final at once. */
  tell(sighting: Sighting): void
  /** Lets go of what is held. */
  settle(): void
  stop(): void
}

/** Nobody's gesture is looked for behind these: pages tell them by themselves. */
const toldByPages = /^(page_|view_|message_|identify$|consent$)/

/** Starts detectors, and makes events of what they see. Nothing that a detector does wrong reaches the page. */
export function startRecorder(detectors: readonly Detector[], host: RecorderHost): Recorder {
  const ending = new AbortController()
  const { signal } = ending
  const gestures = watchGestures(signal)
  const addressListeners: (() => void)[] = []
  const visitListeners: ((visit: Visit) => void)[] = []
  let visit: Visit | undefined
  let visits = 0
  /** What is seen before the page is visible waits: a page nobody sees is no visit. */
  let waiting: Sighting[] = []

  const combiner = createCombiner(
    host.report,
    host.hold ?? (() => {}),
    (event, parts) => {
      if (event.name === "page_view") event.page = { ...event.page, title: document.title }
      if (event.name === "view_item") host.settleProduct?.(event, parts)
    },
    () => document.readyState !== "loading",
  )

  const tell = (sighting: Sighting) => {
    if (signal.aborted) return
    const { name, source, props = {}, at = Date.now() } = sighting
    if (!visit && source !== "api" && name !== "purchase") {
      waiting.push({ ...sighting, at })
      return
    }
    const gesture = gestures.last(at)
    const { campaign } = readArrival(location.href)
    const event: RecordedEvent = {
      id: `${at.toString(36)}-${crypto.randomUUID?.() ?? Math.random().toString(36).slice(2)}`,
      name,
      at,
      page: {
        url: visit?.url ?? "",
        title: document.title,
        referrer: visit?.referrer ?? "",
      },
      ...(campaign && { campaign }),
      device: {
        type: matchMedia("(pointer: coarse)").matches ? "mobile" : "desktop",
        language: navigator.language,
      },
      props,
      ...(gesture ? { gesture } : !toldByPages.test(name) && { gesture: null }),
      source,
    }
    combiner.add(sighting, event, gestures.turn(), visits)
  }

  const guard = (what: string, run: () => void) => {
    try {
      run()
    } catch (error) {
      host.problem("listener-broken", `${what}: ${error}`)
    }
  }

  for (const { name, start } of detectors)
    guard(name, () =>
      start((sighting) => guard(name, () => tell(sighting)), signal, {
        problem: host.problem,
        pushes: host.pushes,
        rules: host.rules,
        onAddress: (listener) => addressListeners.push(listener),
        onVisit(listener) {
          visitListeners.push(listener)
          if (visit) listener(visit)
        },
      }),
    )

  const settle = () => combiner.settle()
  addEventListener("pagehide", settle, { signal, capture: true })
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && settle(), {
    signal,
    capture: true,
  })
  watchVisits(
    (next) => {
      settle()
      visit = next
      visits++
      for (const listener of visitListeners) guard("visit", () => listener(next))
      const late = waiting
      waiting = []
      for (const sighting of late) tell(sighting)
    },
    () => addressListeners.forEach((listener) => guard("address", listener)),
    signal,
  )

  return {
    tell,
    settle,
    stop() {
      settle()
      ending.abort()
    },
  }
}
