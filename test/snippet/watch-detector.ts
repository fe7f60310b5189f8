import { onTestFinished } from "vitest"
import type { Detector, Sighting, Surroundings } from "../../snippet/detector"
import type { Visit } from "../../snippet/visits"

export interface Watched {
  sightings: Sighting[]
  problems: { code: string; detail: string }[]
  /** A new visit, as the recorder tells it. */
  visit(how?: Visit["how"]): void
  /** The page is hidden, or the visit ends. */
  leave(isOver?: boolean): void
  /** The address has changed within the visit. */
  changeAddress(address: string): void
  push(value: unknown): void
  stop(): void
}

/** Starts one detector on the present document, with a visit already begun. */
export function watchDetector(
  detector: Pick<Detector, "start">,
  rules: Surroundings["rules"] = [],
  more: Partial<Surroundings> = {},
): Watched {
  const ending = new AbortController()
  onTestFinished(() => ending.abort())
  const sightings: Sighting[] = []
  const problems: { code: string; detail: string }[] = []
  const visitListeners: ((visit: Visit) => void)[] = []
  const addressListeners: (() => void)[] = []
  const leaveListeners: ((isOver: boolean) => void)[] = []
  let listener: ((push: unknown, at: number) => void) | undefined
  const current = (how: Visit["how"]): Visit => ({ at: Date.now(), url: location.href, referrer: "", how })
  detector.start((sighting) => sightings.push(sighting), ending.signal, {
    problem: (code, detail) => problems.push({ code, detail }),
    listen(types, listener, target = globalThis) {
      for (const type of types.split(" "))
        target.addEventListener(type, listener, { signal: ending.signal, capture: true, passive: true })
    },
    guard: (run) => run,
    onVisit(next) {
      visitListeners.push(next)
      next(current("load"))
    },
    onAddress: (next) => addressListeners.push(next),
    onLeave: (next) => leaveListeners.push(next),
    pushes(next, kind) {
      if (kind) return () => {}
      listener = next
      return () => {
        listener = undefined
      }
    },
    rules,
    ...more,
  })
  return {
    sightings,
    problems,
    leave(isOver = true) {
      for (const next of leaveListeners) next(isOver)
    },
    visit(how = "navigate") {
      for (const next of visitListeners) next(current(how))
    },
    changeAddress(address) {
      history.replaceState(null, "", address)
      for (const next of addressListeners) next()
    },
    push: (value) => !ending.signal.aborted && listener?.(value, 1_000),
    stop: () => ending.abort(),
  }
}

/** Sets the document up: its address, its title and its body. */
export function openPage(address: string, body: string, head = ""): void {
  ;(globalThis as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    new URL(address, "https://shop.example/").href,
  )
  document.head.innerHTML = head
  document.body.innerHTML = body
}

export function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)!.click()
}
