import { carrier } from "./carried"
import { type Combiner, createCombiner, finish } from "./combine"
import { completeEvent } from "./complete-event"
import type { RecordedEvent } from "./detector"
import { type Earlier, putInTime } from "./earlier"
import { createEnding } from "./ending"
import { fetchMap } from "./fetch-map"
import { watchGestureLabels } from "./gesture-label"
import { learnEverything } from "./learn"
import { settleProduct } from "./markup/settle-product"
import { noteMended } from "./mended"
import { type RecorderHost, startRecorder } from "./recorder"
import { embeddedDetectors } from "./registry-embedded"
import { surround } from "./surroundings"
import { watchShortfalls } from "./tell-shortfalls"
import { createToldFilter } from "./told-before"

interface EmbeddedHost extends Omit<RecorderHost, "add" | "begin" | "settle"> {
  /** An event, whole and final. */
  report(event: RecordedEvent): void
  /** Names of the detectors to run; beside the page's own snippet those that it lacks. */
  only?: readonly string[]
  /** What a recorder before this one has told of the same document. */
  toldBefore?: unknown[]
  /**
   * Keeps a text for the next page of this tab and site, which gets it once from `carried`: what comes of a form that the
   * browser sends is told by the page that answers. An empty text takes back what was kept.
   */
  carry?(text: string): void
  carried?(): Promise<string | null>
  /** What was done before the recorder began; told as if it had just come, between the pushes of that time. */
  earlier?: Earlier | undefined
}

learnEverything()

/** Of the whole document: a recorder that gave way to the page's snippet has heard what the one beside it is to tell. */
const shortfalls = watchShortfalls()

/**
 * The recorder as the extension runs it, in its isolated world, on pages that carry no snippet. Stores nothing in the
 * page, adds nothing to the page's world, is inert after `stop()`.
 */
Object.assign(globalThis, {
  cuelightRecorder: {
    fetchMap,
    /** Starts a recorder that reports to the host. */
    start(host: EmbeddedHost): { settle(): void; stop(): void } {
      const { only, carry, carried, earlier } = host
      if (carry && carried) carrier.carried = { put: carry, take: carried }
      const startedAt = Date.now()
      const isNew = createToldFilter(host.toldBefore ?? [], startedAt)
      const detectors = embeddedDetectors.filter(({ name }) => !only || only.includes(name))
      const ending = createEnding()
      const { signal } = ending
      const labels = watchGestureLabels(signal)
      const shortcomings = noteMended()
      const before = putInTime(earlier, startedAt)
      let combiner: Combiner | undefined
      const settle = () => combiner?.settle()
      const own: RecorderHost = {
        ...host,
        ...(host.pushes && {
          pushes: (listener) =>
            host.pushes!((push, at) =>
              before.take(at, () => {
                shortcomings.note(push, at)
                shortfalls.note(push, at)
                listener(push, at)
              }),
            ),
        }),
        begin(recorder) {
          const { guard } = recorder
          combiner = createCombiner(
            guard((recorded) => {
              if (!isNew(recorded, Date.now())) return
              const event = before.place(recorded)
              const { gesture } = event
              const label = gesture?.at === undefined ? undefined : labels.find(gesture.at)
              const mended = shortcomings.take(event, Date.now())
              host.report({
                ...event,
                ...(gesture && label && { gesture: { ...gesture, label } }),
                ...(mended[0] && { mended }),
              })
            }),
            () => {},
            guard((event, parts) => finish(event, parts, { settleProduct })),
            () => document.readyState !== "loading",
            guard,
          )
          surround(recorder, own, ending)(detectors)
        },
        settle,
        add(sighting, event, ...place): undefined {
          completeEvent(event, startedAt, event.page?.url || location.href)
          combiner?.add(sighting, event, ...place)
        },
      }
      startRecorder(own, ending)
      before.tell(signal)
      if (only)
        shortfalls.tellTo((shortfall) => host.problem("data-layer-short", JSON.stringify(shortfall)), signal)
      return {
        settle,
        stop() {
          settle()
          ending.abort()
        },
      }
    },
  },
})
