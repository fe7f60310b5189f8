import type { Surroundings } from "./detector"
import type { Ending } from "./ending"
import type { Beginner, Ear, Recorder, RecorderHost } from "./recorder"

/**
 * Starts further detectors, and tells them in order what has happened before they came, as it was then: from the
 * beginning until all of them know their rules (`known`), later in the present visit.
 */
export type Extend = (detectors: readonly Beginner[], known?: Promise<unknown>) => void

/** What detectors are given by the recorder. */
export function surround(recorder: Recorder, host: Partial<RecorderHost>, ending?: Ending): Extend {
  const signal = ending?.signal as AbortSignal
  const { guard, listen, ears, pass, onVisit } = recorder
  /** Of those who begin together: they are told in order of what has happened, not one after the other. */
  let fresh: Ear[] | undefined

  const tellAgain = (to: Ear[]) => {
    for (const [type, values, past] of [...recorder.early]) {
      recorder.past = past
      pass(to, type, values)
    }
    recorder.past = undefined
  }
  const lend = (ear: Ear) => {
    if (fresh) fresh.push(ear)
    else tellAgain([ear])
  }

  /** The host's own are asked for when they are needed: some come late. */
  const around: Surroundings = Object.assign(Object.create(host) as RecorderHost, {
    listen(types, listener, target) {
      listen(types, listener, target)
      if (!target) lend([types, guard(listener)])
    },
    guard,
    pushes(listener, kind = "push") {
      const ear: Ear = [kind, guard(listener)]
      ears.push(ear)
      lend(ear)
      return () => void ears.splice(ears.indexOf(ear), 1)
    },
    onAddress: (listener) => ears.push(["address", guard(listener)]),
    onLeave: (listener) => ears.push(["leave", guard(listener)]),
    onVisit,
  } satisfies Partial<Surroundings>)

  return (further, known) => {
    const begun: Ear[] = []
    fresh = begun
    for (const { start } of further) guard(start)(guard(recorder.tell), signal, around)
    fresh = undefined
    tellAgain(begun)
    void known?.then(() => {
      recorder.isComplete = true
    })
  }
}
