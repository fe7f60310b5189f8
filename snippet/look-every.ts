import { atEnd } from "./ending"

/** Looks again and again until the signal ends, for at most so long (ms). Returns what ends it before. */
export function lookEvery(
  everyMs: number,
  look: () => void,
  signal: AbortSignal,
  forMs?: number,
): () => void {
  const timer = setInterval(look, everyMs)
  const stop = () => clearInterval(timer)
  if (forMs) setTimeout(stop, forMs)
  atEnd(signal, stop)
  return stop
}
