import type { Surroundings } from "./detector"
import { atEnd } from "./ending"

/** Tells the entries of one kind in the browser's own timeline as they come: nothing that the page calls is wrapped. */
export function watchTimeline<Entry extends PerformanceEntry = PerformanceResourceTiming>(
  look: (entry: Entry) => void,
  { guard }: Surroundings,
  signal: AbortSignal,
  options: PerformanceObserverInit = { type: "resource" },
): void {
  const observer = new PerformanceObserver(guard((list) => (list.getEntries() as Entry[]).forEach(look)))
  observer.observe(options)
  atEnd(signal, () => observer.disconnect())
}
