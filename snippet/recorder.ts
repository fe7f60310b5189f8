import { readArrival } from "./campaign"
import { createCombiner } from "./combine"
import type { Detector, Listen, RecordedEvent, Sighting, Surroundings } from "./detector"
import { atEnd, createEnding, type Ending, hasEnded, noteHearing } from "./ending"
import { watchGestures } from "./gestures"
import { hear } from "./hear"
import { createId } from "./identity"
import { scrub } from "./scrub"
import { isPrerendering, type Visit, watchVisits } from "./visits"

export interface RecorderHost
  extends Pick<Surroundings, "problem" | "pushes" | "rules" | "onRules" | "ruleVisits"> {
  /** An event, whole and final. */
  report(event: RecordedEvent): void
  /** The same event before it is final: for a journal that writes ahead. */
  hold?(event: RecordedEvent): void
  /** Holds what the sources say of a product against what the page shows. */
  settleProduct?(event: RecordedEvent, parts: readonly Sighting[]): void
  /** Whether an event need not wait for what else may know of it. */
  isReady?(event: RecordedEvent): boolean
  /** Tells what the site has told before and nobody has heard yet. */
  catchUp?(): void
  /** The page goes, and all is reported. */
  departed?(): void
}

export interface Recorder {
  /** From the site itself: final at once. */
  tell(sighting: Sighting): void
  /** Lets go of what is held. */
  settle(): void
  /**
   * Starts further detectors, and tells them what has happened before they came: from the beginning until all of them
   * know their rules, later in the present visit.
   */
  extend(detectors: readonly Pick<Detector, "start">[], known: Promise<unknown> | undefined): void
}

/** Nobody's gesture is looked for behind these: pages tell them by themselves. */
const toldByPages = /^(page_|view_|message_|identify$|consent$)/

const MOST_EARLY = 200

/** Starts detectors, and makes events of what they see. Nothing that goes wrong in here reaches the page. */
export function startRecorder(
  detectors: readonly Detector[],
  host: RecorderHost,
  ending: Ending = createEnding(),
): Recorder {
  const { signal } = ending

  const guard: Surroundings["guard"] =
    (run) =>
    (...values) => {
      try {
        host.catchUp?.()
        run(...values)
      } catch (error) {
        host.problem("listener-broken", String(error))
      }
    }
  const remember = <One>(list: One[], one: One) => {
    if (list.push(one) > MOST_EARLY) list.shift()
  }
  const listen: Listen = (types, listener, target) => {
    const guarded = guard(listener)
    hear(types, guarded, signal, target)
    if (!target) noteHearing(types, guarded, signal)
  }

  const gestures = watchGestures(listen)
  const addressListeners: (() => void)[] = []
  const visitListeners: ((visit: Visit) => void)[] = []
  const leaveListeners: ((isOver: boolean) => void)[] = []
  const device = {
    type: matchMedia("(pointer: coarse)").matches ? "mobile" : "desktop",
    language: navigator.language,
  }
  let visit: Visit | undefined
  let visits = 0
  let pushListeners: ((push: unknown, at: number) => void)[] = []
  /** For detectors that come later. */
  const early: Event[] = []
  const pushed: [push: unknown, at: number][] = []
  let isComplete = !host.isReady
  /** What is seen before the page is visible waits: a page nobody sees is no visit. */
  let waiting: Sighting[] = []

  const { add, settle } = createCombiner(
    guard(host.report),
    guard((event) => host.hold?.(event)),
    guard((event, parts) => {
      if (event.name === "page_view") event.page = { ...event.page, title: scrub(document.title) }
      if (event.name === "view_item") host.settleProduct?.(event, parts)
    }),
    (event) => document.readyState !== "loading" && host.isReady?.(event) !== false,
    guard,
  )

  const tell = (sighting: Sighting) => {
    const { name, source, props = {}, cause } = sighting
    // A detector that came late is told of gestures that are over.
    const { at = Math.round(Date.now() - (cause ? performance.now() - cause.timeStamp : 0)) } = sighting
    if (hasEnded(signal)) return
    if (!visit && (isPrerendering() || (source !== "api" && name !== "purchase"))) {
      waiting.push({ ...sighting, at })
      return
    }
    const gesture = gestures.last(at)
    const { campaign } = readArrival(location.href)
    const event: RecordedEvent = {
      id: createId(at),
      name,
      at,
      page: { url: visit?.url ?? "", title: scrub(document.title), referrer: visit?.referrer ?? "" },
      ...(campaign && { campaign: scrub(campaign) }),
      device,
      // Traits are hashed by who takes them.
      props: name === "identify" ? props : scrub(props),
      ...(gesture !== undefined && (gesture || !toldByPages.test(name)) && { gesture }),
      source,
    }
    add({ ...sighting, props: event.props! }, event, gestures.turn(), visits)
  }

  /** The host's own are asked for when they are needed: some come late. */
  const around: Surroundings = Object.assign(Object.create(host) as RecorderHost, {
    listen(types, listener, target) {
      listen(types, listener, target)
      if (!target)
        for (const event of early) if (types.split(" ").includes(event.type)) guard(listener)(event)
    },
    guard,
    pushes(listener) {
      const hear = guard(listener)
      pushListeners.push(hear)
      for (const [push, at] of pushed) hear(push, at)
      return () => {
        pushListeners = pushListeners.filter((one) => one !== hear)
      }
    },
    onAddress: (listener) => addressListeners.push(guard(listener)),
    onLeave: (listener) => leaveListeners.push(guard(listener)),
    onVisit(listener) {
      visitListeners.push(guard(listener))
      if (visit) listener(visit)
    },
  } satisfies Partial<Surroundings>)
  const extend = (further: readonly Pick<Detector, "start">[]) => {
    for (const { start } of further) guard(start)(guard(tell), signal, around)
  }
  const leave = (isOver: boolean) => {
    if (visit) for (const listener of leaveListeners) listener(isOver)
    settle()
  }
  watchVisits(
    (next) => {
      leave(true)
      visit = next
      visits++
      if (isComplete) early.length = pushed.length = 0
      for (const listener of visitListeners) listener(next)
      for (const sighting of waiting) tell(sighting)
      waiting = []
    },
    () => {
      for (const listener of addressListeners) listener()
    },
    listen,
    signal,
  )

  // After the visit: what stands in a data layer already is told on its page.
  const stopPushes = host.pushes?.((push, at) => {
    remember(pushed, [push, at])
    for (const hear of pushListeners) hear(push, at)
  })
  if (stopPushes) atEnd(signal, stopPushes)
  extend(detectors)
  if (host.isReady) listen("click change invalid submit error", (event) => remember(early, event))

  // After the last look at a data layer, which is taken when the page goes.
  listen("pagehide", () => {
    leave(true)
    host.departed?.()
  })
  listen("visibilitychange", () => document.visibilityState === "hidden" && leave(false))

  return {
    tell,
    settle,
    extend(further, known) {
      extend(further)
      void Promise.resolve(known).then(() => {
        isComplete = true
      })
    },
  }
}
