import type { Detector, Listen, RecordedEvent, Sighting, Surroundings } from "./detector"
import { atEnd, createEnding, type Ending, hasEnded, heardAt, noteHearing } from "./ending"
import { type Gesture, watchGestures } from "./gestures"
import { hear } from "./hear"
import { createId } from "./identity"
import { scrub } from "./scrub"
import { isPrerendering, type Visit, watchVisits } from "./visits"

/** What was told, as an event that nobody has joined with others yet; of which gesture and visit, counted. */
export type Telling = [sighting: Sighting, event: RecordedEvent, turn: number, visit: number]

export interface RecorderHost
  extends Pick<Surroundings, "problem" | "pushes" | "rules" | "onRules" | "ruleVisits"> {
  /** The recorder is there, and the page may be on view already: who is to hear of what. */
  begin(recorder: Recorder): void
  /** Takes what was told; true where it is to be told again to who comes later. */
  add(...told: Telling): boolean | undefined
  /** Lets go of what is held. */
  settle(): void
  /** Holds what the sources say of a product against what the page shows. */
  settleProduct?(event: RecordedEvent, parts: readonly Sighting[]): void
  /** Whether an event need not wait for what else may know of it. */
  isReady?(event: RecordedEvent): boolean
  /** Tells what the site has told before and nobody has heard yet. */
  catchUp?(): void
  /** The page goes, and all is reported; true where a later page tells what this one could not. */
  departed?(): boolean | undefined
  /** What has happened is kept for who comes later. */
  keepsEarly?: boolean
}

/** Who hears of what: types with spaces between. */
export type Ear = [types: string, listener: (...values: never[]) => void]

/** What was so when something happened. */
export interface Circumstances {
  at: number
  page: { url: string; title: string; referrer: string }
  gesture: Gesture | null
  turn: number
  visits: number
}

export interface Recorder {
  tell(sighting: Sighting): void
  guard: Surroundings["guard"]
  listen: Listen
  onVisit: Surroundings["onVisit"]
  /** Tells an ear what it listens to. */
  pass(to: readonly Ear[], type: string, values: unknown[]): void
  /** `visit`, `address`, `leave`; and what may be told again: `push`, and what was `told`. */
  ears: Ear[]
  /** What has happened, for who comes later. */
  early: [type: string, values: unknown[], past: Circumstances][]
  /** Of what is told again. */
  past?: Circumstances | undefined
  /** Whoever comes now is told of the present visit alone. */
  isComplete: boolean
}

export type Beginner = Pick<Detector, "start">

const MOST_EARLY = 500

/**
 * Sees visits, gestures, pushes, and makes events of what it is told. Nothing that goes wrong in here reaches the page.
 * How detectors come to it: `surroundings.ts`.
 */
export function startRecorder(host: RecorderHost, ending: Ending = createEnding()): Recorder {
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
  const listen: Listen = (types, listener, target) => {
    const guarded = guard(listener)
    hear(types, guarded, signal, target)
    if (!target) noteHearing(types, guarded, signal)
  }

  const gestures = watchGestures(listen)
  let visit: Visit | undefined
  let visits = 0
  let keepsEarly: boolean | undefined = true
  /** What is seen before the page is visible waits: a page nobody sees is no visit. */
  const waiting: Sighting[] = []

  const look = (at: number): Circumstances => ({
    at,
    page: { url: visit?.url ?? "", title: scrub(document.title), referrer: visit?.referrer ?? "" },
    gesture: gestures.last(at),
    turn: gestures.turn(),
    visits,
  })
  const pass: Recorder["pass"] = (to, type, values) => {
    for (const [types, listener] of to) if (types.split(" ").includes(type)) listener(...(values as never[]))
  }
  const happen = (type: string, ...values: unknown[]) => {
    if (keepsEarly && recorder.early.push([type, values, look(Date.now())]) > MOST_EARLY)
      recorder.early.shift()
    pass(recorder.ears, type, values)
  }

  const tell = (sighting: Sighting) => {
    const { past } = recorder
    // A detector that came late is told of what is over.
    const { name, source, props = {}, at = past?.at ?? heardAt() } = sighting
    if (hasEnded(signal)) return
    if (!visit && (isPrerendering() || (source !== "api" && name !== "purchase"))) {
      waiting.push({ ...sighting, at })
      return
    }
    const { page, gesture, turn, visits: place } = past?.visits ? past : look(at)
    const event: RecordedEvent = {
      id: createId(at),
      name,
      at,
      page,
      // Traits are hashed by who takes them.
      props: name === "identify" ? props : scrub(props),
      gesture,
      source,
    }
    const told: Telling = [{ ...sighting, props: event.props! }, event, turn, place]
    if (host.add(...told)) happen("told", ...told)
  }

  const recorder: Recorder = {
    tell,
    guard,
    listen,
    onVisit(listener) {
      recorder.ears.push(["visit", guard(listener)])
      if (visit) listener(visit)
    },
    pass,
    ears: [],
    early: [],
    isComplete: !host.keepsEarly,
  }
  const leave = (isOver: boolean) => {
    if (visit) pass(recorder.ears, "leave", [isOver])
    host.settle()
  }
  watchVisits(
    (next) => {
      leave(true)
      visit = next
      visits++
      if (recorder.isComplete) recorder.early = []
      pass(recorder.ears, "visit", [next])
      for (const sighting of waiting.splice(0)) tell(sighting)
    },
    () => pass(recorder.ears, "address", []),
    listen,
    signal,
  )

  // After the visit: what stands in a data layer already is told on its page. It may tell that nothing is to be stored.
  const stopPushes = host.pushes?.((...push) => happen("push", ...push))
  if (stopPushes) atEnd(signal, stopPushes)
  host.begin(recorder)
  keepsEarly = host.keepsEarly
  listen("click change invalid submit error", (event) => happen(event.type, event))

  // After the last look at a data layer, which is taken when the page goes.
  listen("pagehide", () => {
    leave(true)
    if (host.departed?.()) recorder.early = []
  })
  listen("visibilitychange", () => document.visibilityState === "hidden" && leave(false))
  return recorder
}
